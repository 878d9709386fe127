import { Checkbox } from '@trussworks/react-uswds'
import { FieldError } from './field-error.tsx'
import type { FieldControlProps } from './field-control-props.ts'
import type { Choice } from './form-field.ts'
import { RequiredMark } from './required-mark.tsx'

interface ChoicesFieldProps extends FieldControlProps {
  readonly choices: readonly Choice[]
}

/** Chooses any of several things, as check boxes; the value is what is chosen, separated by commas. */
export function ChoicesField({ field, id, value, error, onChange, choices }: ChoicesFieldProps) {
  const chosen = value === '' ? [] : value.split(',')
  function choose(one: string, isOn: boolean): void {
    const kept = choices.map((choice) => choice.value)
    onChange(kept.filter((other) => (other === one ? isOn : chosen.includes(other))).join(','))
  }
  return (
    <fieldset className={`usa-fieldset ${error ? 'usa-form-group--error' : ''}`}>
      <legend className="usa-legend">
        {field.label}
        {field.required ? <RequiredMark /> : <span className="usa-hint"> (optional)</span>}
      </legend>
      {field.hint && <span className="usa-hint">{field.hint}</span>}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {choices.map((choice, index) => (
        <Checkbox
          key={choice.value}
          id={index === 0 ? id : `${id}-${choice.value}`}
          name={field.name}
          value={choice.value}
          label={choice.label}
          checked={chosen.includes(choice.value)}
          onChange={(event) => choose(choice.value, event.target.checked)}
        />
      ))}
    </fieldset>
  )
}
