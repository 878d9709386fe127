import type { FormField } from './form-field.ts'

/** What every control of a field is given. */
export interface FieldControlProps {
  readonly field: FormField
  readonly id: string
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}
