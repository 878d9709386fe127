import { isAnswerAction, type BulkAction } from '@official-accounts/domain/bulk/bulk-actions'
import type { CertificationAnswerAction } from '@official-accounts/domain/certification/available-answer-actions'
import { ACCOUNT_ACTION_WORDS } from '../account/account-words.ts'

interface BulkWords {
  readonly label: string
  readonly about: string
}

const ANSWER_WORDS: Readonly<Record<CertificationAnswerAction, BulkWords>> = {
  confirmUnchanged: {
    label: 'Certify: nothing has changed',
    about: 'Gives the last answers again for each account, where nothing on record has changed since.',
  },
  answerCertification: {
    label: 'Certify: answer the questions',
    about: 'Gives the same answers for each account that waits. What is answered already is left alone.',
  },
  returnCertificationAnswer: {
    label: 'Send certification answers back',
    about: 'The component answers again and certifies again. It reads the reason.',
  },
}

/** What a bulk action is called, and what it does. */
export function bulkWords(action: BulkAction): BulkWords {
  return isAnswerAction(action) ? ANSWER_WORDS[action] : ACCOUNT_ACTION_WORDS[action]
}
