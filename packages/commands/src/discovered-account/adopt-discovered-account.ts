import { decideDiscoveredAccount } from '@official-accounts/db/facts/discovered-account-facts'
import { readRequestGround } from '@official-accounts/db/facts/request-form-row'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { STATED_USES } from '@official-accounts/domain/account/account'
import { checkUse } from '@official-accounts/domain/account/request-rules'
import { allow, refuse } from '@official-accounts/domain/decision'
import { checkDiscoveredAccountAction } from '@official-accounts/domain/discovered-account/discovered-account-rules'
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
    const { id, componentId, slug, state, version, findingId } = discovered
    const accountId = newId(now.getTime())
    await tx.account.createMany({
      data: [
        {
          ...account,
          id: accountId,
          slug,
          componentId,
          state: 'CHANGES_REQUESTED',
          requestedAt: now,
          createdAt: now,
          changedAt: now,
        },
      ],
    })
    await decideDiscoveredAccount(tx, {
      id,
      kind: 'ADOPTED',
      version: version + 1,
      findingId,
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
    const entry = {
      action: 'discoveredAccount.adopt',
      componentId,
      clauses: ['V.B.8', 'V.B.6'],
      reason,
    } as const
    return {
      result: { type: 'DiscoveredAccount', id },
      audit: [
        {
          ...entry,
          subjectType: 'DiscoveredAccount',
          subjectId: id,
          changes: [
            { field: 'state', before: state, after: 'ADOPTED' },
            { field: 'accountId', before: null, after: accountId },
            ...exceptionsUsed(exceptionIds),
          ],
        },
        {
          ...entry,
          subjectType: 'Account',
          subjectId: accountId,
          changes: [
            { field: 'state', before: null, after: 'CHANGES_REQUESTED' },
            { field: 'profileUrl', before: null, after: account.profileUrl },
          ],
        },
      ],
      events: [{ type: 'discoveredAccount.adopted', subjectType: 'DiscoveredAccount', subjectId: id }],
    }
  },
})

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
