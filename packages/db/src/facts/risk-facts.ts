import type { RiskFacts, RiskMitigationFacts, RiskStanding } from '@official-accounts/domain/risk/risk'
import type { ComponentSubject } from '@official-accounts/domain/compliance/compliance'
import type { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'

/** The one order of a risk's mitigations. */
export const RISK_MITIGATION_ORDER = [
  { dueOn: 'asc' },
  { id: 'asc' },
] satisfies Prisma.RiskMitigationOrderByWithRelationInput[]

/** What has to be read of a risk to know whether it stands in the way of something. */
export const riskStandingSelect = {
  area: true,
  state: true,
  title: true,
  likelihood: true,
  impact: true,
  residualLikelihood: true,
  residualImpact: true,
  acceptedUntil: true,
} satisfies Prisma.RiskSelect

/** The risks of a subject that are not at their end, in one order. */
export const STANDING_RISKS = {
  where: { state: { in: ['OPEN', 'ACCEPTED'] } },
  orderBy: { id: 'asc' },
  select: riskStandingSelect,
} satisfies Prisma.Platform$risksArgs

/** The row as the domain looks at it. */
export function toRiskStanding(
  row: Prisma.RiskGetPayload<{ select: typeof riskStandingSelect }>,
): RiskStanding {
  return row
}

/** What has to be read of a risk before anything is decided on it. */
export const riskFactsSelect = {
  ...riskStandingSelect,
  id: true,
  accountId: true,
  platformId: true,
  componentId: true,
  reviewBy: true,
  reviewBecause: true,
  raisedById: true,
  acceptedById: true,
  version: true,
  mitigations: { orderBy: RISK_MITIGATION_ORDER, select: { state: true } },
} satisfies Prisma.RiskSelect

/** The row as the domain looks at it. */
export function toRiskFacts(row: Prisma.RiskGetPayload<{ select: typeof riskFactsSelect }>): RiskFacts {
  return row
}

/** What has to be read of a mitigation before anything is decided on it. */
export const riskMitigationFactsSelect = {
  id: true,
  riskId: true,
  componentId: true,
  state: true,
  ownerRole: true,
  ownerId: true,
  version: true,
  risk: { select: { area: true, accountId: true, platformId: true } },
} satisfies Prisma.RiskMitigationSelect

/** The row as the domain looks at it. */
export function toRiskMitigationFacts({
  risk,
  ...row
}: Prisma.RiskMitigationGetPayload<{ select: typeof riskMitigationFactsSelect }>): RiskMitigationFacts {
  const { area, accountId, platformId } = risk
  return { ...row, area, accountId, platformId }
}

/** What is owed of the risks laid to components, by component: one statement for all of them. */
export async function readOwedRisks(
  { risk }: Pick<Tx, 'risk'>,
  components: readonly { readonly id: string }[],
): Promise<(componentId: string) => Pick<ComponentSubject, 'risks' | 'mitigations'>> {
  const rows = await risk.findMany({
    relationLoadStrategy: 'join',
    where: { componentId: { in: components.map(({ id }) => id) }, state: { not: 'CLOSED' } },
    select: {
      componentId: true,
      area: true,
      state: true,
      reviewBy: true,
      mitigations: { where: { state: 'PLANNED' }, select: { state: true, dueOn: true } },
    },
  })
  const byComponent = Map.groupBy(rows, ({ componentId }) => componentId)
  return (componentId) => {
    const risks = byComponent.get(componentId) ?? []
    return {
      risks,
      mitigations: risks.flatMap(({ area, mitigations }) => mitigations.map((one) => ({ area, ...one }))),
    }
  }
}
