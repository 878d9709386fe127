import { readRequestGround, writeSubmission } from '@official-accounts/db/facts/request-form-row'
import { similarAccounts } from '@official-accounts/db/similar-accounts'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { personIdOf } from '@official-accounts/domain/access/actor'
import {
  checkOutletAddress,
  checkUse,
  judgeAccountRequest,
} from '@official-accounts/domain/account/request-rules'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, DomainError, invalidInput } from '@official-accounts/domain/errors'
import type { IdentityPlatform } from '@official-accounts/domain/directory/platform-rules'
import { covers, isInForce, type GrantedException } from '@official-accounts/domain/exception/exception'
import type { RequestForm } from '@official-accounts/domain/request-form/request-form'
import { risksIn } from '@official-accounts/domain/request-form/request-form-rules'
import { answerChanges } from '@official-accounts/domain/request-form/submission-changes'
import { textsToRecord } from '@official-accounts/domain/privacy-approval/personal-names'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { formFields, requestDetails } from './account-input.ts'
import { checkFormVersion } from './form-version.ts'
import { accountSlug, nextFree } from './account-slug.ts'
import { exceptionsUsed } from './account-transition.ts'
import { identifyAccount, identityPlatforms, type NamedAccount } from './identify-account.ts'

const input = z.object({ componentId: z.uuid(), ...requestDetails, ...formFields })
type RequestInput = z.infer<typeof input>

interface Locked {
  readonly platforms: readonly IdentityPlatform[]
  /** The form in force. */
  readonly form: RequestForm
  readonly componentId: string
  readonly named: NamedAccount
  /** Its public address, where it names an account. */
  readonly slug: string
  /** Registered accounts that look like it, as far as the requester may see: kept for whoever decides. */
  readonly similarIds: readonly string[]
  /** Granted exceptions for such accounts of the component on the platform (V.B.12). */
  readonly exceptions: readonly GrantedException[]
}

const KEPT = [
  'title',
  'handle',
  'canonicalKey',
  'profileUrl',
  'useCategory',
  'purpose',
  'missionArea',
  'officialOutletUrl',
  'riskKeys',
  'namesPersonIn',
] as const
const SUBMITTED = Object.keys(requestDetails)

/** Asks for an account: what for, on which platform, why no other serves (V.B.1, V.B.3, V.B.10, II.B). */
export const requestAccount = defineCommand({
  name: 'requestAccount',
  permission: 'account.request',
  subjectType: 'Account',
  input,
  subjectId: () => null,
  lock: lockRequest,
  place: (locked) => locked,
  decide(actor, now, request, { named, exceptions, form, platforms }) {
    // The use is looked at first: what is operational is refused whatever the address.
    const use = checkUse(request.useCategory)
    if (use || request.useCategory === 'OPERATIONAL') return refuse(use ?? unreachable())
    if (!named.found) return refuse(named.refusal)
    const inForce = exceptions.filter((exception) => isInForce(exception, now))
    const { refusal, exceptionIds } = judgeAccountRequest(request, named.platform, form, inForce)
    const why =
      refusal ??
      checkOutletAddress(request.officialOutletUrl, platforms) ??
      checkFormVersion(request.formVersion, form.version)
    if (why) return refuse(why)
    if (named.holderId !== null) {
      return refuse(conflict('This account is registered already.', { type: 'Account', id: named.holderId }))
    }
    const { useCategory, answers, formVersion: _version, namesPersonIn, ...details } = request
    const { handle } = named.account
    return allow({
      ...details,
      useCategory,
      answers,
      riskKeys: [...risksIn(form, answers)],
      id: newIdAt(now),
      platformId: named.platform.id,
      handle,
      namesPersonIn: textsToRecord({ ...details, handle }, namesPersonIn, null),
      canonicalKey: named.account.canonicalKey,
      profileUrl: named.account.canonicalUrl,
      requestedById: personIdOf(actor),
      exceptionIds,
    })
  },
  async apply(tx, { exceptionIds, answers, ...account }, { similarIds, form, slug }, { now }) {
    await tx.account.createMany({
      data: [{ ...account, slug, state: 'REQUESTED', requestedAt: now, createdAt: now, changedAt: now }],
    })
    await writeSubmission(tx, {
      accountId: account.id,
      formId: form.id,
      answers,
      changes: [...changesBetween(SUBMITTED, {}, account), ...answerChanges([], answers)],
      riskKeys: account.riskKeys,
      submittedById: account.requestedById,
      at: now,
    })
    return {
      result: { type: 'Account', id: account.id },
      audit: [
        {
          action: 'account.request',
          componentId: account.componentId,
          subjectType: 'Account',
          subjectId: account.id,
          clauses: ['V.B.2', 'V.B.3'],
          reason: account.justification,
          changes: [
            { field: 'state', before: null, after: 'REQUESTED' },
            ...changesBetween(KEPT, {}, account),
            ...exceptionsUsed(exceptionIds),
            ...(similarIds.length === 0 ? [] : [{ field: 'similarTo', before: null, after: similarIds }]),
          ],
        },
      ],
      events: [{ type: 'account.requested', subjectType: 'Account', subjectId: account.id }],
    }
  },
})

async function lockRequest(tx: Tx, request: RequestInput): Promise<Locked> {
  const { componentId } = request
  const platforms = await identityPlatforms(tx)
  const named = await identifyAccount(tx, request.profileUrl, platforms)
  const platformId = named.found ? named.platform.id : null
  const slug = named.found ? accountSlug(named.slug, named.account.handle) : null
  const ground = await readRequestGround(tx, componentId, platformId, slug)
  if (!ground.componentExists)
    throw new DomainError(invalidInput('componentId', 'There is no such component.'))
  return {
    componentId,
    platforms,
    form: ground.form,
    named,
    slug: nextFree(slug ?? '', new Set(ground.takenSlugs)),
    similarIds: await findSimilar(tx, named),
    exceptions:
      platformId === null
        ? []
        : ground.exceptions.filter((exception) =>
            covers(exception, { accountId: null, componentId, platformId }),
          ),
  }
}

async function findSimilar(tx: Tx, named: NamedAccount): Promise<readonly string[]> {
  if (!named.found) return []
  const similar = await similarAccounts(tx, { platform: named.slug, key: named.account.canonicalKey })
  return similar.filter(({ reason }) => reason !== 'SAME_NAME_OTHER_PLATFORM').map(({ id }) => id)
}

function unreachable(): never {
  throw new Error('Operational use was not refused.')
}

function newIdAt(now: Date): string {
  return newId(now.getTime())
}
