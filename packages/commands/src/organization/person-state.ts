import { lockLent } from '@official-accounts/db/facts/delegation-facts'
import { lockAccountsOf } from '@official-accounts/db/facts/person-contacts'
import { allow, refuse } from '@official-accounts/domain/decision'
import type { DelegationFacts } from '@official-accounts/domain/delegation/delegation'
import { conflict, DomainError, notFound } from '@official-accounts/domain/errors'
import { checkNotOwnRole } from '@official-accounts/domain/organization/person-rules'
import { z } from 'zod'
import { settledEntries, settleTimers } from '../account-timer/settle-timers.ts'
import { endLent } from '../delegation/end-lent.ts'
import { defineCommand, type Command } from '../command.ts'

const input = z.object({
  personId: z.uuid(),
  reason: z.string().trim().min(1, 'Say why.').max(2000, 'At most 2,000 characters.'),
})

interface Locked {
  readonly id: string
  readonly state: 'ACTIVE' | 'DEACTIVATED'
  readonly componentId: string | null
  readonly version: number
  /** What the person has lent, where it ends with this, locked. */
  readonly lent: readonly DelegationFacts[]
  /** The accounts that the person and whoever holds what was lent answer for, locked. */
  readonly accountIds: readonly string[]
}

function changePersonState(to: Locked['state']): Command<z.infer<typeof input>, Locked, { reason: string }> {
  const deactivates = to === 'DEACTIVATED'
  const permission = deactivates ? 'person.deactivate' : 'person.reactivate'
  return defineCommand<z.infer<typeof input>, Locked, { reason: string }>({
    name: deactivates ? 'deactivatePerson' : 'reactivatePerson',
    permission,
    subjectType: 'Person',
    input,
    subjectId: ({ personId }) => personId,
    async lock(tx, { personId }) {
      await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`
      const select = { id: true, state: true, componentId: true, version: true }
      const person = await tx.person.findFirst({ where: { id: personId }, select })
      if (person === null) throw new DomainError(notFound('person'))
      const lent = deactivates ? await lockLent(tx, [personId]) : []
      const answering = [personId, ...lent.flatMap(({ delegateId }) => delegateId ?? [])]
      return { ...person, lent, accountIds: await lockAccountsOf(tx, ...answering) }
    },
    place: () => ({ componentId: null }),
    version: (person) => person.version,
    decide(actor, _now, { reason }, person) {
      const refusal = checkNotOwnRole(actor, person.id)
      if (refusal) return refuse(refusal)
      return person.state === to ? refuse(conflict(`This person is ${to} already.`)) : allow({ reason })
    },
    async apply(tx, { reason }, person, { now }) {
      await tx.person.updateMany({
        where: { id: person.id },
        data: { state: to, deactivatedAt: deactivates ? now : null, version: person.version + 1 },
      })
      // The time to the suspension of what nobody answers for now begins, or ends, with this (V.B.5).
      const everything = { personId: person.id, role: null, officeId: null }
      const ended = await endLent(tx, everything, { ...person, action: permission }, now)
      const settled = await settleTimers(tx, person.accountIds, now)
      return {
        result: { type: 'Person', id: person.id },
        audit: [
          {
            action: permission,
            componentId: person.componentId,
            subjectType: 'Person',
            subjectId: person.id,
            clauses: ['V.B.5'],
            reason,
            changes: [{ field: 'state', before: person.state, after: to }],
          },
          ...ended.audit,
          ...settledEntries(settled, permission, null),
        ],
        events: [
          {
            type: `person.${deactivates ? 'deactivated' : 'reactivated'}`,
            subjectType: 'Person',
            subjectId: person.id,
          },
          ...ended.events,
          ...settled.flatMap(({ events }) => events),
        ],
      }
    },
  })
}

/**
 * Records that a person left or lost the right to act: accounts they answer for are vacant at once (V.B.5), and what they
 * lent ends for good (IV.A.4).
 */
export const deactivatePerson = changePersonState('DEACTIVATED')

/** Records that a person may act again (V.B.5). */
export const reactivatePerson = changePersonState('ACTIVE')
