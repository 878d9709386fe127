import { isClauseId } from '@official-accounts/domain/directive/clauses'
import type { ExceptionFacts, GrantedException } from '@official-accounts/domain/exception/exception'
import type { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'

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

/** Granted exceptions that may cover an account of this component on this platform. */
export function exceptionsFor(place: {
  readonly componentId: string
  readonly platformId: string
}): Prisma.ExceptionWhereInput {
  return {
    state: 'GRANTED',
    AND: [
      { OR: [{ componentId: null }, { componentId: place.componentId }] },
      { OR: [{ platformId: null }, { platformId: place.platformId }] },
    ],
  }
}

/** Granted exceptions for a component on a platform, whatever their dates: rules compare those with their own now. */
export async function readGrantedExceptions(
  tx: Tx,
  place: { readonly componentId: string; readonly platformId: string },
): Promise<readonly GrantedException[]> {
  const rows = await tx.exception.findMany({ where: exceptionsFor(place), select: grantedExceptionSelect })
  return rows.map(toGrantedException)
}
