import type { FindingAction } from '@official-accounts/domain/finding/finding-machine'
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
import { FINDING_COMMANDS } from './finding-commands.ts'
import { FindingQuery, type FindingDetail } from './finding-page.documents.ts'
import { FINDING_ACTION_WORDS, isFindingAction } from './finding-words.ts'

/** The form of one action on one finding. */
export function FindingActionPage() {
  const { id, action } = useParams({ from: '/findings/$id/$action' })
  const [state, retry] = useQuery({ query: FindingQuery, variables: { id }, context: CHANGING_RECORDS })
  if (!isFindingAction(action)) return <RecordMissing noun="action" />
  return (
    <QueryView state={state} what="the finding" onRetry={retry}>
      {({ finding }) =>
        finding === null ? (
          <RecordMissing noun="finding" />
        ) : (
          <FindingActionForm
            key={`${finding.id} ${action}`}
            finding={finding}
            action={action}
            onReload={() => retry({ requestPolicy: 'network-only' })}
          />
        )
      }
    </QueryView>
  )
}

interface FindingActionFormProps {
  readonly finding: FindingDetail
  readonly action: FindingAction
  readonly onReload: () => void
}

function FindingActionForm({ finding, action, onReload }: FindingActionFormProps) {
  const navigate = useNavigate()
  const { seen, initial, newer } = useSeenVersion(finding, FACTS_ONLY)
  const words = FINDING_ACTION_WORDS[action]
  const { id, detail } = finding
  const blocker = finding.availableActions.find((entry) => entry.action === action)?.blockedBy
  return (
    <>
      <PageHeading title={`${words.label}: ${detail}`} />
      <p className="usa-intro-small">{words.about}</p>
      {blocker && <BlockedNotice blocker={blocker} />}
      <ChangeForm
        formKey={`finding/${id}/${action}`}
        fields={FINDING_COMMANDS[action].fields}
        initial={initial}
        newer={newer}
        submitLabel={words.send}
        request={(values, key) => FINDING_COMMANDS[action].request(seen, values, key)}
        onRefused={onReload}
        onDone={() => {
          showNotice(words.done)
          void navigate({ to: '/findings/$id', params: { id } })
        }}
        cancel={
          <Link to="/findings/$id" params={{ id }} className="usa-button usa-button--unstyled">
            Back to the finding
          </Link>
        }
      />
    </>
  )
}

function seenFacts({ state, detail, severity }: FindingDetail): SeenFact[] {
  return [
    { name: 'state', label: 'State', value: enumWords(state) },
    { name: 'detail', label: 'What is the matter', value: detail },
    { name: 'severity', label: 'Weight', value: enumWords(severity) },
  ]
}

const FACTS_ONLY = { initial: () => ({}), facts: seenFacts }
