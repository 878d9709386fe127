import { Link } from '@tanstack/react-router'
import { DateText, InstantText, isOverdue } from '../../ui/dates.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import type { AccountDetail } from './account.documents.ts'
import { accountStatusWords, accountTone } from './account-words.ts'

/** What an account is and where it stands, in a few lines. */
export function AccountHeader({ account }: { readonly account: AccountDetail }) {
  const { platform, component, handle, profileUrl, status, observedStatus } = account
  return (
    <div className="record-header">
      <p>
        <StatusTag status={status} tone={accountTone(status)} label={accountStatusWords(status)} />{' '}
        <Link to="/platforms/$slug" params={{ slug: platform.slug }} className="usa-link">
          {platform.name}
        </Link>
        : <OutsideLink href={profileUrl}>{handle}</OutsideLink>
      </p>
      <p>
        {component.name} ({component.code}). Seen on the platform: {enumWords(observedStatus).toLowerCase()}.{' '}
        {account.lastConfirmedOn && (
          <>
            Last confirmed by its office on <DateText date={account.lastConfirmedOn} />.
          </>
        )}
      </p>
      <NextDeadline account={account} />
    </div>
  )
}

function NextDeadline({ account }: { readonly account: AccountDetail }) {
  const { claimBy, claimedAt, platformReviewSince, vacant } = account
  return (
    <ul className="deadlines">
      {claimBy !== null && claimedAt === null && (
        <li>
          <strong>{isOverdue(claimBy, new Date()) ? 'Overdue: ' : 'Next deadline: '}</strong>
          its office claims it by <DateText date={claimBy} />.
        </li>
      )}
      {platformReviewSince !== null && (
        <li>
          <strong>Waits for review</strong> because of its platform since{' '}
          <InstantText at={platformReviewSince} /> (IV.A.2).
        </li>
      )}
      {vacant && (
        <li>
          <strong>Nobody answers for it:</strong> a primary contact is needed (V.B.5).
        </li>
      )}
    </ul>
  )
}
