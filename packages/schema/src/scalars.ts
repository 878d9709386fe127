import { badInput } from './bad-input.ts'
import { builder, EVERYWHERE } from './builder.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

function isDay(text: string): boolean {
  const day = DAY.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

builder.scalarType('DateTime', {
  description: 'An instant in UTC, ISO 8601, such as 2026-11-22T01:28:58.000Z.',
  subGraphs: EVERYWHERE,
  serialize: (value) => value.toISOString(),
  parseValue(value) {
    const instant = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : null
    // JavaScript reads the 31st of February as the 3rd of March.
    if (instant === null || Number.isNaN(instant.getTime()) || !isDay(String(value).slice(0, 10)))
      throw badInput('An instant such as 2026-11-22T01:28:58Z.')
    return instant
  },
})

builder.scalarType('Date', {
  description: 'A calendar date, YYYY-MM-DD.',
  subGraphs: EVERYWHERE,
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  parseValue(value) {
    if (typeof value !== 'string' || !isDay(value)) throw badInput('A date that exists, such as 2026-11-22.')
    return value
  },
})

builder.scalarType('JSON', {
  description: 'Any JSON value.',
  subGraphs: EVERYWHERE,
  serialize: (value) => value,
})
