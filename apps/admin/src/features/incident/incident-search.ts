import {
  INCIDENT_KINDS,
  INCIDENT_STATES,
  type IncidentKind,
  type IncidentState,
} from '@official-accounts/domain/incident/incident'
import { readPaging, type Paging } from '../../ui/paging.ts'
import { choiceOf, textOf, type RawSearch } from '../../ui/search-params.ts'

/** Which incidents the list shows. */
export interface IncidentSearch extends Paging {
  readonly kind?: IncidentKind
  readonly state?: IncidentState
}

/** Reads the address of the list; what makes no sense is left out. */
export function readIncidentSearch(raw: RawSearch): IncidentSearch {
  return {
    kind: choiceOf(INCIDENT_KINDS, raw['kind']),
    state: choiceOf(INCIDENT_STATES, raw['state']),
    ...readPaging(raw),
  }
}

/** The account an incident is reported of, where the address names one by its global id. */
export function readIncidentSubject(raw: RawSearch): { readonly account?: string } {
  return { account: textOf(raw['account']) }
}
