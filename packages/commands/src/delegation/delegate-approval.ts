import type { Tx } from '@official-accounts/db/transaction'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import { checkApprovalLent, checkNotRecorded } from '@official-accounts/domain/delegation/delegation-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import {
  authorityField,
  candidateAt,
  findSame,
  readCandidate,
  periodFields,
  readScope,
  reasonField,
  recordDelegation,
  scopeFields,
} from './delegation-store.ts'

const input = z.object({
  delegateId: z.uuid(),
  ...scopeFields,
  ...periodFields,
  writtenAuthority: authorityField,
  reason: reasonField,
})

/** The Assistant Secretary lends the approval of accounts, in writing, for a scope and a time (IV.A.2, IV.A.4). */
export const delegateApproval = defineCommand({
  name: 'delegateApproval',
  permission: 'delegation.delegateApproval',
  subjectType: 'Delegation',
  input,
  subjectId: () => null,
  async lock(tx: Tx, request: z.infer<typeof input>) {
    const scope = await readScope(tx, request)
    const { delegateId } = request
    const delegate = await readCandidate(tx, delegateId)
    return { delegate, scope, same: await findSame(tx, { kind: 'APPROVAL', delegateId, ...scope }) }
  },
  place: () => ({ componentId: null }),
  decide(actor, now, request, { delegate, scope, same }) {
    const period = { validFrom: request.validFrom ?? now, validUntil: request.validUntil }
    const wanted = { ...period, scope, scopeComponentId: scope.componentId }
    const refusal = firstRefusal(
      () => checkApprovalLent(actor, now, wanted, candidateAt(delegate, now)),
      () => checkNotRecorded(personIdOf(actor), same),
    )
    if (refusal) return refuse(refusal)
    const { delegateId, writtenAuthority, reason } = request
    return allow({
      ...period,
      ...scope,
      delegateId,
      writtenAuthority,
      reason,
      delegatorId: personIdOf(actor),
    })
  },
  apply: (tx, outcome, _locked, context) =>
    recordDelegation(
      tx,
      { ...outcome, kind: 'APPROVAL', role: 'ASPA' },
      'delegation.delegateApproval',
      ['IV.A.2', 'IV.A.4'],
      context,
    ),
})
