import type { Tx } from '@official-accounts/db/transaction'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { ROLE_NAMES } from '@official-accounts/domain/access/roles'
import { allow, refuse } from '@official-accounts/domain/decision'
import { checkStandIn } from '@official-accounts/domain/delegation/delegation-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import {
  authorityField,
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
    held: await isHeld(tx, role, componentId),
  }),
  place: (_locked, { componentId }) => ({ componentId }),
  decide(actor, now, request, { delegate, held }) {
    const { kind, role, componentId, validUntil, delegateId, reason } = request
    const period = { validFrom: request.validFrom ?? now, validUntil }
    const refusal = checkStandIn(actor, now, { ...period, kind, role, componentId, held }, delegate)
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

async function isHeld(
  tx: Tx,
  role: (typeof ROLE_NAMES)[number],
  componentId: string | null,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ held: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM role_grant g JOIN person p ON p.id = g.person_id AND p.state = 'ACTIVE'
      WHERE g.role = ${role}::"Role" AND g.component_id IS NOT DISTINCT FROM ${componentId}::uuid
        AND g.revoked_at IS NULL AND g.valid_from <= clock_timestamp()
        AND (g.valid_until IS NULL OR g.valid_until > clock_timestamp())
    ) AS held`
  return row?.held ?? false
}
