import type { ChangeRequest } from '@official-accounts/client/change'
import type { ChangedRecord } from '@official-accounts/client/result'
import { Button } from '@trussworks/react-uswds'
import { useId, useState, type ReactNode } from 'react'
import { checkFields, placeIssues, type FieldIssue } from './check-fields.ts'
import { DraftNotice } from './draft-notice.tsx'
import { FieldControl } from './field-control.tsx'
import type { FormField, FormValues } from './form-field.ts'
import { FormTrouble } from './form-trouble.tsx'
import { useChange } from './use-change.ts'
import { useDraft } from './use-draft.ts'

interface ChangeFormProps {
  /** Names the form among all forms, for its draft. */
  readonly formKey: string
  readonly fields: readonly FormField[]
  readonly initial: FormValues
  readonly submitLabel: string
  readonly request: (values: FormValues, idempotencyKey: string) => ChangeRequest
  readonly onDone: (record: ChangedRecord) => void
  /** Called when the change was refused: what the page shows of the record may be old. */
  readonly onRefused?: () => void
  /** What stands above the fields and looks at what is typed; `settle` takes the last refusal away. */
  readonly above?: (values: FormValues, settle: () => void) => ReactNode
  /** What follows a field and looks at what is typed. */
  readonly after?: (name: string, values: FormValues) => ReactNode
  readonly cancel: ReactNode
}

/** A form that sends one change: its fields, its draft, what stands in its way, and its buttons. */
export function ChangeForm(props: ChangeFormProps) {
  const { fields, request, onDone, onRefused } = props
  const formId = useId()
  const draft = useDraft(props.formKey, props.initial)
  const change = useChange()
  const [attempt, setAttempt] = useState(0)
  const [local, setLocal] = useState<readonly FieldIssue[]>([])
  const refusal = change.hindrance?.kind === 'REFUSED' ? change.hindrance.refusal : null
  const told = refusal?.__typename === 'InvalidInputError' ? refusal.issues : local
  const { placed, loose } = placeIssues(fields, told)
  const idOf = (name: string) => `${formId}-${name}`

  async function submit() {
    setAttempt((before) => before + 1)
    change.clear()
    const issues = checkFields(fields, draft.values)
    setLocal(issues)
    if (issues.length > 0 || change.pending) return
    const record = await change.send(draft.values, (key) => request(draft.values, key))
    setAttempt((before) => before + 1)
    if (record === null) return onRefused?.()
    draft.forget()
    onDone(record)
  }

  return (
    <form
      noValidate
      className="usa-form change-form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <FormTrouble hindrance={change.hindrance} placed={placed} loose={loose} attempt={attempt} idOf={idOf} />
      {draft.restoredFrom !== null && <DraftNotice savedAt={draft.restoredFrom} onDiscard={draft.discard} />}
      {props.above?.(draft.values, change.clear)}
      {fields.some(({ required }) => required) && (
        <p className="required-note">A star (*) marks what is needed.</p>
      )}
      {fields.map((field) => (
        <div key={field.name}>
          <FieldControl
            field={field}
            id={idOf(field.name)}
            value={draft.values[field.name] ?? ''}
            error={placed.find(({ path }) => path === field.name)?.message}
            onChange={(value) => draft.set(field.name, value)}
          />
          {props.after?.(field.name, draft.values)}
        </div>
      ))}
      <div className="form-buttons">
        <Button type="submit" aria-disabled={change.pending}>
          {change.pending ? 'Sending…' : props.submitLabel}
        </Button>
        {props.cancel}
      </div>
    </form>
  )
}
