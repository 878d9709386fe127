import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { ROLE_NAMES } from '@official-accounts/domain/access/roles'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { checkAssignment } from '@official-accounts/domain/corrective-action/corrective-action-rules'
import { allow, refuse } from '@official-accounts/domain/decision'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import { findingPlace } from '@official-accounts/domain/finding/finding'
import { checkFindingAction } from '@official-accounts/domain/finding/finding-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'
import { optionalId, textField } from '../finding/finding-input.ts'
import { lockFinding } from '../finding/lock-finding.ts'

const input = z.object({
  findingId: z.uuid(),
  task: textField('Say what is to be done.'),
  ownerRole: z
    .enum(ROLE_NAMES)
    .nullish()
    .transform((value) => value ?? null),
  ownerId: optionalId,
  dueOn: z.iso.date('A date such as 2027-11-30.').transform((day) => new Date(`${day}T00:00:00Z`)),
})

const KEPT = ['state', 'findingId', 'ownerRole', 'ownerId', 'dueOn'] as const

/** An office says what is to be done about a finding, by whom and by when (IV.A.5). */
export const assignCorrectiveAction = defineCommand({
  name: 'assignCorrectiveAction',
  permission: 'correctiveAction.assign',
  subjectType: 'Finding',
  input,
  subjectId: ({ findingId }) => findingId,
  async lock(tx, { findingId, ownerId }) {
    const finding = await lockFinding(tx, findingId)
    return { finding, ownerActive: ownerId === null ? null : await isActivePerson(tx, ownerId) }
  },
  place: ({ finding }) => findingPlace(finding),
  version: ({ finding }) => finding.version,
  decide(actor, now, request, { finding, ownerActive }) {
    const refusal =
      checkFindingAction(actor, 'assignCorrectiveAction', finding) ??
      checkAssignment({ ...request, ownerActive }, now)
    return refusal ? refuse(refusal) : allow({ ...request, componentId: finding.componentId })
  },
  async apply(tx, request, { finding }, context) {
    const { now, role } = context
    if (role === null) throw new Error('A corrective action is assigned in an office.')
    const id = newId(now.getTime())
    const assigned = { assignedById: decider(context), assignedRole: role, assignedAt: now, changedAt: now }
    await tx.correctiveAction.createMany({ data: [{ ...request, ...assigned, id }] })
    return {
      result: { type: 'CorrectiveAction', id },
      audit: [
        {
          action: 'correctiveAction.assign',
          componentId: finding.componentId,
          subjectType: 'CorrectiveAction',
          subjectId: id,
          clauses: isClauseId(finding.clause) ? ['IV.A.5', finding.clause] : ['IV.A.5'],
          reason: request.task,
          changes: changesBetween(KEPT, {}, { ...request, state: 'ASSIGNED' }),
        },
      ],
      events: [{ type: 'correctiveAction.assigned', subjectType: 'CorrectiveAction', subjectId: id }],
    }
  },
})

/** Whether a person may act. Throws NOT_FOUND. */
export async function isActivePerson(tx: Tx, id: string): Promise<boolean> {
  const person = await tx.person.findFirst({ where: { id }, select: { state: true } })
  if (person === null) throw new DomainError(notFound('person'))
  return person.state === 'ACTIVE'
}
