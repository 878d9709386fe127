import { ACCOUNT_STATES } from '@official-accounts/domain/account/account'
import { builder } from '../../builder.ts'
import { reversed, type SortColumn } from '../../keyset.ts'

/** What the orders of accounts look at. */
export interface AccountRow {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly state: string
  readonly claimBy: Date | null
  readonly changedAt: Date
  readonly component?: { readonly code: string }
}

type Order = readonly SortColumn<AccountRow>[]

const SLUG: Order = [{ field: 'slug', direction: 'asc', type: 'text', value: ({ slug }) => slug }]
const ID: SortColumn<AccountRow> = { field: 'id', direction: 'asc', type: 'id', value: ({ id }) => id }
const TITLE: Order = [{ field: 'title', direction: 'asc', type: 'text', value: ({ title }) => title }, ID]
const COMPONENT: Order = [
  {
    field: 'code',
    relation: 'component',
    direction: 'asc',
    type: 'text',
    value: ({ component }) => component?.code ?? '',
  },
  ...SLUG,
]
const STATE: Order = [
  { field: 'state', direction: 'asc', type: 'enum', members: ACCOUNT_STATES, value: ({ state }) => state },
  ...SLUG,
]
const CLAIM_BY: Order = [
  { field: 'claimBy', direction: 'asc', type: 'instant', nullable: true, value: ({ claimBy }) => claimBy },
  ...SLUG,
]
const CHANGED: Order = [
  { field: 'changedAt', direction: 'asc', type: 'instant', value: ({ changedAt }) => changedAt },
  ID,
]

/** Every order of accounts by its name in GraphQL, as columns of a keyset. */
export const ACCOUNT_ORDERS = {
  SLUG,
  SLUG_DESC: reversed(SLUG),
  TITLE,
  TITLE_DESC: reversed(TITLE),
  COMPONENT,
  COMPONENT_DESC: reversed(COMPONENT),
  STATE,
  STATE_DESC: reversed(STATE),
  CLAIM_BY,
  CLAIM_BY_DESC: reversed(CLAIM_BY),
  RECENTLY_CHANGED: reversed(CHANGED),
  LONGEST_UNCHANGED: CHANGED,
} as const satisfies Record<string, Order>

export const AccountOrderEnum = builder.enumType('AccountOrder', {
  description: 'In which order accounts come.',
  values: {
    SLUG: { value: 'SLUG', description: 'By platform and handle.' },
    SLUG_DESC: { value: 'SLUG_DESC', description: 'By platform and handle, from the end.' },
    TITLE: { value: 'TITLE', description: 'By name.' },
    TITLE_DESC: { value: 'TITLE_DESC', description: 'By name, from the end.' },
    COMPONENT: { value: 'COMPONENT', description: 'By the component’s short name.' },
    COMPONENT_DESC: { value: 'COMPONENT_DESC', description: 'By the component’s short name, from the end.' },
    STATE: { value: 'STATE', description: 'By state, from the request to the end of an account.' },
    STATE_DESC: { value: 'STATE_DESC', description: 'By state, from the end of an account to the request.' },
    CLAIM_BY: { value: 'CLAIM_BY', description: 'What has to be claimed soonest comes first.' },
    CLAIM_BY_DESC: { value: 'CLAIM_BY_DESC', description: 'What has to be claimed last comes first.' },
    RECENTLY_CHANGED: { value: 'RECENTLY_CHANGED', description: 'What changed last comes first.' },
    LONGEST_UNCHANGED: {
      value: 'LONGEST_UNCHANGED',
      description: 'What has been as it is for longest comes first.',
    },
  } as const,
})
