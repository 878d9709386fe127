import { accountFactsSelect, toAccountFacts } from '@official-accounts/db/facts/account-facts'
import { ATTESTATION_ORDER } from '@official-accounts/db/facts/attestation-facts'
import { lawAnswersSelect } from '@official-accounts/db/facts/law-checklist-facts'
import { REVIEW_FACTS } from '@official-accounts/db/facts/platform-facts'
import type { Prisma } from '@official-accounts/db/generated/client/client'
import { seesContacts } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import type { AvailableAction } from '@official-accounts/domain/available-action'
import {
  readLawChecklist,
  type ReadLawItem,
} from '@official-accounts/domain/law-checklist/account-law-checklist'
import { availableLawAnswer } from '@official-accounts/domain/law-checklist/law-answer-rules'
import {
  attestationDueAt,
  policyInForce,
} from '@official-accounts/domain/security-attestation/security-attestation'
import { builder } from '../../builder.ts'
import { requestNow, type RequestContext } from '../../context.ts'
import { AvailableActionRef } from '../available-action.ts'
import { grantedExceptions } from '../exception/granted.ts'
import { conductFacts } from '../guidance/conduct.ts'
import { readPolicy } from '../security-attestation/standing.ts'
import { LawOutcomeEnum, LawStandingEnum } from './enums.ts'
import { LawItemRef } from './types.ts'

interface AccountChecklist {
  readonly version: number
  readonly items: readonly ReadLawItem[]
  readonly action: AvailableAction<'answerLawChecklist'>
}

const AccountLawItemRef = builder.objectRef<ReadLawItem>('AccountLawItem').implement({
  description: 'An item of the checklist as it stands for an account.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    item: t.field({ type: LawItemRef, description: 'What is asked.', resolve: ({ item }) => item }),
    standing: t.expose('standing', { type: LawStandingEnum, description: 'Where it stands.' }),
    outcome: t.expose('outcome', {
      type: LawOutcomeEnum,
      nullable: true,
      description: 'What was answered last, also to other words or too long ago; null where nothing was.',
    }),
    evidence: t.exposeString('evidence', {
      nullable: true,
      description: 'What is on record and answers it; null where people answer.',
    }),
    askedAgainAt: t.expose('askedAgainAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it is asked again; null where nothing holds until then.',
    }),
    mine: t.exposeBoolean('mine', { description: 'Whether it is yours to answer for this account.' }),
  }),
})

const AccountLawChecklistRef = builder.objectRef<AccountChecklist>('AccountLawChecklist').implement({
  description: 'What law and policy ask of an account, and where it stands (V.A.2).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'The version of the checklist in force.' }),
    items: t.field({
      type: [AccountLawItemRef],
      description: 'Every item in order.',
      resolve: ({ items }) => [...items],
    }),
    inOrder: t.boolean({
      description: 'Whether every item is met or does not apply.',
      resolve: ({ items }) =>
        items.every(({ standing }) => standing === 'MET' || standing === 'NOT_APPLICABLE'),
    }),
    availableAction: t.field({
      type: AvailableActionRef,
      description: 'Whether you may answer any of it, and what stands in your way.',
      resolve: ({ action }) => action,
    }),
  }),
})

const checklistSelect = {
  ...accountFactsSelect,
  activatedAt: true,
  createdAt: true,
  platform: {
    select: {
      ...accountFactsSelect.platform.select,
      reviews: REVIEW_FACTS,
    },
  },
  securityAttestations: { orderBy: ATTESTATION_ORDER, select: { policyId: true, attestedAt: true } },
} satisfies Prisma.AccountSelect

type ChecklistRow = Prisma.AccountGetPayload<{ select: typeof checklistSelect }>

builder.prismaObjectFields('Account', (t) => ({
  lawChecklist: t.field({
    type: AccountLawChecklistRef,
    nullable: true,
    description:
      'What law and policy ask of it and where it stands; null where you may not see that (V.A.2).',
    select: checklistSelect,
    resolve: async (account, _args, context) => {
      if (!seesContacts(readReach(context.actor), account.componentId)) return null
      const facts = toAccountFacts(account, await grantedExceptions(context), await conductFacts(context))
      const evidence = {
        ...facts,
        reviews: account.platform.reviews,
        attestation: await attestationOf(account, context),
      }
      return {
        version: facts.conduct.law.version,
        items: readLawChecklist(context.actor, facts, evidence, requestNow(context)),
        action: availableLawAnswer(context.actor, facts),
      }
    },
  }),
  lawAnswers: t.relation('lawAnswers', {
    description: 'What people answered to the checklist, where you may see that (V.A.2).',
    query: { orderBy: lawAnswersSelect.orderBy },
  }),
}))

// The newest attestation, where it is against the policy in force.
async function attestationOf(account: ChecklistRow, context: RequestContext) {
  const { securityPolicies, values } = await readPolicy(context)
  const policy = policyInForce(securityPolicies, requestNow(context))
  const [attestation] = account.securityAttestations
  if (policy === null || attestation?.policyId !== policy.id) return null
  const inUseSince = account.claimedAt ?? account.activatedAt ?? account.createdAt
  const dueAt = attestationDueAt({ inUseSince, attestation }, policy, values)
  return dueAt === null ? null : { attestedAt: attestation.attestedAt, dueAt }
}
