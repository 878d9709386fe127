import type { FormField, FormValues } from './form-field.ts'

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
  if (field.control === 'ADDRESS' && !URL.canParse(value))
    return `${field.label}: give a whole address, such as https://example.gov.`
  if (field.control === 'NUMBER' && !/^\d{1,6}$/.test(value)) return `${field.label}: give a whole number.`
  return field.control === 'CODE' && !isJson(value) ? `${field.label}: this is not valid JSON.` : null
}

function missing({ control, label }: FormField): string {
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

/** Issues that a form's fields can show, and those that belong to none of them. */
export function placeIssues(fields: readonly FormField[], issues: readonly FieldIssue[]) {
  const names = new Set(fields.map(({ name }) => name))
  const nameOf = ({ path }: FieldIssue) => path.split(/[.[]/, 1)[0] ?? path
  return {
    placed: issues
      .filter((issue) => names.has(nameOf(issue)))
      .map((issue) => ({ ...issue, path: nameOf(issue) })),
    loose: issues.filter((issue) => !names.has(nameOf(issue))),
  }
}
