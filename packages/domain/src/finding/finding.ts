import type { Place } from '../access/authorize.ts'
import type { Severity } from '../compliance/compliance.ts'
import type { CorrectiveActionState } from '../corrective-action/corrective-action.ts'

export const FINDING_STATES = ['OPEN', 'CLOSED'] as const
export type FindingState = (typeof FINDING_STATES)[number]

export const FINDING_ORIGINS = ['AUTOMATIC', 'BY_HAND'] as const
export type FindingOrigin = (typeof FINDING_ORIGINS)[number]

/** The code of everything that is found by hand. */
export const FOUND_BY_HAND = 'BY_HAND'

/** A finding as decisions on it look at it, read under its lock. */
export interface FindingFacts {
  readonly id: string
  readonly state: FindingState
  readonly origin: FindingOrigin
  readonly code: string
  readonly clause: string
  readonly severity: Severity
  readonly componentId: string
  readonly accountId: string | null
  readonly platformId: string | null
  readonly version: number
  readonly actions: readonly { readonly state: CorrectiveActionState }[]
}

/** Where an act on a finding takes effect. */
export function findingPlace({
  componentId,
  accountId,
  platformId,
}: Pick<FindingFacts, 'componentId' | 'accountId' | 'platformId'>): Place {
  return {
    componentId,
    ...(accountId === null ? {} : { accountId }),
    ...(platformId === null ? {} : { platformId }),
  }
}
