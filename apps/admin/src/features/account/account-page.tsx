import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Timeline } from '../../record/timeline.tsx'
import { DecisionList } from '../../record/decision-list.tsx'
import { useRecordPage } from '../../record/use-record-page.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { TabNav } from '../../ui/tab-nav.tsx'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { EndedTimers, RunningTimers } from '../account-timer/account-timers.tsx'
import { AccountLawChecklist } from '../law-checklist/account-law-checklist.tsx'
import { AccountModeration } from '../moderation/account-moderation.tsx'
import { AccountSecurity } from '../security-attestation/account-security.tsx'
import { AccountContacts } from './account-contacts.tsx'
import { AccountFacts } from './account-facts.tsx'
import { AccountFindings } from './account-findings.tsx'
import { AccountHeader } from './account-header.tsx'
import { AccountOrigins } from './account-origins.tsx'
import { AccountSubmissions } from './account-submissions.tsx'
import { AccountStanding } from './account-standing.tsx'
import { ACCOUNT_TABS, type AccountTab } from './account-tabs.ts'
import { AccountQuery, type AccountDetail } from './account.documents.ts'
import { accountActionLabel } from './account-words.ts'

/** One account: what it is, what may be done to it now, and one part of what is known, named in the address. */
export function AccountPage() {
  const { slug } = useParams({ from: '/accounts/$slug' })
  const [state, retry] = useQuery({ query: AccountQuery, variables: { slug }, context: CHANGING_RECORDS })
  return (
    <QueryView state={state} what="the account" onRetry={retry}>
      {({ account }) => (account === null ? <RecordMissing noun="account" /> : <Account account={account} />)}
    </QueryView>
  )
}

function Account({ account }: { readonly account: AccountDetail }) {
  const { slug, title } = account
  const { tab = 'overview' } = useSearch({ from: '/accounts/$slug' })
  useRecordPage({ title, path: `/accounts/${slug}`, actions: possibleActions(account) })
  return (
    <>
      <PageHeading title={title} />
      <AccountHeader account={account} />
      <TabNav label="Parts of this account’s page">
        {ACCOUNT_TABS.map(({ key, label }) => (
          <Link
            key={key}
            to="/accounts/$slug"
            params={{ slug }}
            search={key === 'overview' ? {} : { tab: key }}
            resetScroll={false}
            activeOptions={{ exact: key !== 'timeline', includeSearch: true }}
          >
            {label} {countOf(account, key)}
          </Link>
        ))}
      </TabNav>
      <TabContent tab={tab} account={account} />
    </>
  )
}

function possibleActions({ availableActions }: AccountDetail) {
  return availableActions
    .filter(({ allowed }) => allowed)
    .map(({ action }) => ({ action, label: accountActionLabel(action) }))
}

function TabContent({ tab, account }: { readonly tab: AccountTab; readonly account: AccountDetail }) {
  const { kind } = useSearch({ from: '/accounts/$slug' })
  switch (tab) {
    case 'overview':
      return (
        <>
          <RunningTimers timers={account.timers} />
          <AccountStanding account={account} />
        </>
      )
    case 'facts':
      return <AccountFacts account={account} />
    case 'contacts':
      return (
        <>
          <AccountContacts account={account} />
          <RunningTimers timers={account.timers} />
          <EndedTimers timers={account.timers} />
        </>
      )
    case 'security':
      return <AccountSecurity account={account} />
    case 'law':
      return <AccountLawChecklist slug={account.slug} />
    case 'decisions':
      return (
        <section aria-labelledby="decisions-heading">
          <h2 id="decisions-heading">Decisions</h2>
          <DecisionList decisions={account.decisions} />
        </section>
      )
    case 'request':
      return <AccountSubmissions submissions={account.submissions} />
    case 'findings':
      return <AccountFindings account={account.id} findings={account.findings} />
    case 'moderation':
      return <AccountModeration account={account} />
    case 'origins':
      return <AccountOrigins account={account} />
    case 'timeline':
      return <Timeline subject={account.id} kind={kind} />
  }
}

function countOf(account: AccountDetail, tab: AccountTab): string {
  switch (tab) {
    case 'contacts':
      return `(${account.contacts.filter(({ endedAt }) => endedAt === null).length})`
    case 'decisions':
      return `(${account.decisions.length})`
    case 'request':
      return `(${account.submissions.length})`
    case 'findings':
      return `(${account.findings.filter(({ state }) => state === 'OPEN').length})`
    default:
      return ''
  }
}
