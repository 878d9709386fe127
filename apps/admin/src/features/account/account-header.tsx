import { needsContact } from '@official-accounts/domain/account/account'
import { Link } from '@tanstack/react-router'
import { RecordHeader } from '../../record/record-header.tsx'
import { DateText, isOverdue } from '../../ui/dates.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { isUntrained } from './account-vacancy.ts'
import { accountDeadlines } from './account-deadline.ts'
import type { AccountDetail } from './account.documents.ts'
import { accountStatusWords, accountTone } from './account-words.ts'

/** What an account is and where it stands: its state here, its state on the platform, who answers, what is due. */
export function AccountHeader({ account }: { readonly account: AccountDetail }) {
  const { platform, component, handle, profileUrl, status } = account
  return (
    <RecordHeader
      facts={[
        {
          label: 'State',
          value: <StatusTag status={status} tone={accountTone(status)} label={accountStatusWords(status)} />,
        },
        { label: 'On the platform', value: <ObservedStatus account={account} /> },
        { label: 'Answers for it', value: <Answering account={account} /> },
        { label: 'Next', value: <NextDeadline account={account} /> },
      ]}
    >
      <p>
        <Link to="/platforms/$slug" params={{ slug: platform.slug }} className="usa-link">
          {platform.name}
        </Link>
        : <OutsideLink href={profileUrl}>{handle}</OutsideLink>, of {component.name} ({component.code})
      </p>
    </RecordHeader>
  )
}

function ObservedStatus({
  account: { observedStatus, lastConfirmedOn },
}: {
  readonly account: AccountDetail
}) {
  const seen = observedStatus === 'UNKNOWN' ? 'Not looked at yet' : enumWords(observedStatus)
  if (lastConfirmedOn === null) return seen
  return (
    <>
      {seen}; confirmed by its office on <DateText date={lastConfirmedOn} />
    </>
  )
}

const UNTRAINED = 'Vacant: the training of who is named has run out (IV.A.3)'

function Answering({ account }: { readonly account: AccountDetail }) {
  const { contacts, vacant, state } = account
  const primary = contacts.find(({ role, endedAt }) => role === 'PRIMARY' && endedAt === null)
  if (isUntrained(account)) return <StatusTag status="VACANT" tone="WARNING" label={UNTRAINED} />
  if (vacant) return <StatusTag status="VACANT" tone="WARNING" label="Vacant: nobody (V.B.5)" />
  if (primary) {
    return (
      <Link to="/people/$id" params={{ id: primary.person.id }} className="usa-link">
        {primary.person.displayName}
      </Link>
    )
  }
  if (state === 'RETIRED' || state === 'DENIED' || state === 'WITHDRAWN') return 'Nobody any more'
  return needsContact(state) ? 'Somebody its component and the department’s offices see' : 'Nobody yet'
}

function NextDeadline({ account }: { readonly account: AccountDetail }) {
  const deadlines = accountDeadlines(account)
  if (deadlines.length === 0) return 'Nothing is due'
  return (
    <ul className="deadlines">
      {deadlines.map(({ words, dueOn }) => (
        <li key={`${words} ${dueOn ?? ''}`}>
          {dueOn !== null && isOverdue(dueOn, new Date()) && (
            <>
              <StatusTag status="OVERDUE" tone="WARNING" />{' '}
            </>
          )}
          {words.charAt(0).toUpperCase() + words.slice(1)}
          {dueOn !== null && (
            <>
              {' by '}
              <DateText date={dueOn} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
