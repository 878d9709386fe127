import type { CorrectiveActionFacts } from '@official-accounts/domain/corrective-action/corrective-action'
import type { FindingFacts } from '@official-accounts/domain/finding/finding'
import type { Prisma } from '../generated/client/client.ts'

/** The one order of a finding's corrective actions, and of the steps of each. */
export const CORRECTIVE_ACTION_ORDER = [
  { assignedAt: 'asc' },
  { id: 'asc' },
] satisfies Prisma.CorrectiveActionOrderByWithRelationInput[]
export const STEP_ORDER = [
  { at: 'asc' },
  { id: 'asc' },
] satisfies Prisma.CorrectiveActionStepOrderByWithRelationInput[]

/** What has to be read of a finding before anything is decided on it. */
export const findingFactsSelect = {
  id: true,
  state: true,
  origin: true,
  code: true,
  clause: true,
  severity: true,
  componentId: true,
  accountId: true,
  platformId: true,
  version: true,
  actions: { orderBy: CORRECTIVE_ACTION_ORDER, select: { state: true } },
} satisfies Prisma.FindingSelect

/** The row as the domain looks at it. */
export function toFindingFacts(
  row: Prisma.FindingGetPayload<{ select: typeof findingFactsSelect }>,
): FindingFacts {
  return row
}

/** What has to be read of a corrective action before anything is decided on it. */
export const correctiveActionFactsSelect = {
  id: true,
  findingId: true,
  componentId: true,
  state: true,
  ownerRole: true,
  ownerId: true,
  assignedRole: true,
  version: true,
  finding: { select: { state: true, clause: true } },
  steps: { orderBy: STEP_ORDER, select: { kind: true, personId: true } },
} satisfies Prisma.CorrectiveActionSelect

/** The row as the domain looks at it. */
export function toCorrectiveActionFacts({
  finding,
  steps,
  ...row
}: Prisma.CorrectiveActionGetPayload<{ select: typeof correctiveActionFactsSelect }>): CorrectiveActionFacts {
  return {
    ...row,
    findingOpen: finding.state === 'OPEN',
    clause: finding.clause,
    completedByIds: steps.filter(({ kind }) => kind === 'COMPLETED').map(({ personId }) => personId),
  }
}
