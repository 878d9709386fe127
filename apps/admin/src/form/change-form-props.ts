import type { ChangeRequest } from '@official-accounts/client/change'
import type { ChangedRecord } from '@official-accounts/client/result'
import type { ReactNode } from 'react'
import type { FormField, FormValues } from './form-field.ts'
import type { NewerVersion } from './seen-version.ts'

/** What a form of one change is made of. */
export interface ChangeFormProps {
  /** Names the form among all forms, for its draft. */
  readonly formKey: string
  /** What it asks; a function where that depends on what is answered. */
  readonly fields: readonly FormField[] | ((values: FormValues) => readonly FormField[])
  readonly initial: FormValues
  readonly submitLabel: string
  readonly request: (values: FormValues, idempotencyKey: string) => ChangeRequest
  readonly onDone: (record: ChangedRecord) => void
  /** Called when the change was refused: what the page shows of the record may be old. */
  readonly onRefused?: () => void
  /** Where the form changes a record: what is known of a newer version of it. */
  readonly newer?: NewerVersion
  /** What follows a field and looks at what is typed. */
  readonly after?: (name: string, values: FormValues) => ReactNode
  readonly cancel: ReactNode
}
