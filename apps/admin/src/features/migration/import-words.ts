import type { StatusTone } from '../../ui/status-tag.tsx'

const ROW_TONES: Readonly<Record<string, StatusTone>> = {
  CREATED: 'GOOD',
  UPDATED: 'GOOD',
  HELD: 'WARNING',
  REJECTED: 'WARNING',
}
const STATE_TONES: Readonly<Record<string, StatusTone>> = {
  APPLIED: 'GOOD',
  APPROVED: 'GOOD',
  DENIED: 'ENDED',
}

/** How a row's outcome looks. */
export function rowTone(outcome: string): StatusTone {
  return ROW_TONES[outcome] ?? 'ENDED'
}

/** How an import's state looks. */
export function importTone(state: string): StatusTone {
  return STATE_TONES[state] ?? 'WAITING'
}
