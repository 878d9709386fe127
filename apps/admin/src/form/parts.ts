import type { FormField, FormValues, PartsOf } from './form-field.ts'

/** The things that the value of a field holds; none where it cannot be read. */
export function readParts(value: string): readonly FormValues[] {
  const read = readJson(value)
  return Array.isArray(read) ? read.map(readPart) : []
}

/** Things as the value of a field. */
export function writeParts(parts: readonly FormValues[]): string {
  return JSON.stringify(parts)
}

/** The same list with one thing at another place. */
export function movePart(parts: readonly FormValues[], from: number, to: number): readonly FormValues[] {
  const moved = parts[from]
  if (moved === undefined || to < 0 || to >= parts.length) return parts
  return parts.toSpliced(from, 1).toSpliced(to, 0, moved)
}

/** Where an issue with one of several things belongs, and what to call that place. */
export interface PartPlace {
  readonly path: string
  readonly label: string
}

/**
 * The place that a path such as `questions.2.label` leads to: the question of that thing, the thing itself where it
 * asks no such question, or null where there is no such thing.
 *
 * @param rest the path behind the field's name
 */
export function placePart(name: string, parts: PartsOf, value: string, rest: string): PartPlace | null {
  const [, index = '', , inside = ''] = /^[.[](\d+)\]?(\.(.*))?$/.exec(rest) ?? []
  const at = Number(index)
  const part = index === '' ? undefined : readParts(value)[at]
  if (part === undefined) return null
  const called = parts.nameOf(part, at)
  const asked = parts.fieldsOf(part).find((field) => isWithin(inside, field))
  return asked === undefined
    ? { path: `${name}.${at}`, label: called }
    : { path: `${name}.${at}.${asked.name}`, label: `${called}, ${asked.label}` }
}

function isWithin(path: string, { name }: FormField): boolean {
  return path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`)
}

function readPart(value: unknown): FormValues {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, text]: [string, unknown]) =>
      typeof text === 'string' ? [[name, text]] : [],
    ),
  )
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
