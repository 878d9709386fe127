import { isBulkAction, type BulkAction } from '@official-accounts/domain/bulk/bulk-actions'
import { Button, Label, Select } from '@trussworks/react-uswds'
import { useState } from 'react'
import { checkFields, type FieldIssue } from '../../form/check-fields.ts'
import { FieldList } from '../../form/field-list.tsx'
import type { FormValues } from '../../form/form-field.ts'
import { bulkFields, commonInput, type OpenCertification } from './bulk-fields.ts'
import type { CommonInput } from './bulk-run.ts'
import { bulkWords } from './bulk-words.ts'

interface BulkFormProps {
  readonly actions: readonly BulkAction[]
  readonly action: BulkAction | undefined
  readonly certifications: readonly OpenCertification[]
  readonly initial: FormValues
  readonly busy: boolean
  readonly onAction: (action: BulkAction) => void
  readonly onCheck: (input: CommonInput) => void
}

/** What is to be done and what all accounts are given alike. Its button checks; nothing is changed by it. */
export function BulkForm({ actions, action, certifications, initial, busy, ...on }: BulkFormProps) {
  const [values, setValues] = useState<FormValues>(initial)
  const [issues, setIssues] = useState<readonly FieldIssue[]>([])
  const fields = action === undefined ? [] : bulkFields(action, certifications, values)

  function check() {
    if (action === undefined || busy) return
    const found = checkFields(fields, values)
    setIssues(found)
    const [first] = found
    if (first) return document.getElementById(idOf(first.path))?.focus()
    on.onCheck(commonInput(action, certifications, values))
  }

  return (
    <form
      noValidate
      className="bulk-form"
      onSubmit={(event) => {
        event.preventDefault()
        check()
      }}
    >
      <Label htmlFor="bulk-action">What to do</Label>
      <Select
        id="bulk-action"
        name="action"
        value={action ?? ''}
        onChange={({ target }) => (isBulkAction(target.value) ? on.onAction(target.value) : undefined)}
      >
        <option value="" disabled>
          Choose an action
        </option>
        {actions.map((one) => (
          <option key={one} value={one}>
            {bulkWords(one).label}
          </option>
        ))}
      </Select>
      {action && <p className="usa-hint">{bulkWords(action).about}</p>}
      <FieldList
        fields={fields}
        values={values}
        issues={issues}
        idOf={idOf}
        onChange={(name, value) => setValues({ ...values, [name]: value })}
      />
      {action && (
        <div className="form-buttons">
          <Button type="submit" aria-disabled={busy}>
            Check what would happen
          </Button>
        </div>
      )}
    </form>
  )
}

function idOf(name: string): string {
  return `bulk-${name}`
}
