import type { Address } from './read-input.ts'
import { readParameter, type ParameterFault } from './parameter-value.ts'
import { templatesOf, type PatternTemplate } from './pattern-template.ts'
import type { PlatformRules, UrlPattern } from './platform-rules.ts'

export interface PlaceValues {
  /** As written in the input. */
  readonly shown: ReadonlyMap<string, string>
  /** As two spellings of one account agree. */
  readonly identity: ReadonlyMap<string, string>
}

export interface AddressParts {
  readonly host: string
  readonly segments: readonly string[]
  readonly query: Address['query']
}

export type PatternMatch =
  | { fits: true; pattern: UrlPattern; values: PlaceValues }
  | { fits: false; fault: ParameterFault | 'NO_ACCOUNT'; text: string | null }

type Reading = { fault: null; values: PlaceValues } | { fault: ParameterFault; text: string }

const severity = { NO_ACCOUNT: 0, MALFORMED: 1, FOREIGN_HOST: 2, RESERVED: 3 } as const

/** Finds the first pattern of the platform that fits the address, or the best reason why none does. */
export function matchAddress(rules: PlatformRules, { host, segments, query }: AddressParts): PatternMatch {
  let best: PatternMatch = { fits: false, fault: 'NO_ACCOUNT', text: null }
  for (const [at, template] of templatesOf(rules).entries()) {
    const pattern = rules.patterns[at]
    const tabs = pattern?.means === 'ACCOUNT' ? (rules.tabs ?? []) : []
    const places = matchPlaces(template, { host, segments, query }, rules.hosts, tabs)
    if (places === null || !pattern) continue
    const reading = readPlaces(places, rules)
    if (reading.fault === null) return { fits: true, pattern, values: reading.values }
    if (severity[reading.fault] > severity[best.fault]) best = { fits: false, ...reading }
  }
  return best
}

/** Reads a bare handle by the platform's own template, or null where a bare handle says nothing. */
export function matchHandle(rules: PlatformRules, handle: string): Reading | null {
  const places = new Map<string, string>()
  if (!rules.bareHandle || !matchText(rules.bareHandle.match, handle, places)) return null
  return readPlaces(places, rules)
}

/** Whether a host is one the rules name: whole, by country label, or by one label before a parent. */
export function isHostOf(rules: PlatformRules, host: string, exactly: boolean): boolean {
  const fits = (template: string | null) =>
    exactly ? template === host : template !== null && matchHost(template, host, new Map())
  return rules.hosts.some(fits) || templatesOf(rules).some((template) => fits(template.host))
}

function matchPlaces(
  template: PatternTemplate,
  { host, segments, query }: AddressParts,
  hosts: readonly string[],
  tabs: readonly string[],
): Map<string, string> | null {
  const places = new Map<string, string>()
  const fits =
    matchHostPart(template.host, host, hosts, places) &&
    hasLength(template, segments, tabs) &&
    template.segments.every((segment, at) => matchText(segment, segments[at] ?? '', places)) &&
    template.query.every(([name, text]) => matchQuery(text, query.get(name), places))
  return fits ? places : null
}

function hasLength(template: PatternTemplate, segments: readonly string[], tabs: readonly string[]): boolean {
  const extra = segments.length - template.segments.length
  if (template.rest) return extra >= 0
  return extra === 0 || (extra === 1 && tabs.includes(asciiLower(segments.at(-1) ?? '')))
}

function matchHostPart(
  template: string | null,
  host: string,
  hosts: readonly string[],
  places: Map<string, string>,
): boolean {
  if (template !== null) return matchHost(template, host, places)
  return hosts.some((known) => matchHost(known, host, new Map()))
}

function matchHost(template: string, host: string, places: Map<string, string>): boolean {
  if (!template.startsWith('{')) return template === host
  const end = template.indexOf('}')
  const parent = template.slice(end + 1)
  const label = host.slice(0, -parent.length)
  if (!host.endsWith(parent) || label === '' || label.includes('.')) return false
  const name = template.slice(1, end)
  if (name === 'cc') return /^[a-z]{2}$/.test(label)
  places.set(name, label)
  return true
}

// Two values for one query parameter are ambiguous: servers differ in which they take.
function matchQuery(template: string, values: readonly string[] | undefined, places: Map<string, string>) {
  return values?.length === 1 && matchText(template, values[0] ?? '', places)
}

/** Fits text to a template of at most two places; literals compare without ASCII case. */
function matchText(template: string, text: string, places: Map<string, string>): boolean {
  if (template === '*') return true
  const [head = '', first, middle, second, tail = ''] = template.split(/[{}]/)
  if (first === undefined) return asciiLower(template) === asciiLower(text)
  const folded = asciiLower(text)
  const ending = asciiLower(second === undefined ? (middle ?? '') : tail)
  if (!folded.startsWith(asciiLower(head)) || !folded.endsWith(ending)) return false
  const inner = text.slice(head.length, text.length - ending.length)
  if (second === undefined) return inner !== '' && places.set(first, inner) !== null
  const at = asciiLower(inner).lastIndexOf(asciiLower(middle ?? ''))
  if (at <= 0) return false
  places.set(first, inner.slice(0, at)).set(second, inner.slice(at + (middle ?? '').length))
  return true
}

function readPlaces(places: ReadonlyMap<string, string>, rules: PlatformRules): Reading {
  const shown = new Map<string, string>()
  const identity = new Map<string, string>()
  for (const [name, text] of places) {
    const rule = rules.parameters[name]
    const reading = rule ? readParameter(text, rule, rules.hosts) : ({ fault: 'MALFORMED' } as const)
    if (reading.fault !== null) return { fault: reading.fault, text }
    shown.set(name, reading.shown)
    identity.set(name, reading.identity)
  }
  return { fault: null, values: { shown, identity } }
}

// Only ASCII: full lower-casing can change a text's length and shift the places found in it.
function asciiLower(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
}
