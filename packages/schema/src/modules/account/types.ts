import {
  CONFIRMATION_ORDER,
  CONTACT_ORDER,
  DECISION_ORDER,
  accountFactsSelect,
  gatedAccountSelect,
  toAccountFacts,
  toNamedAccountFacts,
} from '@official-accounts/db/facts/account-facts'
import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { GrantedException } from '@official-accounts/domain/exception/exception'
import { NO_CONDUCT } from '@official-accounts/db/facts/conduct-facts'
import { vacantAt } from '@official-accounts/db/facts/vacancy'
import { accountsWithSeenContacts, seesContacts } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { isVacant } from '@official-accounts/domain/account/account'
import { approvalSteps } from '@official-accounts/domain/account/approval-steps'
import { availableAccountActions } from '@official-accounts/domain/account/available-actions'
import {
  PRIVACY_APPROVAL_ORDER,
  privacyAnswersSelect,
} from '@official-accounts/db/facts/privacy-approval-facts'
import { personalTexts } from '@official-accounts/domain/privacy-approval/personal-names'
import { unclearedTexts } from '@official-accounts/domain/privacy-approval/privacy-gate'
import { builder } from '../../builder.ts'
import { requestNow, type RequestContext } from '../../context.ts'
import { hotValue, type HotRow } from '../../whole-operation/hot-field.ts'
import { sql, type Sql } from '../../whole-operation/sql.ts'
import { AvailableActionRef } from '../available-action.ts'
import { ApprovalStepRef } from './approval-step.ts'
import {
  AccountStateEnum,
  AccountStatusEnum,
  LoginModelEnum,
  ObservedStatusEnum,
  UseCategoryEnum,
} from './enums.ts'
import { AccountTextEnum } from '../privacy-approval/enums.ts'
import { grantedExceptions } from '../exception/granted.ts'
import { conductFacts } from '../guidance/conduct.ts'

// The exceptions to the training of contacts come with the account: no list sends a statement more for them.
const vacancySelect = {
  ...accountFactsSelect,
  trainingExceptions: {
    orderBy: { exceptionId: 'asc' },
    select: { exceptionId: true, validFrom: true, validUntil: true },
  },
} satisfies Prisma.AccountSelect

type AccountWithVacancy = Prisma.AccountGetPayload<{ select: typeof vacancySelect }>

// What isSeenVacant() says, in SQL.
function seenVacant(row: HotRow): Sql {
  return row.holds((reach, now) => ({ AND: [accountsWithSeenContacts(reach), vacantAt(now)] }))
}

const HOT_STATUS = hotValue((row) => {
  const state = row.column('state')
  return sql`case when ${state} = 'ACTIVE' and ${seenVacant(row)} then 'POC_VACANT' else ${state}::text end`
})

const HOT_VACANT = hotValue((row) => sql`${seenVacant(row)}::text`)

export const AccountNode = builder.prismaNode('Account', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'An account on a platform, from its request to its tombstone.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its permanent public address under /accounts/.' }),
    state: t.expose('state', { type: AccountStateEnum, description: 'Where it stands here.' }),
    status: t.field({
      type: AccountStatusEnum,
      description:
        'Its state as people see it: POC_VACANT when it is active and nobody answers for it, where you may see who does.',
      select: vacancySelect,
      extensions: { wholeOperation: HOT_STATUS },
      resolve: (account, _args, context) =>
        account.state === 'ACTIVE' && isSeenVacant(context, account) ? 'POC_VACANT' : account.state,
    }),
    vacant: t.boolean({
      description:
        'Whether it needs an active primary contact and has none (V.B.5); false where you may not see who answers for it.',
      select: vacancySelect,
      extensions: { wholeOperation: HOT_VACANT },
      resolve: (account, _args, context) => isSeenVacant(context, account),
    }),
    observedStatus: t.expose('observedStatus', {
      type: ObservedStatusEnum,
      description: 'What was last seen of it on the platform.',
    }),
    handle: t.exposeString('handle', { description: 'Its handle, without a leading @.' }),
    canonicalKey: t.exposeString('canonicalKey', { description: 'Its identity on the platform.' }),
    profileUrl: t.exposeString('profileUrl', { description: 'Its address.' }),
    title: t.exposeString('title', { description: 'Its own name.' }),
    purpose: t.exposeString('purpose', {
      nullable: true,
      description: 'The mission purpose (V.B.3); null when not known.',
    }),
    missionArea: t.exposeString('missionArea', {
      nullable: true,
      description: 'The mission area it serves (V.B.3).',
    }),
    audience: t.exposeString('audience', { nullable: true, description: 'Whom it speaks to.' }),
    justification: t.exposeString('justification', {
      nullable: true,
      description: 'Why no existing account serves.',
    }),
    useCategory: t.expose('useCategory', {
      type: UseCategoryEnum,
      description: 'What it is used for (II.B).',
    }),
    language: t.exposeString('language', {
      nullable: true,
      description: 'A language tag; null when not known.',
    }),
    topics: t.exposeStringList('topics', { description: 'What it is about.' }),
    loginModel: t.expose('loginModel', {
      type: LoginModelEnum,
      description: 'How people sign in to it (V.B.8).',
    }),
    administrators: t.exposeInt('administrators', { nullable: true, description: 'How many administer it.' }),
    officialOutletUrl: t.exposeString('officialOutletUrl', {
      nullable: true,
      description: 'The official outlet that carries the same information (V.B.10).',
    }),
    commentPolicyUrl: t.exposeString('commentPolicyUrl', {
      nullable: true,
      description: 'Its comment policy.',
    }),
    privacyNoticeUrl: t.exposeString('privacyNoticeUrl', {
      nullable: true,
      description: 'Its privacy notice (M-10-23).',
    }),
    recordsCaptureMethod: t.exposeString('recordsCaptureMethod', {
      nullable: true,
      description: 'How its records are captured.',
    }),
    source: t.exposeString('source', { nullable: true, description: 'The register it was imported from.' }),
    listedOn: t.expose('listedOn', {
      type: 'Date',
      nullable: true,
      description: 'When that register last listed it.',
    }),
    claimBy: t.expose('claimBy', {
      type: 'Date',
      nullable: true,
      description: 'By when its office must claim it.',
    }),
    claimedAt: t.expose('claimedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its office claimed it.',
    }),
    requestedAt: t.expose('requestedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was asked for.',
    }),
    permittedAt: t.expose('permittedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When Public Affairs permitted it (V.B.2).',
    }),
    activatedAt: t.expose('activatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it became active.',
    }),
    lastConfirmedOn: t.expose('lastConfirmedOn', {
      type: 'Date',
      nullable: true,
      description: 'When its office last confirmed it.',
    }),
    suspendedAt: t.expose('suspendedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is suspended.',
    }),
    retiredAt: t.expose('retiredAt', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
    platformReviewSince: t.expose('platformReviewSince', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it waits for a review because of its platform (IV.A.2).',
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When it last changed.' }),
    component: t.relation('component', { description: 'Whose account it is.' }),
    platform: t.relation('platform', { description: 'On which platform.' }),
    requestedBy: t.relation('requestedBy', {
      nullable: true,
      description: 'Who asked for it, where you may see that.',
    }),
    migration: t.relation('migration', { nullable: true, description: 'The import it came with.' }),
    successor: t.relation('successor', { nullable: true, description: 'The account that follows it.' }),
    contacts: t.relation('contacts', {
      description: 'Who answers for it now and did before.',
      query: { orderBy: CONTACT_ORDER },
    }),
    aliases: t.relation('aliases', {
      description: 'Other and former names.',
      query: { orderBy: [{ id: 'asc' }] },
    }),
    listings: t.relation('listings', {
      description: 'What external registers said of it.',
      query: { orderBy: [{ listedOn: 'desc' }, { id: 'asc' }] },
    }),
    decisions: t.relation('decisions', {
      description: 'What was decided on it, in order.',
      query: { orderBy: DECISION_ORDER },
    }),
    confirmations: t.relation('confirmations', {
      description: 'The confirmations of its end (V.B.11).',
      query: { orderBy: CONFIRMATION_ORDER },
    }),
    findings: t.relation('findings', {
      description: 'Which clauses it breaks or broke.',
      query: { orderBy: [{ openedAt: 'desc' }, { id: 'desc' }] },
    }),
    namesPersonIn: t.field({
      type: [AccountTextEnum],
      description: 'Which of its texts name a person, as stated or noticed (IV.C.2).',
      select: { handle: true, title: true, purpose: true, namesPersonIn: true },
      resolve: (account) => [...personalTexts(toNamedAccountFacts(account))],
    }),
    uncleared: t.field({
      type: [AccountTextEnum],
      description:
        'Those of them for which no approval of the Chief Privacy Officer is in force (IV.C.2); empty where you may not see that.',
      select: {
        handle: true,
        title: true,
        purpose: true,
        namesPersonIn: true,
        privacyApprovals: privacyAnswersSelect,
      },
      resolve: (account, _args, context) =>
        seesContacts(readReach(context.actor), account.componentId)
          ? [...unclearedTexts(toNamedAccountFacts(account), requestNow(context))]
          : [],
    }),
    privacyApprovals: t.relation('privacyApprovals', {
      description: 'What the Chief Privacy Officer was asked about it and answered, newest first.',
      query: { orderBy: PRIVACY_APPROVAL_ORDER },
    }),
    approvalSteps: t.field({
      type: [ApprovalStepRef],
      description: 'Who has answered its request and who is missing; empty where you may not see that.',
      select: accountFactsSelect,
      resolve: (account, _args, { actor }) =>
        seesContacts(readReach(actor), account.componentId)
          ? [...approvalSteps(toAccountFacts(account, [], NO_CONDUCT))]
          : [],
    }),
    submissions: t.relation('submissions', {
      description: 'The request as it was sent in each time, with what changed, where you may see that.',
      query: { orderBy: [{ number: 'asc' }] },
    }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: gatedAccountSelect,
      resolve: async (account, _args, context) => {
        const facts = toAccountFacts(account, await grantedExceptions(context), await conductFacts(context))
        return [...availableAccountActions(context.actor, facts, requestNow(context))]
      },
    }),
  }),
})

// Row-level security hides the contacts of other components: what is not seen must not look like a vacancy.
function isSeenVacant(context: RequestContext, account: AccountWithVacancy): boolean {
  const granted = account.trainingExceptions.map(
    ({ exceptionId: id, validFrom, validUntil }): GrantedException => ({
      id,
      clauses: ['IV.A.3'],
      accountId: account.id,
      componentId: null,
      platformId: null,
      validFrom,
      validUntil,
    }),
  )
  return (
    seesContacts(readReach(context.actor), account.componentId) &&
    isVacant(toAccountFacts(account, granted, NO_CONDUCT), requestNow(context))
  )
}
