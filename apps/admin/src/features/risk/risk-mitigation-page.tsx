import type { RiskMitigationAction } from '@official-accounts/domain/risk/risk-machine'
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
import { RISK_MITIGATION_COMMANDS } from './risk-commands.ts'
import { isRiskMitigationAction, mitigationOwnerWords, RISK_ACTION_LABELS } from './risk-words.tsx'
import { RiskMitigationQuery, type RiskMitigationDetail } from './risk.documents.ts'

/** The form of one action on one mitigation of a risk. */
export function RiskMitigationPage() {
  const { id, action } = useParams({ from: '/risk-mitigations/$id/$action' })
  const [state, retry] = useQuery({
    query: RiskMitigationQuery,
    variables: { id },
    context: CHANGING_RECORDS,
  })
  if (!isRiskMitigationAction(action)) return <RecordMissing noun="action" />
  return (
    <QueryView state={state} what="the mitigation" onRetry={retry}>
      {({ riskMitigation }) =>
        riskMitigation === null ? (
          <RecordMissing noun="mitigation" />
        ) : (
          <RiskMitigationForm
            key={`${id} ${action}`}
            record={riskMitigation}
            action={action}
            onReload={() => retry({ requestPolicy: 'network-only' })}
          />
        )
      }
    </QueryView>
  )
}

interface RiskMitigationFormProps {
  readonly record: RiskMitigationDetail
  readonly action: RiskMitigationAction
  readonly onReload: () => void
}

function RiskMitigationForm({ record, action, onReload }: RiskMitigationFormProps) {
  const navigate = useNavigate()
  const { seen, initial, newer } = useSeenVersion(record, FACTS_ONLY)
  const command = RISK_MITIGATION_COMMANDS[action]
  const { risk, dueOn, task } = record
  const blocker = record.availableActions.find((entry) => entry.action === action)?.blockedBy
  const toRisk = { to: '/risks/$id', params: { id: risk.id } } as const
  return (
    <>
      <PageHeading title={`${RISK_ACTION_LABELS[action]}: ${task}`} />
      <p>
        The risk: {risk.title}. To be done by {mitigationOwnerWords(record)} until <DateText date={dueOn} />.
      </p>
      {blocker && <BlockedNotice blocker={blocker} />}
      <ChangeForm
        formKey={`risk-mitigation/${record.id}/${action}`}
        fields={command.fields}
        initial={initial}
        newer={newer}
        submitLabel={command.send}
        request={(values, key) => command.request(seen, values, key)}
        onRefused={onReload}
        onDone={() => {
          showNotice(command.done)
          void navigate(toRisk)
        }}
        cancel={
          <Link {...toRisk} className="usa-button usa-button--unstyled">
            Back to the risk
          </Link>
        }
      />
    </>
  )
}

function seenFacts({ state, outcome }: RiskMitigationDetail): SeenFact[] {
  return [
    { name: 'state', label: 'State', value: enumWords(state) },
    { name: 'outcome', label: 'What came of it', value: outcome ?? '' },
  ]
}

const FACTS_ONLY = { initial: () => ({}), facts: seenFacts }
