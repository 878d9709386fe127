import type { FormField } from './form-field.ts'

/** What is asked of whoever says that something is done. */
export const EVIDENCE_FIELDS: readonly FormField[] = [
  {
    name: 'evidence',
    label: 'Evidence',
    control: 'LONG_TEXT',
    required: true,
    hint: 'What was done, and what shows it.',
  },
  { name: 'evidenceUrl', label: 'Where it is to be seen', control: 'ADDRESS' },
]
