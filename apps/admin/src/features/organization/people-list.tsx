import type { ResultOf, VariablesOf } from '@official-accounts/client/graphql'
import { Link } from '@tanstack/react-router'
import type { ListColumn, ListDefinition } from '../../list/list-definition.ts'
import { enumWords } from '../../ui/words.ts'
import {
  readPeopleSearch,
  type PEOPLE_COLUMNS,
  type PeopleOrder,
  type PeopleSearch,
} from './people-search.ts'
import { PeopleQuery, type PersonDetail } from './person.documents.ts'
import { grantWords, isHeld } from './role-grants.ts'

type Column = ListColumn<PersonDetail, PeopleOrder> & { readonly id: (typeof PEOPLE_COLUMNS)[number] }

const COLUMNS: readonly Column[] = [
  {
    id: 'displayName',
    label: 'Name',
    rowHeader: true,
    orders: { ascending: 'NAME', descending: 'NAME_DESC' },
    cell: ({ id, displayName }) => (
      <Link to="/people/$id" params={{ id }} className="usa-link">
        {displayName}
      </Link>
    ),
    csv: ({ displayName }) => ({ name: displayName }),
  },
  {
    id: 'worksFor',
    label: 'Works for',
    cell: worksFor,
    csv: (person) => ({ works_for: worksFor(person) }),
  },
  {
    id: 'affiliation',
    label: 'Affiliation',
    cell: ({ affiliation }) => enumWords(affiliation),
    csv: ({ affiliation }) => ({ affiliation }),
  },
  {
    id: 'roles',
    label: 'Roles',
    cell: (person) => rolesHeld(person) || 'None',
    csv: (person) => ({ roles: rolesHeld(person) }),
  },
  {
    id: 'state',
    label: 'State',
    cell: ({ state }) => enumWords(state),
    csv: ({ state }) => ({ state }),
  },
]

/** The list of people. */
export const PEOPLE_LIST: ListDefinition<
  PersonDetail,
  PeopleOrder,
  PeopleSearch,
  ResultOf<typeof PeopleQuery>,
  VariablesOf<typeof PeopleQuery>
> = {
  list: 'PEOPLE',
  title: 'People',
  what: 'the people',
  read: readPeopleSearch,
  query: PeopleQuery,
  variables: ({ text, state, component, order }, page) => ({
    ...page,
    search: text,
    state,
    component,
    orderBy: order,
  }),
  page: ({ people: { edges, pageInfo, totalCount } }) => ({
    rows: edges.map(({ node }) => node),
    total: totalCount,
    ...pageInfo,
  }),
  rowKey: ({ id }) => id,
  rowName: ({ displayName }) => displayName,
  columns: COLUMNS,
  defaultOrder: 'NAME',
}

function worksFor({ component, organizationName }: PersonDetail): string {
  return component?.code ?? organizationName ?? 'Department'
}

function rolesHeld({ roleGrants }: PersonDetail): string {
  const now = new Date()
  return roleGrants
    .filter((grant) => isHeld(grant, now))
    .map(grantWords)
    .join('; ')
}
