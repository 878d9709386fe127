import { PLATFORM_STATES } from '@official-accounts/domain/platform/platform'
import { builder } from '../../builder.ts'
import { reversed, type SortColumn } from '../../keyset.ts'

interface PlatformRow {
  readonly slug: string
  readonly state: string
  readonly changedAt: Date
}

type Order = readonly SortColumn<PlatformRow>[]

const SLUG: Order = [{ field: 'slug', direction: 'asc', type: 'text', value: ({ slug }) => slug }]
const STATE: Order = [
  { field: 'state', direction: 'asc', type: 'enum', members: PLATFORM_STATES, value: ({ state }) => state },
  ...SLUG,
]
const CHANGED: Order = [
  { field: 'changedAt', direction: 'asc', type: 'instant', value: ({ changedAt }) => changedAt },
  ...SLUG,
]

/** Every order of platforms by its name in GraphQL. */
export const PLATFORM_ORDERS = {
  SLUG,
  SLUG_DESC: reversed(SLUG),
  STATE,
  STATE_DESC: reversed(STATE),
  RECENTLY_CHANGED: reversed(CHANGED),
  LONGEST_UNCHANGED: CHANGED,
} as const satisfies Record<string, Order>

export const PlatformOrderEnum = builder.enumType('PlatformOrder', {
  description: 'In which order platforms come.',
  values: {
    SLUG: { value: 'SLUG', description: 'By name.' },
    SLUG_DESC: { value: 'SLUG_DESC', description: 'By name, from the end.' },
    STATE: { value: 'STATE', description: 'By state, from the proposal on.' },
    STATE_DESC: { value: 'STATE_DESC', description: 'By state, from the end.' },
    RECENTLY_CHANGED: { value: 'RECENTLY_CHANGED', description: 'What changed last comes first.' },
    LONGEST_UNCHANGED: {
      value: 'LONGEST_UNCHANGED',
      description: 'What has been as it is for longest comes first.',
    },
  } as const,
})
