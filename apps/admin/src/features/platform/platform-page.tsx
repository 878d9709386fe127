import { PLATFORM_ACTIONS, platformMachine } from '@official-accounts/domain/platform/platform-machine'
import { PLATFORM_STATES, type PlatformState } from '@official-accounts/domain/platform/platform'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ActionList } from '../../record/action-list.tsx'
import { DecisionList } from '../../record/decision-list.tsx'
import { useRecordPage } from '../../record/use-record-page.ts'
import { StatePicture } from '../../record/state-picture.tsx'
import { Timeline } from '../../record/timeline.tsx'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { TabNav } from '../../ui/tab-nav.tsx'
import { SubjectRisks } from '../risk/subject-risks.tsx'
import { PlatformFacts } from './platform-facts.tsx'
import { PlatformHeader } from './platform-header.tsx'
import { PlatformReviews } from './platform-reviews.tsx'
import { platformWay } from './platform-way.ts'
import { PLATFORM_TABS, type PlatformTab } from './platform-search.ts'
import { platformActionLabel, platformStateReason } from './platform-words.ts'
import { PlatformQuery, type PlatformDetail } from './platform.documents.ts'

const ORDINARY_WAY: readonly PlatformState[] = ['PROPOSED', 'UNDER_REVIEW', 'APPROVED', 'RETIRED']

/** One platform: where it stands, what may be done to it now, its reviews and decisions. */
export function PlatformPage() {
  const { slug } = useParams({ from: '/platforms/$slug' })
  const [state, retry] = useQuery({ query: PlatformQuery, variables: { slug }, context: CHANGING_RECORDS })
  return (
    <QueryView state={state} what="the platform" onRetry={retry}>
      {({ platform }) =>
        platform === null ? <RecordMissing noun="platform" /> : <Platform platform={platform} />
      }
    </QueryView>
  )
}

function Platform({ platform }: { readonly platform: PlatformDetail }) {
  const { slug, name } = platform
  const { tab = 'overview' } = useSearch({ from: '/platforms/$slug' })
  useRecordPage({ title: name, path: `/platforms/${slug}`, actions: possibleActions(platform) })
  return (
    <>
      <PageHeading title={name} />
      <PlatformHeader platform={platform} />
      <TabNav label="Parts of this platform’s page">
        {PLATFORM_TABS.map(({ key, label }) => (
          <Link
            key={key}
            to="/platforms/$slug"
            params={{ slug }}
            search={key === 'overview' ? {} : { tab: key }}
            resetScroll={false}
            activeOptions={{ exact: key !== 'timeline', includeSearch: true }}
          >
            {label}
          </Link>
        ))}
      </TabNav>
      <TabContent tab={tab} platform={platform} />
    </>
  )
}

function possibleActions({ availableActions }: PlatformDetail) {
  return availableActions
    .filter(({ allowed }) => allowed)
    .map(({ action }) => ({ action, label: platformActionLabel(action) }))
}

function TabContent({ tab, platform }: { readonly tab: PlatformTab; readonly platform: PlatformDetail }) {
  const { kind } = useSearch({ from: '/platforms/$slug' })
  switch (tab) {
    case 'overview':
      return <PlatformStanding platform={platform} />
    case 'reviews':
      return <PlatformReviews platform={platform} />
    case 'decisions':
      return (
        <section aria-labelledby="decisions-heading">
          <h2 id="decisions-heading">Decisions</h2>
          <DecisionList decisions={platform.decisions} />
        </section>
      )
    case 'rules':
      return (
        <section aria-labelledby="rules-heading">
          <h2 id="rules-heading">How its addresses name accounts</h2>
          {platform.rules === null ? (
            <p>A tool has no accounts, so it has no rules.</p>
          ) : (
            <pre className="code-block">{JSON.stringify(platform.rules, null, 2)}</pre>
          )}
        </section>
      )
    case 'timeline':
      return <Timeline subject={platform.id} kind={kind} />
  }
}

function PlatformStanding({ platform }: { readonly platform: PlatformDetail }) {
  const { slug } = platform
  return (
    <>
      <ActionList
        actions={platform.availableActions}
        labelOf={platformActionLabel}
        stateReason={platformStateReason}
        linkTo={(action, label) => (
          <Link
            to="/platforms/$slug/$action"
            params={{ slug, action }}
            className="usa-button usa-button--outline"
          >
            {label}
          </Link>
        )}
      />
      <StatePicture
        machine={platformMachine}
        states={PLATFORM_STATES}
        actions={PLATFORM_ACTIONS}
        path={ORDINARY_WAY}
        way={platformWay(platform)}
        offered={platform.availableActions}
        current={platform.state}
        labelOf={platformActionLabel}
      />
      <PlatformFacts platform={platform} />
      <SubjectRisks filter={{ platform: slug }} subject={{ platform: platform.id }} />
    </>
  )
}
