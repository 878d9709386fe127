import type { Tx } from '../transaction.ts'
import { ACCOUNT_SUBJECTS } from './event-subjects/account-subjects.ts'
import { GUIDANCE_SUBJECTS } from './event-subjects/guidance-subjects.ts'
import { OFFICE_SUBJECTS } from './event-subjects/office-subjects.ts'
import { OVERSIGHT_SUBJECTS } from './event-subjects/oversight-subjects.ts'
import { RISK_SUBJECTS } from './event-subjects/risk-subjects.ts'
import type { EventSubject, ReadSubject } from './event-subjects/subject.ts'

const SUBJECTS: Readonly<Record<string, ReadSubject>> = {
  ...ACCOUNT_SUBJECTS,
  ...OVERSIGHT_SUBJECTS,
  ...OFFICE_SUBJECTS,
  ...GUIDANCE_SUBJECTS,
  ...RISK_SUBJECTS,
}

/** The record of an event; null where it is gone, or of a kind of which nobody is told. */
export async function readSubject(tx: Tx, type: string, id: string): Promise<EventSubject | null> {
  const read = Object.hasOwn(SUBJECTS, type) ? SUBJECTS[type] : undefined
  return (await read?.(tx, id)) ?? null
}

/** Whether records of this kind can be told of. */
export function isTellable(type: string): boolean {
  return Object.hasOwn(SUBJECTS, type)
}
