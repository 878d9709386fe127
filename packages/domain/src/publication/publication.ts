/** The states of a publication of the public directory. */
export const PUBLICATION_STATES = [
  'REQUESTED',
  'BUILDING',
  'PUBLISHED',
  'FAILED',
  'SUPERSEDED',
  'ROLLED_BACK',
  'UNCHANGED',
] as const
export type PublicationState = (typeof PUBLICATION_STATES)[number]

/** What set a publication off. */
export const PUBLICATION_TRIGGERS = ['START', 'CHANGE', 'URGENT', 'MANUAL'] as const
export type PublicationTrigger = (typeof PUBLICATION_TRIGGERS)[number]

/** Why a publication failed, as far as programs tell the reasons apart. */
export const FAILURE_CODES = [
  'BUILD_FAILED',
  'TIMED_OUT',
  'INTERRUPTED',
  'COUNT_COLLAPSED',
  'ACCOUNT_PAGES_MISSING',
  'LINKS_BROKEN',
  'PERSONAL_DATA',
  'MANIFEST_INCOMPLETE',
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

/** What a decision on a publication looks at. */
export interface PublicationFacts {
  readonly state: PublicationState
  /** Whether its pages are still there to go back to. */
  readonly kept: boolean
}
