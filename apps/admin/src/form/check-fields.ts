import { withScheme, type FormField, type FormValues } from './form-field.ts'

/** Something to put right, and at which field. */
export interface FieldIssue {
  readonly path: string
  readonly message: string
}

/** What can be seen to be wrong before anything is sent; the server asks again, and more. */
export function checkFields(fields: readonly FormField[], values: FormValues): FieldIssue[] {
  return fields.flatMap((field) => {
    const message = problemWith(field, values[field.name]?.trim() ?? '')
    return message === null ? [] : [{ path: field.name, message }]
  })
}

function problemWith(field: FormField, value: string): string | null {
  if (value === '') return field.required ? missing(field) : null
  if (field.control === 'ADDRESS' && !isAddress(value))
    return `${field.label}: give a whole address, such as https://example.gov.`
  if (field.control === 'NUMBER' && !/^\d{1,6}$/.test(value)) return `${field.label}: give a whole number.`
  return field.control === 'CODE' && !isJson(value) ? `${field.label}: this is not valid JSON.` : null
}

function isAddress(value: string): boolean {
  return /\S\.\S/.test(value) && URL.canParse(withScheme(value))
}

function missing({ control, label }: FormField): string {
  if (control === 'CHOICES') return `${label}: choose at least one.`
  return control === 'CHOICE' || control === 'PERSON' ? `${label}: choose one.` : `${label}: this is needed.`
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The field an issue is about, also where its path leads to a part of the field. */
export function fieldOf({ path }: FieldIssue): string {
  return path.split(/[.[]/, 1)[0] ?? path
}

/** Issues that a form can lead to by their names, and those that belong to none of its fields. */
export function placeIssues(known: readonly string[], issues: readonly FieldIssue[]) {
  const names = new Set(known)
  return {
    placed: issues
      .filter((issue) => names.has(fieldOf(issue)))
      .map((issue) => ({ ...issue, path: fieldOf(issue) })),
    loose: issues.filter((issue) => !names.has(fieldOf(issue))),
  }
}
