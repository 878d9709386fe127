import type { ParameterRule } from './platform-rules.ts'

export type ParameterFault = 'MALFORMED' | 'RESERVED' | 'FOREIGN_HOST'
export type ParameterReading = { fault: ParameterFault } | { fault: null; shown: string; identity: string }

const anyLetter = /^[\p{L}\p{M}\p{N}]$/u

/**
 * Holds a value against its rule. `shown` is the value as written, `identity` the form in which two
 * spellings of one account are equal.
 */
export function readParameter(
  value: string,
  rule: ParameterRule,
  hosts: readonly string[],
): ParameterReading {
  if (!isWellFormed(value, rule)) return { fault: 'MALFORMED' }
  const lower = value.toLowerCase()
  if (rule.reserved?.includes(lower)) return { fault: 'RESERVED' }
  if (rule.listedHost && !hosts.includes(lower)) return { fault: 'FOREIGN_HOST' }
  const identity = withoutIgnored(rule.caseSensitive ? value : lower.normalize('NFC'), rule.ignored ?? '')
  // A reserved word stays one with characters in it that do not distinguish accounts (`l.` on Facebook).
  if (rule.reserved?.includes(identity.toLowerCase())) return { fault: 'RESERVED' }
  // Lower-casing can lengthen a letter: the key itself must satisfy the rule, or it would not be stable.
  return identity !== '' && isWellFormed(identity, rule)
    ? { fault: null, shown: value, identity }
    : { fault: 'MALFORMED' }
}

function isWellFormed(value: string, rule: ParameterRule): boolean {
  const letters = [...value]
  return (
    letters.length >= rule.min &&
    letters.length <= rule.max &&
    letters.every((letter) => isPermitted(letter, rule)) &&
    isInClass(letters[0] ?? '', rule.first) &&
    isInClass(letters.at(-1) ?? '', rule.last) &&
    value.startsWith(rule.prefix ?? '') &&
    value.includes(rule.contains ?? '') &&
    !rule.without?.some((sequence) => value.includes(sequence)) &&
    value === value.normalize('NFC')
  )
}

function isPermitted(letter: string, rule: ParameterRule): boolean {
  return isInClass(letter, rule.characters) || (rule.anyLetter === true && anyLetter.test(letter))
}

/** Whether a character is in a class such as `a-z0-9_.-`; every character is in an absent class. */
export function isInClass(letter: string, characters: string | undefined): boolean {
  if (characters === undefined) return true
  for (let at = 0; at < characters.length; at += 1) {
    const from = characters.charAt(at)
    const isRange = characters.charAt(at + 1) === '-' && at + 2 < characters.length
    const to = isRange ? characters.charAt(at + 2) : from
    if (letter.length === 1 && letter >= from && letter <= to) return true
    if (isRange) at += 2
  }
  return false
}

function withoutIgnored(value: string, ignored: string): string {
  return ignored === '' ? value : [...value].filter((letter) => !ignored.includes(letter)).join('')
}
