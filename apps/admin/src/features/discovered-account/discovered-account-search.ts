import {
  DISCOVERED_ACCOUNT_STATES,
  type DiscoveredAccountState,
} from '@official-accounts/domain/discovered-account/discovered-account'
import { choiceOf, textOf, type RawSearch } from '../../ui/search-params.ts'

/** Which discovered accounts the list shows. */
export interface DiscoveredAccountSearch {
  readonly state?: DiscoveredAccountState | undefined
  readonly after?: string | undefined
}

/** Reads the address of the list; what makes no sense is left out. */
export function readDiscoveredAccountSearch(raw: RawSearch): DiscoveredAccountSearch {
  return { state: choiceOf(DISCOVERED_ACCOUNT_STATES, raw['state']), after: textOf(raw['after']) }
}
