import { builder } from '../builder.ts'
import { reversed, type SortColumn } from '../keyset.ts'

type Order = readonly SortColumn<{ readonly id: string }>[]

const OLDEST: Order = [{ field: 'id', direction: 'asc', type: 'id', value: ({ id }) => id }]

/** By age: ids are UUIDv7, so that their order is the order of time. */
export const AGE_ORDERS = { NEWEST: reversed(OLDEST), OLDEST } as const satisfies Record<string, Order>

export const AgeOrderEnum = builder.enumType('AgeOrder', {
  description: 'In which order things come that are listed by their age.',
  values: {
    NEWEST: { value: 'NEWEST', description: 'The newest comes first.' },
    OLDEST: { value: 'OLDEST', description: 'The oldest comes first.' },
  } as const,
})
