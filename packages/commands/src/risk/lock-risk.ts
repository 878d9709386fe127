import {
  riskFactsSelect,
  riskMitigationFactsSelect,
  toRiskFacts,
  toRiskMitigationFacts,
} from '@official-accounts/db/facts/risk-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import type { RiskFacts, RiskMitigationFacts } from '@official-accounts/domain/risk/risk'

/**
 * Locks a risk and reads what decisions on it look at. Its platform is shared first, so that it is not approved
 * meanwhile. Throws NOT_FOUND.
 */
export async function lockRisk(tx: Tx, id: string): Promise<RiskFacts> {
  await tx.$queryRaw`
    SELECT id FROM platform WHERE id = (SELECT platform_id FROM risk WHERE id = ${id}::uuid) FOR SHARE`
  await tx.$queryRaw`SELECT id FROM risk WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.risk.findFirst({
    relationLoadStrategy: 'join',
    where: { id },
    select: riskFactsSelect,
  })
  if (row === null) throw new DomainError(notFound('risk'))
  return toRiskFacts(row)
}

/** Locks a mitigation; its risk is locked first, as by whoever decides on the risk. Throws NOT_FOUND. */
export async function lockRiskMitigation(tx: Tx, id: string): Promise<RiskMitigationFacts> {
  await tx.$queryRaw`
    SELECT id FROM risk WHERE id = (SELECT risk_id FROM risk_mitigation WHERE id = ${id}::uuid) FOR UPDATE`
  await tx.$queryRaw`SELECT id FROM risk_mitigation WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.riskMitigation.findFirst({
    relationLoadStrategy: 'join',
    where: { id },
    select: riskMitigationFactsSelect,
  })
  if (row === null) throw new DomainError(notFound('mitigation'))
  return toRiskMitigationFacts(row)
}
