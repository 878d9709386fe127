import { change } from '@official-accounts/client/change'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { requiredValue, valueOf, type Choice, type FormField } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { choiceOf } from '../../ui/search-params.ts'
import { ResolveMigrationRowMutation } from './import-changes.documents.ts'
import { ImportRowQuery, type ImportRow } from './import.documents.ts'

const RESOLUTIONS = ['ACCEPT', 'REJECT'] as const

/** The decision on a row that an import held: the row as it was, why it waits, and what is to become of it. */
export function RowPage() {
  const { row } = useParams({ from: '/imports/$id/rows/$row' })
  const [state, retry] = useQuery({
    query: ImportRowQuery,
    variables: { id: row },
    context: CHANGING_RECORDS,
  })
  const mayResolve = useMayEver('migration.resolveRow')
  if (!mayResolve) return <ForbiddenNotice title="Decide on a held row" permission="migration.resolveRow" />
  return (
    <QueryView state={state} what="the row" onRetry={retry}>
      {({ node, components }) => {
        if (node?.__typename !== 'MigrationRow') return <RecordMissing noun="row" />
        const choices = components.map(({ id, code, name }) => ({ value: id, label: `${code}, ${name}` }))
        return (
          <RowForm
            row={node}
            fileName={node.migration.fileName}
            migrationId={node.migration.id}
            components={choices}
            onReload={() => retry({ requestPolicy: 'network-only' })}
          />
        )
      }}
    </QueryView>
  )
}

interface RowFormProps {
  readonly row: ImportRow
  readonly fileName: string
  readonly migrationId: string
  readonly components: readonly Choice[]
  readonly onReload: () => void
}

function RowForm({ row, fileName, migrationId, components, onReload }: RowFormProps) {
  const navigate = useNavigate()
  return (
    <>
      <PageHeading title={`Row ${row.rowNumber} of ${fileName}`} />
      <p>
        <strong>Held:</strong> {row.reason}
      </p>
      <FactList facts={rawFacts(row.raw)} />
      <ChangeForm
        formKey={`row/${row.id}`}
        fields={fieldsFor(row, components)}
        initial={{}}
        submitLabel="Record the decision"
        request={(values, idempotencyKey) =>
          change(ResolveMigrationRowMutation, {
            rowId: row.id,
            resolution: choiceOf(RESOLUTIONS, values['resolution']) ?? 'REJECT',
            componentId: valueOf(values, 'componentId'),
            reason: requiredValue(values, 'reason'),
            idempotencyKey,
          })
        }
        onRefused={onReload}
        onDone={() => {
          showNotice('The decision on the row was recorded.')
          void navigate({ to: '/imports/$id', params: { id: migrationId }, search: { unresolved: true } })
        }}
        cancel={
          <Link to="/imports/$id" params={{ id: migrationId }} className="usa-button usa-button--unstyled">
            Back to the import
          </Link>
        }
      />
    </>
  )
}

function fieldsFor(row: ImportRow, components: readonly Choice[]): FormField[] {
  const resolution: FormField = {
    name: 'resolution',
    label: 'Decision',
    control: 'CHOICE',
    required: true,
    choices: [
      { value: 'ACCEPT', label: 'Accept: the row does what it would have done' },
      { value: 'REJECT', label: 'Reject: the row is left alone' },
    ],
  }
  const component: FormField = {
    name: 'componentId',
    label: 'Component',
    control: 'CHOICE',
    choices: components,
    hint: 'Whose account it is; needed to accept.',
  }
  const reason: FormField = { name: 'reason', label: 'Reason', control: 'LONG_TEXT', required: true }
  return row.heldReason === 'COMPONENT_UNKNOWN' ? [resolution, component, reason] : [resolution, reason]
}

function rawFacts(raw: unknown) {
  if (typeof raw !== 'object' || raw === null) return []
  return Object.entries(raw).map(([label, value]) => ({ label, value: String(value) }))
}
