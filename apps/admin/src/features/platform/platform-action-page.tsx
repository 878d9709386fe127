import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { useSeenVersion, type SeenFact } from '../../form/seen-version.ts'
import { BlockedNotice } from '../../record/blocked-notice.tsx'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords } from '../../ui/words.ts'
import { PLATFORM_COMMANDS, type FormAction } from './platform-commands.ts'
import { isPlatformAction, PLATFORM_ACTION_WORDS } from './platform-words.ts'
import { PlatformQuery, type PlatformDetail } from './platform.documents.ts'
import { PlatformReviews } from './platform-reviews.tsx'
import { ReviewChooser } from './review-chooser.tsx'

/** The form of one action on one platform. */
export function PlatformActionPage() {
  const { slug, action } = useParams({ from: '/platforms/$slug/$action' })
  const [state, retry] = useQuery({ query: PlatformQuery, variables: { slug }, context: CHANGING_RECORDS })
  if (!isPlatformAction(action)) return <RecordMissing noun="action" />
  return (
    <QueryView state={state} what="the platform" onRetry={retry}>
      {({ platform }) =>
        platform === null ? (
          <RecordMissing noun="platform" />
        ) : action === 'recordPlatformReview' ? (
          <ReviewChooser platform={platform} />
        ) : (
          <PlatformActionForm
            key={`${platform.id} ${action}`}
            platform={platform}
            action={action}
            onReload={() => retry({ requestPolicy: 'network-only' })}
          />
        )
      }
    </QueryView>
  )
}

/** These are decided with every review in view. */
const DECIDED_ON_REVIEWS: readonly FormAction[] = ['approvePlatform', 'denyPlatform', 'reinstatePlatform']

interface PlatformActionFormProps {
  readonly platform: PlatformDetail
  readonly action: FormAction
  readonly onReload: () => void
}

function PlatformActionForm({ platform, action, onReload }: PlatformActionFormProps) {
  const navigate = useNavigate()
  const { seen, initial, newer } = useSeenVersion(platform, FACTS_ONLY)
  const words = PLATFORM_ACTION_WORDS[action]
  const offered = platform.availableActions.find((entry) => entry.action === action)
  const { slug } = platform
  return (
    <>
      <PageHeading title={`${words.label}: ${platform.name}`} />
      <p className="usa-intro-small">{words.about}</p>
      {offered?.blockedBy && <BlockedNotice blocker={offered.blockedBy} />}
      {DECIDED_ON_REVIEWS.includes(action) && <PlatformReviews platform={platform} />}
      <ChangeForm
        formKey={`platform/${slug}/${action}`}
        fields={PLATFORM_COMMANDS[action].fields(platform)}
        initial={initial}
        newer={newer}
        submitLabel={words.send}
        request={(values, idempotencyKey) =>
          PLATFORM_COMMANDS[action].request(seen, values, { expectedVersion: seen.version, idempotencyKey })
        }
        onRefused={onReload}
        onDone={() => {
          showNotice(words.done)
          void navigate({ to: '/platforms/$slug', params: { slug } })
        }}
        cancel={
          <Link to="/platforms/$slug" params={{ slug }} className="usa-button usa-button--unstyled">
            Back to the platform
          </Link>
        }
      />
    </>
  )
}

function seenFacts({ state, reviews, prohibitedByLaw }: PlatformDetail): SeenFact[] {
  return [
    { name: 'state', label: 'State', value: enumWords(state) },
    { name: 'prohibitedByLaw', label: 'Prohibited by', value: prohibitedByLaw ?? '' },
    ...reviews.map(({ kind, outcome }) => ({
      name: `review ${kind}`,
      label: `${enumWords(kind)} review`,
      value: enumWords(outcome),
    })),
  ]
}

// No form on a platform begins with what the platform holds.
const FACTS_ONLY = { initial: () => ({}), facts: seenFacts }
