/** A choice's value and its words. */
export interface Choice {
  readonly value: string
  readonly label: string
}

interface FieldBase {
  /** Equal to the input's field, so that the server's issues find it. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  /** Fields of the same section stand together under its name. */
  readonly section?: string
}

/** One question of a form. */
export type FormField = FieldBase &
  (
    | { readonly control: 'TEXT' | 'LONG_TEXT' | 'ADDRESS' | 'NUMBER' | 'DATE' | 'CODE' | 'PERSON' }
    | { readonly control: 'CHOICE' | 'CHOICES'; readonly choices: readonly Choice[] }
    | { readonly control: 'PARTS'; readonly parts: PartsOf }
  )

/** What a field asks that holds a list of things, each with questions of its own; its value is their JSON. */
export interface PartsOf {
  /** The questions of one of them, which may depend on its answers. */
  readonly fieldsOf: (part: FormValues) => readonly FormField[]
  /** What one is called, to tell it from the others. */
  readonly nameOf: (part: FormValues, at: number) => string
  /** What a new one begins with. */
  readonly begin: FormValues
  readonly addLabel: string
  readonly removeLabel: string
  /** Whether their order matters and can be changed. */
  readonly ordered: boolean
}

/** What has been typed, by field; empty for what has not. */
export type FormValues = Readonly<Record<string, string>>

/** What has been typed into a field; null for nothing. */
export function valueOf(values: FormValues, name: string): string | null {
  const text = values[name]?.trim() ?? ''
  return text === '' ? null : text
}

/** The same where the field is required: empty text, which the server answers with an issue, for nothing. */
export function requiredValue(values: FormValues, name: string): string {
  return valueOf(values, name) ?? ''
}

/** A web address as typed, with `https://` before it where no scheme was typed. */
export function withScheme(text: string): string {
  return text === '' || /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
}

/** A web address typed into a field; null for nothing. */
export function addressOf(values: FormValues, name: string): string | null {
  const text = valueOf(values, name)
  return text === null ? null : withScheme(text)
}

/** A whole number typed into a field; null for nothing or for anything else. */
export function numberOf(values: FormValues, name: string): number | null {
  const text = valueOf(values, name)
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null
}

/** A list typed into one field, its parts separated by commas. */
export function listOf(values: FormValues, name: string): string[] {
  const parts = (values[name] ?? '').split(',').map((part) => part.trim())
  return parts.filter((part) => part !== '')
}
