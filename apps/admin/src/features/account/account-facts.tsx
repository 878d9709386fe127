import { Link } from '@tanstack/react-router'
import { InstantText } from '../../ui/dates.tsx'
import { FactList, type Fact } from '../../ui/fact-list.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { enumWords } from '../../ui/words.ts'
import type { AccountDetail } from './account.documents.ts'

/** All that is known about an account itself. */
export function AccountFacts({ account }: { readonly account: AccountDetail }) {
  return (
    <section aria-labelledby="facts-heading">
      <h2 id="facts-heading">Facts</h2>
      <FactList facts={[...purposeFacts(account), ...linkFacts(account), ...dateFacts(account)]} />
    </section>
  )
}

function purposeFacts(account: AccountDetail): Fact[] {
  return [
    { label: 'Use (II.B)', value: enumWords(account.useCategory) },
    { label: 'Mission purpose (V.B.3)', value: account.purpose },
    { label: 'Mission area (V.B.3)', value: account.missionArea },
    { label: 'Why no existing account serves (V.B.3)', value: account.justification },
    { label: 'Audience', value: account.audience },
    { label: 'Language', value: account.language },
    { label: 'Topics', value: account.topics.join(', ') },
    { label: 'Sign-in (V.B.8)', value: enumWords(account.loginModel) },
    { label: 'Administrators (V.B.8)', value: account.administrators?.toString() ?? null },
    { label: 'How records are captured', value: account.recordsCaptureMethod },
  ]
}

function linkFacts(account: AccountDetail): Fact[] {
  return [
    { label: 'Official outlet (V.B.10)', value: link(account.officialOutletUrl) },
    { label: 'Comment policy', value: link(account.commentPolicyUrl) },
    { label: 'Privacy notice (M-10-23)', value: link(account.privacyNoticeUrl) },
    ...(account.successor ? [{ label: 'Successor', value: successorLink(account.successor) }] : []),
  ]
}

function dateFacts(account: AccountDetail): Fact[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Requested', account.requestedAt],
    ['Permitted', account.permittedAt],
    ['Activated', account.activatedAt],
    ['Claimed', account.claimedAt],
    ['Suspended', account.suspendedAt],
    ['Retired', account.retiredAt],
    ['Last changed', account.changedAt],
  ]
  const dates = facts.flatMap(([label, at]) =>
    at === null ? [] : [{ label, value: <InstantText at={at} /> }],
  )
  return account.requestedBy
    ? [...dates, { label: 'Requested by', value: account.requestedBy.displayName }]
    : dates
}

function link(address: string | null) {
  return address === null ? null : <OutsideLink href={address} />
}

function successorLink({ slug, title }: { readonly slug: string; readonly title: string }) {
  return (
    <Link to="/accounts/$slug" params={{ slug }} className="usa-link">
      {title}
    </Link>
  )
}
