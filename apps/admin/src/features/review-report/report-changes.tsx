import { isAssessmentPart, ASSESSMENT_PARTS } from '@official-accounts/domain/platform/review-report'
import { enumWords, fieldWords } from '../../ui/words.ts'

interface ReportChangesProps {
  readonly changes: readonly {
    readonly field: string
    readonly before: string | null
    readonly after: string | null
  }[]
  /** Said where nothing is different. */
  readonly none: string
}

/** What one report says otherwise than another, field by field. */
export function ReportChanges({ changes, none }: ReportChangesProps) {
  if (changes.length === 0) return <p>{none}</p>
  return (
    <ul className="usa-list">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {isAssessmentPart(field) ? ASSESSMENT_PARTS[field] : fieldWords(field)}: “{said(before)}” became “
          {said(after)}”
        </li>
      ))}
    </ul>
  )
}

function said(value: string | null): string {
  if (value === null) return 'nothing'
  return /^[A-Z]+(_[A-Z]+)*$/.test(value) ? enumWords(value) : value
}
