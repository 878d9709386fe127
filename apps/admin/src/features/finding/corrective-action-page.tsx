import type { CorrectiveActionAction } from '@official-accounts/domain/corrective-action/corrective-action-machine'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { useSeenVersion, type SeenFact } from '../../form/seen-version.ts'
import { BlockedNotice } from '../../record/blocked-notice.tsx'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { DateText } from '../../ui/dates.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords } from '../../ui/words.ts'
import { CorrectiveSteps } from './corrective-actions.tsx'
import { CORRECTIVE_ACTION_COMMANDS } from './finding-commands.ts'
import { CorrectiveActionQuery, type CorrectiveActionDetail } from './finding-page.documents.ts'
import { FINDING_ACTION_WORDS, isCorrectiveAction, ownerWords } from './finding-words.ts'

/** The form of one action on one corrective action. */
export function CorrectiveActionPage() {
  const { id, action } = useParams({ from: '/corrective-actions/$id/$action' })
  const [state, retry] = useQuery({
    query: CorrectiveActionQuery,
    variables: { id },
    context: CHANGING_RECORDS,
  })
  if (!isCorrectiveAction(action)) return <RecordMissing noun="action" />
  return (
    <QueryView state={state} what="the corrective action" onRetry={retry}>
      {({ correctiveAction }) =>
        correctiveAction === null ? (
          <RecordMissing noun="corrective action" />
        ) : (
          <CorrectiveActionForm
            key={`${correctiveAction.id} ${action}`}
            record={correctiveAction}
            action={action}
            onReload={() => retry({ requestPolicy: 'network-only' })}
          />
        )
      }
    </QueryView>
  )
}

interface CorrectiveActionFormProps {
  readonly record: CorrectiveActionDetail
  readonly action: CorrectiveActionAction
  readonly onReload: () => void
}

function CorrectiveActionForm({ record, action, onReload }: CorrectiveActionFormProps) {
  const navigate = useNavigate()
  const { seen, initial, newer } = useSeenVersion(record, FACTS_ONLY)
  const words = FINDING_ACTION_WORDS[action]
  const { finding, dueOn, task } = record
  const blocker = record.availableActions.find((entry) => entry.action === action)?.blockedBy
  const toFinding = { to: '/findings/$id', params: { id: finding.id } } as const
  return (
    <>
      <PageHeading title={`${words.label}: ${task}`} />
      <p className="usa-intro-small">{words.about}</p>
      <p>
        The finding: {finding.detail} To be done by {ownerWords(record)} until <DateText date={dueOn} />.
      </p>
      {record.steps.length > 0 && (
        <>
          <h2>Evidence so far</h2>
          <CorrectiveSteps steps={record.steps} />
        </>
      )}
      {blocker && <BlockedNotice blocker={blocker} />}
      <ChangeForm
        formKey={`corrective-action/${record.id}/${action}`}
        fields={CORRECTIVE_ACTION_COMMANDS[action].fields}
        initial={initial}
        newer={newer}
        submitLabel={words.send}
        request={(values, key) => CORRECTIVE_ACTION_COMMANDS[action].request(seen, values, key)}
        onRefused={onReload}
        onDone={() => {
          showNotice(words.done)
          void navigate(toFinding)
        }}
        cancel={
          <Link {...toFinding} className="usa-button usa-button--unstyled">
            Back to the finding
          </Link>
        }
      />
    </>
  )
}

function seenFacts({ state, steps }: CorrectiveActionDetail): SeenFact[] {
  return [
    { name: 'state', label: 'State', value: enumWords(state) },
    { name: 'evidence', label: 'Newest word', value: steps.at(-1)?.note ?? '' },
  ]
}

const FACTS_ONLY = { initial: () => ({}), facts: seenFacts }
