import { withScheme, type FormField, type FormValues, type PartsOf } from './form-field.ts'
import { placePart, readParts, type PartPlace } from './parts.ts'

/** Something to put right, and at which field. */
export interface FieldIssue {
  readonly path: string
  readonly message: string
}

/** What can be seen to be wrong before anything is sent; the server asks again, and more. */
export function checkFields(fields: readonly FormField[], values: FormValues): FieldIssue[] {
  return fields.flatMap((field) => {
    const value = values[field.name]?.trim() ?? ''
    const message = problemWith(field, value)
    if (message !== null) return [{ path: field.name, message }]
    return field.control === 'PARTS' ? checkParts(field.name, field.parts, value) : []
  })
}

function checkParts(name: string, { fieldsOf, nameOf }: PartsOf, value: string): FieldIssue[] {
  return readParts(value).flatMap((part, at) =>
    checkFields(fieldsOf(part), part).map(({ path, message }) => ({
      path: `${name}.${at}.${path}`,
      message: `${nameOf(part, at)}, ${message}`,
    })),
  )
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

/**
 * Issues of the server that a form can lead to, in words that name what they are about, and those that belong to none
 * of its fields. A path may lead to a part of a field.
 */
export function placeIssues(
  fields: readonly FormField[],
  values: FormValues,
  issues: readonly FieldIssue[],
): { readonly placed: readonly FieldIssue[]; readonly loose: readonly FieldIssue[] } {
  const places = issues.map((issue) => ({ issue, place: placeOf(fields, values, issue.path) }))
  return {
    placed: places.flatMap(({ issue: { message }, place }) =>
      place === null ? [] : [{ path: place.path, message: `${place.label}: ${message}` }],
    ),
    loose: places.filter(({ place }) => place === null).map(({ issue }) => issue),
  }
}

function placeOf(fields: readonly FormField[], values: FormValues, path: string): PartPlace | null {
  const field = fields
    .filter(({ name }) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`))
    .toSorted((a, b) => b.name.length - a.name.length)[0]
  if (field === undefined) return null
  const { name, label } = field
  const part =
    field.control === 'PARTS'
      ? placePart(name, field.parts, values[name] ?? '', path.slice(name.length))
      : null
  return part ?? { path: name, label }
}
