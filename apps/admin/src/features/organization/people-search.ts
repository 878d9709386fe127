import { readListSearch, type ListSearch } from '../../list/list-search.ts'
import { choiceOf, textOf, type RawSearch } from '../../ui/search-params.ts'

/** Whether somebody acts here. */
export const PERSON_STATES = ['ACTIVE', 'DEACTIVATED'] as const

const PEOPLE_ORDERS = ['NAME', 'NAME_DESC'] as const
export type PeopleOrder = (typeof PEOPLE_ORDERS)[number]

/** The columns the list of people has. */
export const PEOPLE_COLUMNS = ['displayName', 'worksFor', 'affiliation', 'roles', 'state'] as const

/** Which people the list shows. */
export interface PeopleSearch extends ListSearch<PeopleOrder> {
  readonly text?: string
  readonly state?: (typeof PERSON_STATES)[number]
  readonly component?: string
}

/** Reads the address of the list. */
export function readPeopleSearch(raw: RawSearch): PeopleSearch {
  return {
    text: textOf(raw['text']),
    state: choiceOf(PERSON_STATES, raw['state']),
    component: textOf(raw['component']),
    ...readListSearch(raw, PEOPLE_ORDERS, PEOPLE_COLUMNS),
  }
}
