import type { Failure } from '@official-accounts/client/result'
import { failureWords } from '../ui/problem.tsx'
import type { FieldIssue } from './check-fields.ts'
import { ErrorSummary } from './error-summary.tsx'
import { refusalHeading, RefusalText } from './refusal-text.tsx'
import type { Hindrance } from './use-change.ts'

interface FormTroubleProps {
  readonly hindrance: Hindrance | null
  readonly placed: readonly FieldIssue[]
  readonly loose: readonly FieldIssue[]
  readonly attempt: number
  readonly idOf: (name: string) => string
}

/** Why the last try did not happen, at the head of the form; nothing while nothing stands in the way. */
export function FormTrouble({ hindrance, placed, loose, attempt, idOf }: FormTroubleProps) {
  const summary = { attempt, idOf, issues: placed }
  if (hindrance?.kind === 'FAILED') {
    return (
      <ErrorSummary {...summary} issues={[]} heading={failureHeading(hindrance.failure)}>
        <p>{failureWords(hindrance.failure)}</p>
        {hindrance.failure.kind !== 'SESSION_EXPIRED' && (
          <p>Everything you typed is still here. Sending the same again cannot make it happen twice.</p>
        )}
      </ErrorSummary>
    )
  }
  const looseWords = loose.map(({ path, message }) => <p key={path}>{`${path}: ${message}`}</p>)
  if (hindrance) {
    return (
      <ErrorSummary {...summary} heading={refusalHeading(hindrance.refusal)}>
        <RefusalText refusal={hindrance.refusal} />
        {looseWords}
      </ErrorSummary>
    )
  }
  return placed.length > 0 ? <ErrorSummary {...summary} heading="Some answers need attention" /> : null
}

function failureHeading({ kind }: Failure): string {
  return kind === 'OFFLINE' ? 'The server gave no answer' : 'This was not sent'
}
