import { ROLES } from '@official-accounts/domain/access/roles'
import { Link } from '@tanstack/react-router'
import { RecordHeader } from '../../record/record-header.tsx'
import { DateText, isOverdue } from '../../ui/dates.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { platformTone } from './platform-words.ts'
import type { PlatformDetail } from './platform.documents.ts'

/** What a platform is and where it stands: its state, the accounts on it, who has to act on it, what is due. */
export function PlatformHeader({ platform }: { readonly platform: PlatformDetail }) {
  const { state, kind, slug, accountCount, alsoCalled } = platform
  return (
    <RecordHeader
      facts={[
        { label: 'State', value: <StatusTag status={state} tone={platformTone(state)} /> },
        {
          label: 'On it',
          value:
            kind === 'TOOL' ? (
              'A tool: no account stands on it (V.B.1)'
            ) : (
              <Link to="/accounts" search={{ platform: slug }} className="usa-link">
                {accountCount === 1 ? 'One account' : `${accountCount} accounts`}
              </Link>
            ),
        },
        { label: 'Terms signed by the department', value: enumWords(platform.termsSigned) },
        { label: 'Next', value: <NextReview platform={platform} /> },
      ]}
    >
      {alsoCalled.length > 0 && <p>Also called {alsoCalled.join(', ')}.</p>}
    </RecordHeader>
  )
}

function NextReview({ platform: { reviews, state } }: { readonly platform: PlatformDetail }) {
  const due = reviews
    .filter(({ outcome }) => outcome === 'DUE')
    .toSorted((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1))
  const [next] = due
  if (next === undefined) {
    return state === 'UNDER_REVIEW'
      ? 'It waits for the Assistant Secretary’s approval (IV.A.2)'
      : 'Nothing is due'
  }
  const { kind, office, dueOn } = next
  return (
    <>
      {dueOn !== null && isOverdue(dueOn, new Date()) && <StatusTag status="OVERDUE" tone="WARNING" />}{' '}
      {enumWords(kind)} review by the {ROLES[office].title}
      {dueOn !== null && (
        <>
          , due <DateText date={dueOn} />
        </>
      )}
      {due.length > 1 && `; ${due.length - 1} more`}
    </>
  )
}
