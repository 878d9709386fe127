/** Where a discovered account stands; it is decided once. */
export const DISCOVERED_ACCOUNT_STATES = ['REPORTED', 'ADOPTED', 'CLOSED'] as const
export type DiscoveredAccountState = (typeof DISCOVERED_ACCOUNT_STATES)[number]

/** Why one is closed. */
export const DISCOVERY_CLOSURES = ['TAKEN_DOWN', 'NOT_THE_DEPARTMENTS'] as const
export type DiscoveryClosure = (typeof DISCOVERY_CLOSURES)[number]

/** What a decision on a discovered account looks at (V.B.8). */
export interface DiscoveredAccountFacts {
  readonly id: string
  readonly state: DiscoveredAccountState
  readonly componentId: string
  readonly reportedById: string
  readonly profileUrl: string
  readonly findingId: string
  readonly version: number
}

/** The finding that stands while a discovered account is undecided. */
export const DISCOVERED_FINDING = 'IN_USE_WITHOUT_APPROVAL'
