import { filterWords } from '@official-accounts/domain/certification/certification-opening'
import type { StatusTone } from '../../ui/status-tag.tsx'
import { fieldWords } from '../../ui/words.ts'

const LABELS: Readonly<Record<string, string>> = {
  answerCertification: 'Answer',
  confirmUnchanged: 'Nothing has changed',
  certifyComponent: 'Certify',
  returnCertification: 'Send back',
  returnCertificationAnswer: 'Send this answer back',
  closeCertification: 'Close and freeze the result',
}

/** What an action is called. */
export function certificationActionLabel(action: string): string {
  return LABELS[action] ?? fieldWords(action)
}

const TONES: Readonly<Record<string, StatusTone>> = {
  OPEN: 'WAITING',
  WAITING: 'WAITING',
  RETURNED: 'WARNING',
  CERTIFIED: 'GOOD',
  ANSWERED: 'GOOD',
}

/** The tone of a state. */
export function certificationTone(state: string): StatusTone {
  return TONES[state] ?? 'ENDED'
}

/** A count as a part of another. */
export function progressWords(answered: number, of: number): string {
  return `${answered.toLocaleString('en-US')} of ${of.toLocaleString('en-US')}`
}

/** Which accounts a certification was opened for. */
export function accountsWords(filter: string): string {
  return filterWords(filter)
}
