import { enumWords } from './words.ts'

export type StatusTone = 'GOOD' | 'WAITING' | 'WARNING' | 'ENDED'

interface StatusTagProps {
  readonly status: string
  readonly tone: StatusTone
  /** Words instead of the value's own. */
  readonly label?: string
}

/** A record's state as a tag; the words say it, the colour only repeats it. */
export function StatusTag({ status, tone, label }: StatusTagProps) {
  return <span className={`status-tag status-tag--${tone.toLowerCase()}`}>{label ?? enumWords(status)}</span>
}
