import { badInput } from './bad-input.ts'
import { builder, EVERYWHERE } from './builder.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

builder.scalarType('DateTime', {
  description: 'An instant in UTC, ISO 8601, such as 2026-11-22T01:28:58.000Z.',
  subGraphs: EVERYWHERE,
  serialize: (value) => value.toISOString(),
  parseValue(value) {
    const instant = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : null
    if (instant === null || Number.isNaN(instant.getTime()))
      throw badInput('An instant such as 2026-11-22T01:28:58Z.')
    return instant
  },
})

builder.scalarType('Date', {
  description: 'A calendar date, YYYY-MM-DD.',
  subGraphs: EVERYWHERE,
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  parseValue(value) {
    const valid =
      typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))
    if (!valid || new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10) !== value) {
      throw badInput('A date that exists, such as 2026-11-22.')
    }
    return value
  },
})

builder.scalarType('JSON', {
  description: 'Any JSON value.',
  subGraphs: EVERYWHERE,
  serialize: (value) => value,
})
