import { change } from '@official-accounts/client/change'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { numberOf, requiredValue, type FormField, type FormValues } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { QueueSurveyQuery, SetWorkPolicyMutation, type WorkPolicy } from './queue-survey.documents.ts'

const TITLE = 'Set the days of a queue'

const FIELDS: readonly FormField[] = [
  {
    name: 'dueDays',
    label: 'Days after which work is due',
    control: 'NUMBER',
    required: true,
    hint: 'For what has no date of its own.',
  },
  {
    name: 'stepDays',
    label: 'Days overdue from one office to the next',
    control: 'NUMBER',
    required: true,
  },
  {
    name: 'noticeDays',
    label: 'Days of notice before an end',
    control: 'NUMBER',
    required: true,
  },
  { name: 'reason', label: 'Reason', control: 'LONG_TEXT', required: true, hint: 'Kept in the audit.' },
]

/** The form that sets by when the work of a queue is due, and when it goes up the line. */
export function PolicyPage() {
  const { queue } = useParams({ from: '/work/queues/$queue' })
  const [state, retry] = useQuery({ query: QueueSurveyQuery })
  if (!useMayEver('work.setPolicy')) return <ForbiddenNotice title={TITLE} permission="work.setPolicy" />
  return (
    <>
      <PageHeading title={TITLE} />
      <QueryView state={state} what="the days" onRetry={retry}>
        {({ workPolicies, workQueues }) => {
          const own = workPolicies.find((policy) => policy.queue === queue)
          const shown = own ?? workPolicies.find((policy) => policy.queue === '*')
          const name =
            workQueues.find(({ kind }) => kind === queue)?.title ?? 'Every queue without days of its own'
          return (
            <>
              <p className="usa-intro-small">{name}</p>
              {shown && <PolicyForm queue={queue} shown={shown} version={own?.version ?? null} />}
            </>
          )
        }}
      </QueryView>
    </>
  )
}

interface PolicyFormProps {
  readonly queue: string
  readonly shown: WorkPolicy
  /** The version seen; null where the queue has no days of its own yet. */
  readonly version: number | null
}

function PolicyForm({ queue, shown, version }: PolicyFormProps) {
  const navigate = useNavigate()
  const { dueDays, stepDays, noticeDays } = shown
  return (
    <ChangeForm
      formKey={`work/policy/${queue}`}
      fields={FIELDS}
      initial={{ dueDays: `${dueDays}`, stepDays: `${stepDays}`, noticeDays: `${noticeDays}` }}
      submitLabel="Set the days"
      request={(values, idempotencyKey) =>
        change(SetWorkPolicyMutation, {
          queue,
          ...daysOf(values),
          reason: requiredValue(values, 'reason'),
          expectedVersion: version,
          idempotencyKey,
        })
      }
      onDone={() => {
        showNotice('The days are set.')
        void navigate({ to: '/work/queues' })
      }}
      cancel={
        <Link to="/work/queues" className="usa-button usa-button--unstyled">
          Back to the queues
        </Link>
      }
    />
  )
}

// What is no number is sent as none, and refused in words.
function daysOf(values: FormValues) {
  return {
    dueDays: numberOf(values, 'dueDays') ?? 0,
    stepDays: numberOf(values, 'stepDays') ?? 0,
    noticeDays: numberOf(values, 'noticeDays') ?? 0,
  }
}
