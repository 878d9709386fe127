import type { Tx } from '@official-accounts/db/transaction'
import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import { checkNotRecorded, checkRecusal } from '@official-accounts/domain/delegation/delegation-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import {
  findSame,
  readCandidate,
  periodFields,
  readScope,
  reasonField,
  recordDelegation,
  scopeFields,
} from './delegation-store.ts'

const input = z.object({ personId: z.uuid(), ...scopeFields, ...periodFields, reason: reasonField })

/** Somebody stands aside from a matter: none of their roles counts there while the recusal is in force. */
export const recordRecusal = defineCommand({
  name: 'recordRecusal',
  permission: 'delegation.recordRecusal',
  subjectType: 'Delegation',
  input,
  subjectId: () => null,
  async lock(tx: Tx, request: z.infer<typeof input>) {
    const { personId } = await readCandidate(tx, request.personId)
    const scope = await readScope(tx, request)
    return { scope, same: await findSame(tx, { kind: 'RECUSAL', delegatorId: personId, ...scope }) }
  },
  place: () => ({ componentId: null }),
  decide(actor, now, { personId, validFrom, validUntil, reason }, { scope, same }) {
    const period = { validFrom: validFrom ?? now, validUntil }
    const refusal = firstRefusal(
      () => checkRecusal(actor, now, personId, period),
      () => checkNotRecorded(personId, same),
    )
    return refusal ? refuse(refusal) : allow({ ...period, ...scope, delegatorId: personId, reason })
  },
  apply: (tx, outcome, _locked, context) =>
    recordDelegation(tx, { ...outcome, kind: 'RECUSAL' }, 'delegation.recordRecusal', ['IV.A.4'], context),
})
