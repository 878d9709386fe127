import { isOneOf } from './words.ts'

/** Search parameters before a page has looked at them. */
export type RawSearch = Readonly<Record<string, unknown>>

/** Reads an address' search: a name that occurs twice becomes a list. */
export function parseSearch(search: string): Record<string, string | string[]> {
  const read: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(search)) {
    const earlier = read[name]
    read[name] = earlier === undefined ? value : [earlier, value].flat()
  }
  return read
}

/** Writes an address' search; what is undefined, empty or false is left out. Inverse of `parseSearch`. */
export function stringifySearch(search: RawSearch): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const part of [value].flat()) {
      if (part !== undefined && part !== null && part !== '' && part !== false)
        written.append(name, typeof part === 'string' ? part : JSON.stringify(part))
    }
  }
  const text = written.toString()
  return text === '' ? '' : `?${text}`
}

/** A text of a search, or undefined when there is none. */
export function textOf(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : undefined
}

/** One of the values of an enum; anything else counts as not given. */
export function choiceOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  const text = textOf(value)
  return text !== undefined && isOneOf(values, text) ? text : undefined
}

/** All values of an enum that are given; undefined when none is. */
export function choicesOf<Value extends string>(
  values: readonly Value[],
  value: unknown,
): Value[] | undefined {
  const given = [value].flat().filter((part) => typeof part === 'string')
  const known = values.filter((part) => given.includes(part))
  return known.length > 0 ? known : undefined
}

/** True when it is given so; anything else counts as not given. */
export function flagOf(value: unknown): true | undefined {
  return textOf(value) === 'true' || value === true ? true : undefined
}
