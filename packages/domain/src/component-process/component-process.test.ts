import { expect, test } from 'vitest'
import type { ProcedureVersion } from '../guidance/guidance.ts'
import { checkPublishingProcess } from './component-process-rules.ts'
import { alignmentOf } from './component-process.ts'

const day = (date: string) => new Date(`${date}T00:00:00Z`)
const published = { state: 'PUBLISHED', reviewedAt: day('2026-06-01') } as const
const guidance = (publishedAt: string, processesReviewedBy: string | null): ProcedureVersion => ({
  id: 'v',
  documentId: 'd',
  number: 1,
  title: 'Approving content',
  roles: [],
  effectiveFrom: day(publishedAt),
  publishedAt: day(publishedAt),
  processesReviewedBy: processesReviewedBy === null ? null : day(processesReviewedBy),
  acknowledged: true,
})

test('IV.E.1: a process is aligned with the guidance its last review knew', () => {
  const now = day('2026-11-22')
  expect(alignmentOf(published, [guidance('2026-05-01', null)], now)).toBe('ALIGNED')
  expect(alignmentOf(published, [guidance('2026-07-01', '2026-12-01')], now)).toBe('REVIEW_DUE')
  expect(alignmentOf(published, [guidance('2026-07-01', '2026-11-01')], now)).toBe('OUTDATED')
  expect(alignmentOf(published, [guidance('2026-07-01', null)], now)).toBe('OUTDATED')
  expect(alignmentOf({ state: 'RETURNED', reviewedAt: day('2026-06-01') }, [], now)).toBe('NOT_PUBLISHED')
})

test('IV.E.1: without an aligned one no account is activated', () => {
  const now = day('2026-11-22')
  expect(checkPublishingProcess(published, [], now)).toBeNull()
  expect(checkPublishingProcess(null, [], now)).toMatchObject({ clauses: ['IV.E.1'] })
  expect(checkPublishingProcess(published, [guidance('2026-07-01', null)], now)).toMatchObject({
    clauses: ['IV.E.1'],
  })
})
