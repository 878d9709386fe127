import { ROLES } from '@official-accounts/domain/access/roles'
import { nextState } from '@official-accounts/domain/state-machine'
import { PLATFORM_STATES, REVIEW_KINDS, type ReviewKind } from '@official-accounts/domain/platform/platform'
import { platformMachine } from '@official-accounts/domain/platform/platform-machine'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { useSeenVersion, type SeenFact } from '../../form/seen-version.ts'
import { BlockedNotice } from '../../record/blocked-notice.tsx'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords, isOneOf } from '../../ui/words.ts'
import { PlatformQuery, type PlatformDetail } from './platform.documents.ts'
import { ReportsQuery, type FormerReport } from './review.documents.ts'
import { reviewFields, valuesFrom, type CoverablePlatform } from './review-fields.ts'
import { reviewRequest } from './review-request.ts'
import { ReviewStart } from './review-start.tsx'

const REVIEWABLE = PLATFORM_STATES.filter(
  (state) => nextState(platformMachine, state, 'recordPlatformReview') !== null,
)

/** The form of one review of one platform; it starts from a former report, where there is one. */
export function RecordReviewPage() {
  const { slug, kind } = useParams({ from: '/platforms/$slug/reviews/$kind' })
  const [state, retry] = useQuery({ query: PlatformQuery, variables: { slug }, context: CHANGING_RECORDS })
  if (!isOneOf(REVIEW_KINDS, kind)) return <RecordMissing noun="review" />
  return (
    <QueryView state={state} what="the platform" onRetry={retry}>
      {({ platform }) =>
        platform === null ? (
          <RecordMissing noun="platform" />
        ) : (
          <WithReports
            platform={platform}
            kind={kind}
            onReload={() => retry({ requestPolicy: 'network-only' })}
          />
        )
      }
    </QueryView>
  )
}

interface ReviewProps {
  readonly platform: PlatformDetail
  readonly kind: ReviewKind
  readonly onReload: () => void
}

function WithReports(props: ReviewProps) {
  const { from } = useSearch({ from: '/platforms/$slug/reviews/$kind' })
  const [state, retry] = useQuery({
    query: ReportsQuery,
    variables: { kind: props.kind, states: REVIEWABLE, like: props.platform.kind },
  })
  const last = props.platform.reviews.find(({ kind }) => kind === props.kind)?.report?.id
  return (
    <QueryView state={state} what="the former reports" onRetry={retry}>
      {({ reviewReports, platforms }) => {
        const others = platforms.edges
          .map(({ node }) => node)
          .filter(({ slug }) => slug !== props.platform.slug)
        const reports = reviewReports.edges.map(({ node }) => node)
        const start = reports.find(({ id }) => id === (from ?? last)) ?? null
        return (
          <ReviewForm key={start?.id ?? 'new'} {...props} reports={reports} start={start} others={others} />
        )
      }}
    </QueryView>
  )
}

interface ReviewFormProps extends ReviewProps {
  readonly reports: readonly FormerReport[]
  readonly start: FormerReport | null
  /** What else the review may cover. */
  readonly others: readonly CoverablePlatform[]
}

function ReviewForm({ platform, kind, onReload, reports, start, others }: ReviewFormProps) {
  const navigate = useNavigate()
  const { seen, newer } = useSeenVersion(platform, FACTS_ONLY)
  const { slug } = platform
  const initial = valuesFrom(start, slug)
  const offered = platform.availableActions.find(({ action }) => action === 'recordPlatformReview')
  return (
    <>
      <PageHeading title={`${enumWords(kind)} review: ${platform.name}`} />
      <p className="usa-intro-small">
        Given by the {ROLES[REVIEW_OFFICES[kind].role].title} ({REVIEW_OFFICES[kind].clause}).
      </p>
      {offered?.blockedBy && <BlockedNotice blocker={offered.blockedBy} />}
      <ReviewStart slug={slug} kind={kind} reports={reports} start={start} />
      <ChangeForm
        formKey={`platform/${slug}/review/${kind}/${start?.id ?? ''}`}
        fields={reviewFields(kind, others)}
        initial={initial}
        newer={{ ...newer, latest: initial }}
        submitLabel="Record the review"
        request={(values, idempotencyKey) =>
          reviewRequest(seen.id, kind, start?.id ?? null, values, {
            expectedVersion: seen.version,
            idempotencyKey,
          })
        }
        after={(name, values) =>
          name !== 'alsoCovers' && <WasBefore before={initial[name]} now={values[name]} />
        }
        onRefused={onReload}
        onDone={() => {
          showNotice('The review was recorded.')
          void navigate({ to: '/platforms/$slug', params: { slug }, search: { tab: 'reviews' } })
        }}
        cancel={
          <Link
            to="/platforms/$slug"
            params={{ slug }}
            search={{ tab: 'reviews' }}
            className="usa-button usa-button--unstyled"
          >
            Back to the reviews
          </Link>
        }
      />
    </>
  )
}

function WasBefore({
  before,
  now,
}: {
  readonly before: string | undefined
  readonly now: string | undefined
}) {
  return before === undefined || before === '' || before === (now ?? '') ? null : (
    <p className="usa-hint">Changed. It said: {before}</p>
  )
}

function seenFacts({ state, reviews }: PlatformDetail): SeenFact[] {
  return [
    { name: 'state', label: 'State', value: enumWords(state) },
    ...reviews.map(({ kind, outcome }) => ({
      name: `review ${kind}`,
      label: `${enumWords(kind)} review`,
      value: enumWords(outcome),
    })),
  ]
}

const FACTS_ONLY = { initial: () => ({}), facts: seenFacts }
