import { isClauseId } from '@official-accounts/domain/directive/clauses'
import type { ExceptionFacts, GrantedException } from '@official-accounts/domain/exception/exception'
import { Prisma } from '../generated/client/client.ts'

/** What has to be read of an exception before anything is decided on it. */
export const exceptionFactsSelect = {
  id: true,
  state: true,
  clauses: true,
  componentId: true,
  platformId: true,
  accountId: true,
  requestedById: true,
  validFrom: true,
  validUntil: true,
  version: true,
} satisfies Prisma.ExceptionSelect

type ExceptionRow = Prisma.ExceptionGetPayload<{ select: typeof exceptionFactsSelect }>

/** The row as the domain looks at it. */
export function toExceptionFacts(row: ExceptionRow): ExceptionFacts {
  return { ...row, clauses: row.clauses.filter(isClauseId) }
}

/** What has to be read of the granted ones to count them in a rule. */
export const grantedExceptionSelect = {
  id: true,
  clauses: true,
  componentId: true,
  platformId: true,
  accountId: true,
  validFrom: true,
  validUntil: true,
} satisfies Prisma.ExceptionSelect

/** A granted exception as a rule counts it. */
export function toGrantedException(
  row: Prisma.ExceptionGetPayload<{ select: typeof grantedExceptionSelect }>,
): GrantedException {
  return { ...row, clauses: row.clauses.filter(isClauseId) }
}

/** A granted exception as a statement of our own reads it: JSON knows no dates. */
export type GrantedExceptionRow = Omit<GrantedException, 'clauses' | 'validFrom' | 'validUntil'> & {
  readonly clauses: readonly string[]
  readonly validFrom: string
  readonly validUntil: string
}

/**
 * The granted exceptions that may cover an account of this component on this platform, as a JSON list: whatever their
 * dates, which rules compare with their own now.
 */
export function grantedExceptionsSql(componentId: Prisma.Sql, platformId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'clauses', e.clauses,
      'componentId', e.component_id, 'platformId', e.platform_id, 'accountId', e.account_id,
      'validFrom', e.valid_from, 'validUntil', e.valid_until) ORDER BY e.id)
    FROM exception e WHERE e.state = 'GRANTED' AND (e.component_id IS NULL OR e.component_id = ${componentId})
      AND (e.platform_id IS NULL OR e.platform_id = ${platformId})), '[]')`
}

/** The row of a statement of our own as a rule counts it. */
export function parseGrantedException(row: GrantedExceptionRow): GrantedException {
  return toGrantedException({
    ...row,
    clauses: [...row.clauses],
    validFrom: new Date(row.validFrom),
    validUntil: new Date(row.validUntil),
  })
}
