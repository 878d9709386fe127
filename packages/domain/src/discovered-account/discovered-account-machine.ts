import { defineMachine } from '../state-machine.ts'
import type { DiscoveredAccountState } from './discovered-account.ts'

/** What may be done to a discovered account, named as the GraphQL mutations are. */
export const DISCOVERED_ACCOUNT_ACTIONS = ['adoptDiscoveredAccount', 'closeDiscoveredAccount'] as const
export type DiscoveredAccountAction = (typeof DISCOVERED_ACCOUNT_ACTIONS)[number]

/** An account in use without approval is adopted or closed, once (V.B.8). */
export const discoveredAccountMachine = defineMachine<DiscoveredAccountState, DiscoveredAccountAction>(
  'discovered account',
  {
    REPORTED: { adoptDiscoveredAccount: 'ADOPTED', closeDiscoveredAccount: 'CLOSED' },
    ADOPTED: {},
    CLOSED: {},
  },
)
