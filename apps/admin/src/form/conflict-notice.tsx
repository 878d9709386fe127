import { Alert, AlertHeading, Button } from '@trussworks/react-uswds'
import { DataTable } from '../ui/data-table.tsx'
import type { Choice, FormField } from './form-field.ts'
import { readParts } from './parts.ts'
import type { FactDifference } from './seen-version.ts'
import type { Conflict, Keep } from './typed-values.ts'

interface ConflictNoticeProps {
  readonly fields: readonly FormField[]
  readonly conflicts: readonly Conflict[]
  readonly differences: readonly FactDifference[]
  readonly choices: Readonly<Record<string, Keep>>
  readonly idOf: (name: string) => string
  readonly onChoose: (name: string, keep: Keep) => void
  readonly onAccept: () => void
}

/** Names the notice and its choices among a form's fields, for the summary of what stands in the way. */
export const CONFLICT = 'conflict'
export const choiceName = (name: string) => `${CONFLICT}-${name}`

/** Somebody else’s change beside one’s own: which of both stands, field by field, and what changed besides. */
export function ConflictNotice({ onAccept, ...props }: ConflictNoticeProps) {
  const { fields, conflicts, differences, idOf } = props
  const labels = new Map(fields.map(({ name, label }) => [name, label]))
  const others = differences
    .filter(({ name }) => !conflicts.some((conflict) => conflict.name === name))
    .map((difference) => ({ ...difference, label: labels.get(difference.name) ?? difference.label }))
  return (
    <Alert type="warning" role="status" className="conflict-notice">
      <AlertHeading level="h2" id={idOf(CONFLICT)} tabIndex={-1}>
        This record changed after you began
      </AlertHeading>
      <div className="usa-alert__text">
        <p>Nothing you typed is lost, and nothing was sent.</p>
        {conflicts.length > 0 && <ConflictTable {...props} />}
        {others.length > 0 && <DifferenceTable differences={others} />}
        {conflicts.length + others.length === 0 && (
          <p>Nothing this form shows is different; the record’s timeline tells what happened.</p>
        )}
        <Button type="button" outline onClick={onAccept}>
          {conflicts.length > 0 ? 'Use these choices' : 'I have seen this, go on'}
        </Button>
      </div>
    </Alert>
  )
}

function ConflictTable({
  fields,
  conflicts,
  choices,
  idOf,
  onChoose,
}: Omit<ConflictNoticeProps, 'onAccept'>) {
  return (
    <DataTable
      caption="Fields that you and somebody else changed"
      rows={conflicts}
      rowKey={({ name }) => name}
      columns={[
        { label: 'Field', rowHeader: true, cell: ({ label }) => label },
        { label: 'Was', cell: ({ name, was }) => valueWords(fields, name, was) },
        { label: 'Theirs', cell: ({ name, theirs }) => valueWords(fields, name, theirs) },
        { label: 'Yours', cell: ({ name, yours }) => valueWords(fields, name, yours) },
        {
          label: 'Keep',
          cell: ({ name, label }) => (
            <KeepChoice
              label={label}
              id={idOf(choiceName(name))}
              chosen={choices[name]}
              onChoose={(keep) => onChoose(name, keep)}
            />
          ),
        },
      ]}
    />
  )
}

interface KeepChoiceProps {
  readonly label: string
  readonly id: string
  readonly chosen: Keep | undefined
  readonly onChoose: (keep: Keep) => void
}

function KeepChoice({ label, id, chosen, onChoose }: KeepChoiceProps) {
  return (
    <fieldset className="usa-fieldset conflict-choice">
      <legend className="usa-sr-only">{label}: keep</legend>
      {(['THEIRS', 'YOURS'] as const).map((keep) => (
        <label key={keep} className="conflict-choice__option">
          <input
            id={keep === 'THEIRS' ? id : undefined}
            type="radio"
            name={id}
            checked={chosen === keep}
            onChange={() => onChoose(keep)}
          />
          {keep === 'THEIRS' ? 'Theirs' : 'Yours'}
        </label>
      ))}
    </fieldset>
  )
}

function DifferenceTable({ differences }: { readonly differences: readonly FactDifference[] }) {
  return (
    <DataTable
      caption="What else changed; it stays as it is now"
      rows={differences}
      rowKey={({ name }) => name}
      columns={[
        { label: 'What', rowHeader: true, cell: ({ label }) => label },
        { label: 'When you began', cell: ({ before }) => before || 'Nothing' },
        { label: 'Now', cell: ({ now }) => now || 'Nothing' },
      ]}
    />
  )
}

function valueWords(fields: readonly FormField[], name: string, value: string): string {
  const field = fields.find((candidate) => candidate.name === name)
  if (value === '') return 'Nothing'
  if (field?.control === 'PARTS') return readParts(value).map(field.parts.nameOf).join('; ') || 'Nothing'
  if (field?.control === 'CHOICE') return choiceWords(field.choices, [value])
  return field?.control === 'CHOICES' ? choiceWords(field.choices, value.split(',')) : value
}

function choiceWords(choices: readonly Choice[], values: readonly string[]): string {
  return values.map((value) => choices.find((choice) => choice.value === value)?.label ?? value).join('; ')
}
