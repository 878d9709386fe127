import type { DelegationFacts } from '@official-accounts/domain/delegation/delegation'
import type { Prisma } from '../generated/client/client.ts'

/** What has to be read of a delegation before anything is decided on it. */
export const delegationFactsSelect = {
  id: true,
  kind: true,
  role: true,
  delegatorId: true,
  delegateId: true,
  recordedById: true,
  componentId: true,
  officeId: true,
  validFrom: true,
  validUntil: true,
  revokedAt: true,
  version: true,
} satisfies Prisma.DelegationSelect

/** The row as the domain looks at it. */
export function toDelegationFacts({
  officeId,
  componentId,
  ...row
}: Prisma.DelegationGetPayload<{ select: typeof delegationFactsSelect }>): DelegationFacts {
  return { ...row, componentId: componentId ?? officeId }
}
