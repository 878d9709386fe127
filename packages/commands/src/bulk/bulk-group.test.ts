import { expect, test } from 'vitest'
import { bulkGroupId, type BulkRun } from './bulk-group.ts'

const RUN: BulkRun = {
  actorId: '0190a000-0000-7000-8000-000000000001',
  action: 'suspendAccount',
  input: { reason: 'A test.' },
  run: '0190b1c2-d3e4-7abc-9def-0123456789ab',
}

test('a run has one group id, a UUIDv7 of its own instant', () => {
  const id = bulkGroupId(RUN)
  expect(id).toMatch(/^0190b1c2-d3e4-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(bulkGroupId({ ...RUN, input: { ...RUN.input } })).toBe(id)
})

test.each<[string, Partial<BulkRun>]>([
  ['another person', { actorId: '0190a000-0000-7000-8000-000000000002' }],
  ['another action', { action: 'requestRetirement' }],
  ['another input', { input: { reason: 'Another test.' } }],
  ['another run', { run: '0190b1c2-d3e4-7abc-9def-0123456789ac' }],
])('%s has another group id', (_what, part) => {
  expect(bulkGroupId({ ...RUN, ...part })).not.toBe(bulkGroupId(RUN))
})
