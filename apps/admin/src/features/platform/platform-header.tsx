import { Link } from '@tanstack/react-router'
import { DateText } from '../../ui/dates.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { platformTone } from './platform-words.ts'
import type { PlatformDetail } from './platform.documents.ts'

/** What a platform is and where it stands, in a few lines. */
export function PlatformHeader({ platform }: { readonly platform: PlatformDetail }) {
  const { state, kind, slug, accountCount, reviews } = platform
  const due = reviews.filter(({ outcome }) => outcome === 'DUE')
  const nextDue = due.flatMap(({ dueOn }) => dueOn ?? []).toSorted()[0]
  return (
    <div className="record-header">
      <p>
        <StatusTag status={state} tone={platformTone(state)} />{' '}
        {kind === 'TOOL' ? (
          'A tool: it stands in the terms inventory alone.'
        ) : (
          <Link to="/accounts" search={{ platform: slug }} className="usa-link">
            {accountCount === 1 ? 'One account' : `${accountCount} accounts`} on it
          </Link>
        )}
      </p>
      {due.length > 0 && (
        <p>
          <strong>{due.length === 1 ? 'One review is due' : `${due.length} reviews are due`}</strong>
          {nextDue && (
            <>
              , the next on <DateText date={nextDue} />
            </>
          )}
          .
        </p>
      )}
    </div>
  )
}
