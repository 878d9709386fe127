import type { Tx } from '@official-accounts/db/transaction'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { ROLE_NAMES } from '@official-accounts/domain/access/roles'
import { allow, refuse } from '@official-accounts/domain/decision'
import { checkStandIn, type Period } from '@official-accounts/domain/delegation/delegation-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import {
  authorityField,
  candidateAt,
  isHeldAt,
  readCandidate,
  periodFields,
  reasonField,
  recordDelegation,
} from './delegation-store.ts'

const fields = {
  delegateId: z.uuid(),
  role: z.enum(ROLE_NAMES),
  componentId: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
  ...periodFields,
  reason: reasonField,
}
const input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ACTING'), ...fields, writtenAuthority: authorityField }),
  z.object({ kind: z.literal('COVER'), ...fields, writtenAuthority: authorityField.nullish() }),
])

/** Fills a vacant office, or names who covers for its holder while away (IV.A.4). */
export const recordStandIn = defineCommand({
  name: 'recordStandIn',
  permission: 'delegation.recordStandIn',
  subjectType: 'Delegation',
  input,
  subjectId: () => null,
  lock: async (tx: Tx, { delegateId, role, componentId }: z.infer<typeof input>) => ({
    delegate: await readCandidate(tx, delegateId),
    holders: await readHolders(tx, role, componentId),
  }),
  place: (_locked, { componentId }) => ({ componentId }),
  decide(actor, now, request, { delegate, holders }) {
    const { kind, role, componentId, validUntil, delegateId, reason } = request
    const period = { validFrom: request.validFrom ?? now, validUntil }
    const held = holders.some((holder) => isHeldAt(holder, now))
    const wanted = { ...period, kind, role, componentId, held }
    const refusal = checkStandIn(actor, now, wanted, candidateAt(delegate, now))
    if (refusal) return refuse(refusal)
    const delegatorId = kind === 'COVER' ? personIdOf(actor) : null
    const writtenAuthority = request.writtenAuthority ?? null
    return allow({
      ...period,
      kind,
      role,
      officeId: componentId,
      delegatorId,
      delegateId,
      writtenAuthority,
      reason,
    })
  },
  apply: (tx, outcome, _locked, context) =>
    recordDelegation(tx, outcome, 'delegation.recordStandIn', ['IV.A.4'], context),
})

/** From when until when active people hold an office that was not taken from them. */
async function readHolders(
  tx: Tx,
  role: (typeof ROLE_NAMES)[number],
  componentId: string | null,
): Promise<readonly Period[]> {
  return tx.roleGrant.findMany({
    where: { role, componentId, revokedAt: null, person: { state: 'ACTIVE' } },
    select: { validFrom: true, validUntil: true },
  })
}
