import { Alert, AlertHeading } from '@trussworks/react-uswds'
import { useEffect, useRef, type ReactNode } from 'react'
import type { FieldIssue } from './check-fields.ts'

interface ErrorSummaryProps {
  readonly heading: string
  /** Changes with every try, so that the summary takes the focus each time. */
  readonly attempt: number
  readonly issues: readonly FieldIssue[]
  readonly idOf: (name: string) => string
  readonly children?: ReactNode
}

/** What stands in the way of a form, before its first field; it takes the focus, and leads to each field. */
export function ErrorSummary({ heading, attempt, issues, idOf, children }: ErrorSummaryProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [attempt])
  return (
    <div ref={place} tabIndex={-1} className="error-summary">
      <Alert type="error" role="alert">
        <AlertHeading level="h2">{heading}</AlertHeading>
        <div className="usa-alert__text">
          {children}
          {issues.length > 0 && <IssueLinks issues={issues} idOf={idOf} />}
        </div>
      </Alert>
    </div>
  )
}

function IssueLinks({ issues, idOf }: Pick<ErrorSummaryProps, 'issues' | 'idOf'>) {
  return (
    <ul className="usa-list">
      {issues.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <a
            className="usa-link"
            href={`#${idOf(path)}`}
            onClick={(event) => {
              // An address with a fragment would be another page to the router.
              event.preventDefault()
              document.getElementById(idOf(path))?.focus()
            }}
          >
            {message}
          </a>
        </li>
      ))}
    </ul>
  )
}
