import type { FormField, FormValues } from './form-field.ts'

/** What was typed into a form, and what the same fields held before. */
export interface TypedValues {
  readonly typed: FormValues
  readonly base: FormValues
}

/** Which of two values of a field is to stand. */
export type Keep = 'THEIRS' | 'YOURS'

/** A field that somebody else changed while it was being typed into. */
export interface Conflict {
  readonly name: string
  readonly label: string
  readonly was: string
  readonly theirs: string
  readonly yours: string
}

/** Takes note of what is typed into a field. What is typed back to its beginning counts as not typed. */
export function typeValue(
  { typed, base }: TypedValues,
  initial: FormValues,
  name: string,
  value: string,
): TypedValues {
  const before = initial[name] ?? ''
  if (value === before) return { typed: without(typed, [name]), base: without(base, [name]) }
  return { typed: { ...typed, [name]: value }, base: name in typed ? base : { ...base, [name]: before } }
}

/** The fields that hold something else in the record’s newest version than before, and something else as typed. */
export function findConflicts(
  fields: readonly FormField[],
  { typed, base }: TypedValues,
  latest: FormValues,
): Conflict[] {
  return fields.flatMap(({ name, label }) => {
    const [was, theirs, yours] = [base[name], latest[name] ?? '', typed[name]]
    if (was === undefined || yours === undefined || was === theirs || yours === theirs) return []
    return [{ name, label, was, theirs, yours }]
  })
}

/** What is left to send once it was chosen for every conflict which value stands: all of it based on `latest`. */
export function settleConflicts(
  { typed }: TypedValues,
  latest: FormValues,
  choices: Readonly<Record<string, Keep>>,
): TypedValues {
  const given = Object.keys(typed).filter(
    (name) => choices[name] === 'THEIRS' || typed[name] === latest[name],
  )
  const kept = without(typed, given)
  return {
    typed: kept,
    base: Object.fromEntries(Object.keys(kept).map((name) => [name, latest[name] ?? ''])),
  }
}

function without(values: FormValues, names: readonly string[]): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
}
