import { change } from '@official-accounts/client/change'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { requiredValue, type FormField } from '../../form/form-field.ts'
import { useSeenVersion, type SeenFact } from '../../form/seen-version.ts'
import { BlockedNotice } from '../../record/blocked-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { choiceOf } from '../../ui/search-params.ts'
import { enumWords } from '../../ui/words.ts'
import { DecideMigrationMutation } from './import-changes.documents.ts'
import { ImportQuery, type ImportDetail } from './import.documents.ts'
import { OutcomeCounts } from './outcome-counts.tsx'

const DECISIONS = ['APPROVE', 'DENY'] as const
const FIELDS: readonly FormField[] = [
  {
    name: 'decision',
    label: 'Decision',
    control: 'CHOICE',
    required: true,
    choices: [
      { value: 'APPROVE', label: 'Approve: it is applied, row by row' },
      { value: 'DENY', label: 'Deny: nothing of it is applied' },
    ],
  },
  {
    name: 'reason',
    label: 'Reason',
    control: 'LONG_TEXT',
    required: true,
    hint: 'Kept with every account the import makes.',
  },
]

/** The Assistant Secretary's decision on an import (V.B.6). */
export function DecidePage() {
  const { id } = useParams({ from: '/imports/$id/decide' })
  const [state, retry] = useQuery({ query: ImportQuery, variables: { id } })
  return (
    <QueryView state={state} what="the import" onRetry={retry}>
      {({ migration }) =>
        migration === null ? (
          <RecordMissing noun="import" />
        ) : (
          <DecisionForm
            key={migration.id}
            migration={migration}
            onReload={() => retry({ requestPolicy: 'network-only' })}
          />
        )
      }
    </QueryView>
  )
}

function DecisionForm({
  migration,
  onReload,
}: {
  readonly migration: ImportDetail
  readonly onReload: () => void
}) {
  const navigate = useNavigate()
  const { seen, initial, newer } = useSeenVersion(migration, FACTS_ONLY)
  const { id, fileName, counts, availableActions } = migration
  const blocker = availableActions.find(({ action }) => action === 'decideMigration')?.blockedBy
  return (
    <>
      <PageHeading title={`Decide on ${fileName}`} />
      <OutcomeCounts counts={counts} />
      {blocker && <BlockedNotice blocker={blocker} />}
      <ChangeForm
        formKey={`import/${id}/decide`}
        fields={FIELDS}
        initial={initial}
        newer={newer}
        submitLabel="Record the decision"
        request={(values, idempotencyKey) =>
          change(DecideMigrationMutation, {
            migrationId: id,
            decision: choiceOf(DECISIONS, values['decision']) ?? 'DENY',
            reason: requiredValue(values, 'reason'),
            expectedVersion: seen.version,
            idempotencyKey,
          })
        }
        onRefused={onReload}
        onDone={() => {
          showNotice('The decision was recorded. An approved import is applied in the background.')
          void navigate({ to: '/imports/$id', params: { id } })
        }}
        cancel={
          <Link to="/imports/$id" params={{ id }} className="usa-button usa-button--unstyled">
            Back to the import
          </Link>
        }
      />
    </>
  )
}

function seenFacts({ state, appliedRows }: ImportDetail): SeenFact[] {
  return [
    { name: 'state', label: 'State', value: enumWords(state) },
    { name: 'appliedRows', label: 'Rows applied', value: String(appliedRows) },
  ]
}

const FACTS_ONLY = { initial: () => ({}), facts: seenFacts }
