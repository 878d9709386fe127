import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, DomainError, invalidInput } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { defineCommand, type Applied } from '../command.ts'

const optionalText = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .nullish()
  .transform((value) => value ?? null)

const input = z.object({
  issuer: z.url('The address of the identity provider.'),
  subject: z
    .string()
    .min(1, 'The subject the provider knows the person by.')
    .max(255, 'At most 255 characters.'),
  displayName: z.string().trim().min(1, 'A name to show.').max(300, 'At most 300 characters.'),
  email: z
    .email()
    .nullish()
    .transform((value) => value ?? null),
  affiliation: z.enum(['EMPLOYEE', 'CONTRACTOR', 'NON_DEPARTMENT_ENTITY', 'PROGRAM']),
  organizationName: optionalText,
  componentId: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
})

type Registration = z.infer<typeof input> & { readonly id: string; readonly grantId: string | null }

/**
 * Makes somebody whom the identity provider vouches for known here: a person by issuer and subject, never by e-mail
 * address, with the role EMPLOYEE; a program gets none (II.C).
 */
export const registerPerson = defineCommand({
  name: 'registerPerson',
  permission: 'person.register',
  subjectType: 'Person',
  input,
  subjectId: () => null,
  lock: lockIdentity,
  place: () => ({ componentId: null }),
  decide(_actor, now, request, { personId }) {
    if (personId !== null)
      return refuse(conflict('This identity is registered already.', { type: 'Person', id: personId }))
    const grantId = request.affiliation === 'PROGRAM' ? null : newId(now.getTime())
    return allow({ ...request, id: newId(now.getTime()), grantId })
  },
  apply: (tx, registration, _locked, { now }) => writePerson(tx, registration, now),
})

// Two first sign-ins of one person wait for each other; the second then finds the first.
async function lockIdentity(tx: Tx, { issuer, subject, componentId }: z.infer<typeof input>) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`identity ${issuer} ${subject}`}, 0))`
  if (componentId !== null && (await tx.component.count({ where: { id: componentId } })) === 0) {
    throw new DomainError(invalidInput('componentId', 'There is no such component.'))
  }
  const identity = await tx.identity.findFirst({ where: { issuer, subject }, select: { personId: true } })
  return { personId: identity?.personId ?? null }
}

async function writePerson(tx: Tx, registration: Registration, now: Date): Promise<Applied> {
  const { id, grantId, issuer, subject, ...person } = registration
  await tx.person.createMany({ data: [{ ...person, id, createdAt: now }] })
  await tx.identity.createMany({
    data: [{ id: newId(now.getTime()), issuer, subject, personId: id, createdAt: now }],
  })
  const registered: AuditEntry = {
    action: 'person.register',
    componentId: person.componentId,
    subjectType: 'Person',
    subjectId: id,
    clauses: ['II.C'],
    reason: null,
    changes: [
      { field: 'issuer', before: null, after: issuer },
      { field: 'affiliation', before: null, after: person.affiliation },
    ],
  }
  const result = { type: 'Person', id }
  const events = [{ type: 'person.registered' as const, subjectType: 'Person', subjectId: id }]
  if (grantId === null) return { result, audit: [registered], events }
  const granted = await grantEmployee(tx, grantId, id, now)
  return { result, audit: [registered, granted], events }
}

async function grantEmployee(tx: Tx, id: string, personId: string, now: Date): Promise<AuditEntry> {
  const reason = 'Registered from the identity provider.'
  await tx.roleGrant.createMany({
    data: [{ id, personId, role: 'EMPLOYEE', validFrom: now, reason, createdAt: now }],
  })
  return {
    action: 'role.grant',
    componentId: null,
    subjectType: 'RoleGrant',
    subjectId: id,
    clauses: ['IV.A.1'],
    reason,
    changes: [
      { field: 'personId', before: null, after: personId },
      { field: 'role', before: null, after: 'EMPLOYEE' },
    ],
  }
}
