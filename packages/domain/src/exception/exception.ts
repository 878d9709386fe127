import type { ClauseId } from '../directive/clauses.ts'

/** Where a request for an exception stands; that one has run out is derived from its dates. */
export const EXCEPTION_STATES = ['REQUESTED', 'GRANTED', 'DENIED', 'WITHDRAWN', 'REVOKED'] as const
export type ExceptionState = (typeof EXCEPTION_STATES)[number]

/** What an exception is for: one account, all of a component's, all on a platform, or a component's on a platform. */
export interface ExceptionSubject {
  readonly componentId: string | null
  readonly platformId: string | null
  readonly accountId: string | null
}

/** A granted exception as a rule looks at it: it lifts the clauses it names, for its subject, in its time (V.B.12). */
export interface GrantedException extends ExceptionSubject {
  readonly id: string
  readonly clauses: readonly ClauseId[]
  readonly validFrom: Date
  readonly validUntil: Date
}

/** An exception as decisions on it look at it. */
export interface ExceptionFacts extends ExceptionSubject {
  readonly id: string
  readonly state: ExceptionState
  readonly clauses: readonly ClauseId[]
  readonly requestedById: string
  readonly validFrom: Date
  readonly validUntil: Date
  readonly version: number
}

/** The account a rule is asked about. */
export interface ExceptedAccount {
  readonly accountId: string | null
  readonly componentId: string
  readonly platformId: string
}

/** Whether an exception's subject takes in this account. */
export function covers(exception: ExceptionSubject, account: ExceptedAccount): boolean {
  const { accountId, componentId, platformId } = exception
  if (accountId !== null) return accountId === account.accountId
  return (
    (componentId === null || componentId === account.componentId) &&
    (platformId === null || platformId === account.platformId) &&
    (componentId !== null || platformId !== null)
  )
}

/** Whether a granted exception counts at an instant. */
export function isInForce(
  { validFrom, validUntil }: Pick<GrantedException, 'validFrom' | 'validUntil'>,
  now: Date,
): boolean {
  return validFrom <= now && validUntil > now
}

export const EXCEPTION_STANDINGS = [
  'REQUESTED',
  'UPCOMING',
  'IN_FORCE',
  'RUN_OUT',
  'DENIED',
  'WITHDRAWN',
  'REVOKED',
] as const
export type ExceptionStanding = (typeof EXCEPTION_STANDINGS)[number]

/** Where an exception stands at an instant: its state, and for a granted one what its dates say. */
export function exceptionStanding(
  { state, validFrom, validUntil }: Pick<ExceptionFacts, 'state' | 'validFrom' | 'validUntil'>,
  now: Date,
): ExceptionStanding {
  if (state !== 'GRANTED') return state
  if (validFrom > now) return 'UPCOMING'
  return validUntil > now ? 'IN_FORCE' : 'RUN_OUT'
}
