import { bulkInputs, isBulkAction, type BulkAction } from '@official-accounts/domain/bulk/bulk-actions'
import { Button, Label, Select, Textarea } from '@trussworks/react-uswds'
import { useState } from 'react'
import { FieldError } from '../../form/field-error.tsx'
import { PersonField } from '../../form/person-field.tsx'
import { RequiredMark } from '../../form/required-mark.tsx'
import { ACCOUNT_ACTION_WORDS } from '../account/account-words.ts'
import type { CommonInput } from './bulk-run.ts'

interface BulkFormProps {
  readonly actions: readonly BulkAction[]
  readonly action: BulkAction | undefined
  readonly busy: boolean
  readonly onAction: (action: BulkAction) => void
  readonly onCheck: (input: CommonInput) => void
}

interface Wrong {
  readonly reason?: string
  readonly personId?: string
}

/** What is to be done and what all accounts are given alike. Its button checks; nothing is changed by it. */
export function BulkForm({ actions, action, busy, onAction, onCheck }: BulkFormProps) {
  const [reason, setReason] = useState('')
  const [personId, setPersonId] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})

  function check() {
    if (action === undefined || busy) return
    const missing = missingIn(action, { reason: reason.trim(), personId })
    setWrong(missing)
    if (missing.reason || missing.personId) {
      document.getElementById(missing.personId ? 'bulk-personId' : 'bulk-reason')?.focus()
      return
    }
    onCheck({ action, reason: reason.trim() || null, personId: personId || null })
  }

  return (
    <form
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
        onChange={({ target }) => (isBulkAction(target.value) ? onAction(target.value) : undefined)}
      >
        <option value="" disabled>
          Choose an action
        </option>
        {actions.map((one) => (
          <option key={one} value={one}>
            {ACCOUNT_ACTION_WORDS[one].label}
          </option>
        ))}
      </Select>
      {action && <p className="usa-hint">{ACCOUNT_ACTION_WORDS[action].about}</p>}
      {action && bulkInputs(action).person !== 'NONE' && (
        <PersonField
          field={personField(action)}
          id="bulk-personId"
          value={personId}
          error={wrong.personId}
          onChange={setPersonId}
        />
      )}
      {action && bulkInputs(action).reason !== 'NONE' && (
        <ReasonField
          required={bulkInputs(action).reason === 'REQUIRED'}
          value={reason}
          error={wrong.reason}
          onChange={setReason}
        />
      )}
      {action && (
        <Button type="submit" aria-disabled={busy}>
          Check what would happen
        </Button>
      )}
    </form>
  )
}

function personField(action: BulkAction) {
  const required = bulkInputs(action).person === 'REQUIRED'
  const hint = required ? undefined : 'You, when nobody is chosen.'
  return { name: 'personId', label: 'Who', control: 'PERSON', required, ...(hint ? { hint } : {}) } as const
}

function missingIn(action: BulkAction, given: { readonly reason: string; readonly personId: string }): Wrong {
  const takes = bulkInputs(action)
  return {
    ...(takes.reason === 'REQUIRED' && given.reason === '' ? { reason: 'Give the reason in writing.' } : {}),
    ...(takes.person === 'REQUIRED' && given.personId === '' ? { personId: 'Choose a person.' } : {}),
  }
}

interface ReasonFieldProps {
  readonly required: boolean
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

function ReasonField({ required, value, error, onChange }: ReasonFieldProps) {
  return (
    <div className={`usa-form-group ${error ? 'usa-form-group--error' : ''}`}>
      <Label htmlFor="bulk-reason">
        Reason, kept with each account
        {required ? <RequiredMark /> : <span className="usa-hint"> (optional)</span>}
      </Label>
      {error && <FieldError id="bulk-reason-error">{error}</FieldError>}
      <Textarea
        id="bulk-reason"
        name="reason"
        maxLength={4000}
        value={value}
        aria-describedby={error ? 'bulk-reason-error' : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
