import { FormGroup, Label, Select, Textarea, TextInput } from '@trussworks/react-uswds'
import type { FieldControlProps } from './field-control-props.ts'
import type { Choice } from './form-field.ts'
import { ChoicesField } from './choices-field.tsx'
import { PersonField } from './person-field.tsx'
import { RequiredMark } from './required-mark.tsx'
import { FieldError } from './field-error.tsx'

/** One question of a form: label, hint, error and control, tied together. */
export function FieldControl(props: FieldControlProps) {
  const { field, id, error } = props
  if (field.control === 'PERSON') return <PersonField {...props} />
  if (field.control === 'CHOICES') return <ChoicesField {...props} choices={field.choices} />
  return (
    <FormGroup error={error !== undefined}>
      <Label htmlFor={id} error={error !== undefined}>
        {field.label}
        {field.required ? <RequiredMark /> : <span className="usa-hint"> (optional)</span>}
      </Label>
      {field.hint && (
        <span id={`${id}-hint`} className="usa-hint">
          {field.hint}
        </span>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <Control {...props} />
    </FormGroup>
  )
}

function Control({ field, id, value, error, onChange }: FieldControlProps) {
  const described = [field.hint ? `${id}-hint` : '', error ? `${id}-error` : ''].join(' ').trim()
  const common = {
    id,
    name: field.name,
    value,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': error !== undefined,
    'aria-required': field.required === true,
  }
  const validationStatus = error === undefined ? undefined : 'error'
  switch (field.control) {
    case 'LONG_TEXT':
      return (
        <Textarea
          {...common}
          error={error !== undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'CODE':
      return (
        <Textarea
          {...common}
          error={error !== undefined}
          className="code-input"
          spellCheck={false}
          rows={14}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'CHOICE':
      return (
        <Select
          {...common}
          validationStatus={validationStatus}
          onChange={(event) => onChange(event.target.value)}
        >
          <Options choices={field.choices} />
        </Select>
      )
    case 'DATE':
      return (
        <input
          {...common}
          type="date"
          className="usa-input"
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'NUMBER':
      return (
        <TextInput
          {...common}
          type="text"
          inputMode="numeric"
          inputSize="small"
          validationStatus={validationStatus}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    default:
      return (
        <TextInput
          {...common}
          type={field.control === 'ADDRESS' ? 'url' : 'text'}
          validationStatus={validationStatus}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}

function Options({ choices }: { readonly choices: readonly Choice[] }) {
  return (
    <>
      <option value="">- Choose -</option>
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  )
}
