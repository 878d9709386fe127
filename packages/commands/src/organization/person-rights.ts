import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, DomainError, notFound } from '@official-accounts/domain/errors'
import { checkNotOwnRights } from '@official-accounts/domain/organization/rights-rules'
import { z } from 'zod'
import { defineCommand, type Command } from '../command.ts'

const input = z.object({
  personId: z.uuid(),
  reason: z.string().trim().min(1, 'Give the reason in writing.').max(2000, 'At most 2,000 characters.'),
})

interface Locked {
  readonly id: string
  readonly componentId: string | null
  readonly rightsSuspendedAt: Date | null
  readonly version: number
}

function changeRights(suspends: boolean): Command<z.infer<typeof input>, Locked, { reason: string }> {
  const permission = suspends ? 'person.suspendRights' : 'person.restoreRights'
  return defineCommand<z.infer<typeof input>, Locked, { reason: string }>({
    name: suspends ? 'suspendPersonRights' : 'restorePersonRights',
    permission,
    subjectType: 'Person',
    input,
    subjectId: ({ personId }) => personId,
    async lock(tx, { personId }) {
      await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`
      const select = { id: true, componentId: true, rightsSuspendedAt: true, version: true }
      const person = await tx.person.findFirst({ where: { id: personId }, select })
      if (person === null) throw new DomainError(notFound('person'))
      return person
    },
    place: () => ({ componentId: null }),
    version: (person) => person.version,
    decide(actor, _now, { reason }, person) {
      const refusal = checkNotOwnRights(actor, person.id)
      if (refusal) return refuse(refusal)
      if ((person.rightsSuspendedAt !== null) !== suspends) return allow({ reason })
      return refuse(conflict(`This person’s rights are ${suspends ? 'suspended already' : 'not suspended'}.`))
    },
    async apply(tx, { reason }, person, { now }) {
      const rightsSuspendedAt = suspends ? now : null
      await tx.person.updateMany({
        where: { id: person.id },
        data: { rightsSuspendedAt, version: person.version + 1 },
      })
      return {
        result: { type: 'Person', id: person.id },
        audit: [
          {
            action: permission,
            componentId: person.componentId,
            subjectType: 'Person',
            subjectId: person.id,
            clauses: ['IV.A.5'],
            reason,
            changes: [
              {
                field: 'rightsSuspendedAt',
                before: person.rightsSuspendedAt?.toISOString() ?? null,
                after: rightsSuspendedAt?.toISOString() ?? null,
              },
            ],
          },
        ],
        events: [
          {
            type: `person.rights${suspends ? 'Suspended' : 'Restored'}`,
            subjectType: 'Person',
            subjectId: person.id,
          },
        ],
      }
    },
  })
}

/** The Assistant Secretary takes a person's right to act: from the next decision on they only read (IV.A.5). */
export const suspendPersonRights = changeRights(true)

/** The Assistant Secretary gives a person the right to act back (IV.A.5). */
export const restorePersonRights = changeRights(false)
