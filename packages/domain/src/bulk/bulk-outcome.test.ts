import { expect, test } from 'vitest'
import { conflict, forbidden, invalidInput, notFound, policyRefusal, type Refusal } from '../errors.ts'
import { bulkOutcome, type BulkOutcome } from './bulk-outcome.ts'

const STALE: Refusal = { code: 'STALE_VERSION', message: 'It has changed.', expected: 1, actual: 2 }
const STATE: Refusal = { code: 'INVALID_STATE', message: 'Not in this state.', state: 'RETIRED', allowed: [] }

test.each<[Refusal | null, BulkOutcome]>([
  [null, 'CHANGES'],
  [forbidden('Not yours.', 'V.B.2'), 'NOT_ALLOWED'],
  [notFound('account'), 'NOT_ALLOWED'],
  [policyRefusal('A clause forbids it.', 'V.B.1'), 'SKIPPED'],
  [conflict('It is so already.'), 'SKIPPED'],
  [invalidInput('reason', 'Give one.'), 'SKIPPED'],
  [STALE, 'SKIPPED'],
  [STATE, 'SKIPPED'],
])('%j counts as %s', (refusal, outcome) => {
  expect(bulkOutcome(refusal)).toBe(outcome)
})
