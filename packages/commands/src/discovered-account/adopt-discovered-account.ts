import { decideDiscoveredAccount } from '@official-accounts/db/facts/discovered-account-facts'
import type { Prisma } from '@official-accounts/db/generated/client/client'
import { readRequestGround } from '@official-accounts/db/facts/request-form-row'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { STATED_USES } from '@official-accounts/domain/account/account'
import { checkUse } from '@official-accounts/domain/account/request-rules'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { checkDiscoveredAccountAction } from '@official-accounts/domain/discovered-account/discovered-account-rules'
import type { DiscoveredAccountFacts } from '@official-accounts/domain/discovered-account/discovered-account'
import { conflict } from '@official-accounts/domain/errors'
import { covers, isInForce } from '@official-accounts/domain/exception/exception'
import { rule } from '@official-accounts/domain/exception/lift'
import { checkPlatformUsable } from '@official-accounts/domain/platform/platform-rules'
import { z } from 'zod'
import { accountSlug, nextFree } from '../account/account-slug.ts'
import { decider, exceptionsUsed } from '../account/account-transition.ts'
import { identifyAccount } from '../account/identify-account.ts'
import { defineCommand } from '../command.ts'
import { lockDiscoveredAccount } from './lock-discovered-account.ts'

const input = z.object({
  discoveredAccountId: z.uuid(),
  useCategory: z
    .enum(STATED_USES)
    .nullish()
    .transform((use) => use ?? 'PUBLIC_COMMUNICATION'),
  reason: z.string().trim().min(1, 'Give the reason in writing.').max(4000, 'At most 4,000 characters.'),
})

/**
 * Public Affairs adopts a discovered account: a request is opened that its component completes, and that walks the
 * ordinary way. Nothing of it is public meanwhile (V.B.8, V.B.6).
 */
export const adoptDiscoveredAccount = defineCommand({
  name: 'adoptDiscoveredAccount',
  permission: 'discoveredAccount.adopt',
  subjectType: 'DiscoveredAccount',
  input,
  subjectId: ({ discoveredAccountId }) => discoveredAccountId,
  lock: lockAdoption,
  place: ({ componentId }) => ({ componentId }),
  version: ({ version }) => version,
  decide(actor, now, { useCategory, reason }, discovered) {
    const { named, exceptions } = discovered
    const blocked = checkDiscoveredAccountAction(actor, 'adoptDiscoveredAccount', discovered)
    if (blocked) return refuse(blocked)
    const use = checkUse(useCategory)
    if (use || useCategory === 'OPERATIONAL') return refuse(use ?? unreachable())
    if (!named.found) return refuse(named.refusal)
    const inForce = exceptions.filter((exception) => isInForce(exception, now))
    const platformCheck = { refusal: () => checkPlatformUsable(named.platform), liftable: true }
    const { refusal, exceptionIds } = rule(inForce, [platformCheck])
    if (refusal) return refuse(refusal)
    if (named.holderId !== null) {
      return refuse(conflict('This account is registered already.', { type: 'Account', id: named.holderId }))
    }
    const { handle, canonicalKey, canonicalUrl } = named.account
    const identity = { platformId: named.platform.id, handle, canonicalKey, profileUrl: canonicalUrl }
    return allow({ account: { ...identity, title: handle, useCategory }, reason, exceptionIds })
  },
  async apply(tx, { account, reason, exceptionIds }, discovered, context) {
    const { now } = context
    const accountId = newId(now.getTime())
    await openRequest(
      tx,
      { ...account, id: accountId, slug: discovered.slug, componentId: discovered.componentId },
      now,
    )
    await decideDiscoveredAccount(tx, {
      id: discovered.id,
      kind: 'ADOPTED',
      version: discovered.version + 1,
      findingId: discovered.findingId,
      accountId,
      closure: null,
      evidence: null,
      decisionId: newId(now.getTime()),
      decidedById: decider(context),
      role: context.role,
      delegationId: context.delegationId,
      reason,
      at: now,
    })
    return {
      result: { type: 'DiscoveredAccount', id: discovered.id },
      audit: adoptionEntries(discovered, { accountId, reason, exceptionIds, profileUrl: account.profileUrl }),
      events: [
        { type: 'discoveredAccount.adopted', subjectType: 'DiscoveredAccount', subjectId: discovered.id },
      ],
    }
  },
})

type NewRequest = Omit<Prisma.AccountCreateManyInput, 'state' | 'requestedAt' | 'createdAt' | 'changedAt'>

// Its component completes the request before anybody decides on it: it begins as one sent back for changes.
async function openRequest(tx: Tx, account: NewRequest, now: Date): Promise<void> {
  await tx.account.createMany({
    data: [{ ...account, state: 'CHANGES_REQUESTED', requestedAt: now, createdAt: now, changedAt: now }],
  })
}

interface Adoption {
  readonly accountId: string
  readonly profileUrl: string
  readonly reason: string
  readonly exceptionIds: readonly string[]
}

function adoptionEntries(
  { id, componentId, state, findingId }: DiscoveredAccountFacts,
  { accountId, profileUrl, reason, exceptionIds }: Adoption,
): readonly [AuditEntry, AuditEntry] {
  const entry = {
    action: 'discoveredAccount.adopt',
    componentId,
    clauses: ['V.B.8', 'V.B.6'],
    reason,
  } as const
  return [
    {
      ...entry,
      subjectType: 'DiscoveredAccount',
      subjectId: id,
      changes: [
        { field: 'state', before: state, after: 'ADOPTED' },
        { field: 'accountId', before: null, after: accountId },
        { field: `Finding/${findingId}`, before: 'OPEN', after: 'CLOSED' },
        ...exceptionsUsed(exceptionIds),
      ],
    },
    {
      ...entry,
      subjectType: 'Account',
      subjectId: accountId,
      changes: [
        { field: 'state', before: null, after: 'CHANGES_REQUESTED' },
        { field: 'profileUrl', before: null, after: profileUrl },
      ],
    },
  ]
}

async function lockAdoption(tx: Tx, { discoveredAccountId }: z.infer<typeof input>) {
  const discovered = await lockDiscoveredAccount(tx, discoveredAccountId)
  const { componentId } = discovered
  const named = await identifyAccount(tx, discovered.profileUrl)
  const platformId = named.found ? named.platform.id : null
  const wanted = named.found ? accountSlug(named.slug, named.account.handle) : null
  const ground = await readRequestGround(tx, componentId, platformId, wanted)
  const exceptions =
    platformId === null
      ? []
      : ground.exceptions.filter((exception) =>
          covers(exception, { accountId: null, componentId, platformId }),
        )
  return { ...discovered, named, exceptions, slug: nextFree(wanted ?? '', new Set(ground.takenSlugs)) }
}

function unreachable(): never {
  throw new Error('Operational use was not refused.')
}
