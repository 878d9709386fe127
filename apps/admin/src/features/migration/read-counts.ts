import { ROW_OUTCOMES } from './import-search.ts'

/** Reads outcomes counted by name, in the order people are shown them; what is not understood is left out. */
export function readCounts(counts: unknown) {
  if (typeof counts !== 'object' || counts === null) return []
  const entries = new Map(Object.entries(counts))
  return ROW_OUTCOMES.flatMap((outcome) => {
    const count: unknown = entries.get(outcome)
    return typeof count === 'number' && count > 0 ? [{ outcome, count }] : []
  })
}
