import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { ROLE_NAMES } from '@official-accounts/domain/access/roles'
import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import { conflict, DomainError, invalidInput, notFound } from '@official-accounts/domain/errors'
import { checkNotOwnRole, checkRolePlace } from '@official-accounts/domain/organization/person-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'

const instant = z.iso
  .datetime({ offset: true, error: 'An instant such as 2027-01-31T00:00:00Z.' })
  .transform((text) => new Date(text))

const input = z.object({
  personId: z.uuid(),
  role: z.enum(ROLE_NAMES),
  componentId: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
  validFrom: instant.nullish().transform((value) => value ?? null),
  validUntil: instant.nullish().transform((value) => value ?? null),
  reason: z.string().trim().min(1, 'Say on what the role rests.').max(2000, 'At most 2,000 characters.'),
})

/** Gives a person a role, for a time and a component where the role is a component's. Never to oneself. */
export const grantRole = defineCommand({
  name: 'grantRole',
  permission: 'role.grant',
  subjectType: 'RoleGrant',
  input,
  subjectId: ({ personId }) => personId,
  lock: lockGrant,
  place: () => ({ componentId: null }),
  decide(actor, now, request, { held }) {
    const refusal = firstRefusal(
      () => checkNotOwnRole(actor, request.personId),
      () => checkRolePlace(request.role, request.componentId),
      () => (held ? conflict('This person holds the role already.', { type: 'RoleGrant', id: held }) : null),
    )
    if (refusal) return refuse(refusal)
    const validFrom = request.validFrom ?? now
    if (request.validUntil !== null && request.validUntil <= validFrom) {
      return refuse(invalidInput('validUntil', 'The role ends after it begins.'))
    }
    return allow({ ...request, id: newId(now.getTime()), validFrom, grantedById: personIdOf(actor) })
  },
  async apply(tx, grant, _locked, { now }) {
    await tx.roleGrant.createMany({ data: [{ ...grant, createdAt: now }] })
    return {
      result: { type: 'RoleGrant', id: grant.id },
      audit: [
        {
          action: 'role.grant',
          componentId: grant.componentId,
          subjectType: 'RoleGrant',
          subjectId: grant.id,
          clauses: ['IV.A.1'],
          reason: grant.reason,
          changes: [
            { field: 'personId', before: null, after: grant.personId },
            { field: 'role', before: null, after: grant.role },
          ],
        },
      ],
      events: [{ type: 'role.granted', subjectType: 'RoleGrant', subjectId: grant.id }],
    }
  },
})

async function lockGrant(
  tx: Tx,
  { personId, role, componentId }: z.infer<typeof input>,
): Promise<{ held: string | null }> {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`
  const person = await tx.person.findFirst({ where: { id: personId }, select: { state: true } })
  if (person === null) throw new DomainError(notFound('person'))
  if (componentId !== null && (await tx.component.count({ where: { id: componentId } })) === 0) {
    throw new DomainError(invalidInput('componentId', 'There is no such component.'))
  }
  const held = await tx.roleGrant.findFirst({
    where: { personId, role, componentId, revokedAt: null, endedAt: null },
    select: { id: true },
  })
  return { held: held?.id ?? null }
}
