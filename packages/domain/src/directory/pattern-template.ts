import type { PlatformRules, UrlPattern } from './platform-rules.ts'

/** A pattern taken apart; `host` is null when the pattern holds on every host of the platform. */
export interface PatternTemplate {
  readonly host: string | null
  readonly segments: readonly string[]
  readonly rest: boolean
  readonly query: readonly (readonly [name: string, template: string])[]
}

const templates = new WeakMap<PlatformRules, readonly PatternTemplate[]>()

/** The templates of a platform's patterns, in their order; taken apart once for each rules object. */
export function templatesOf(rules: PlatformRules): readonly PatternTemplate[] {
  const known = templates.get(rules)
  if (known) return known
  const read = rules.patterns.map((pattern) => readTemplate(pattern.match))
  templates.set(rules, read)
  return read
}

/** Splits the text of a pattern into host, path segments, open rest and query. */
export function readTemplate(match: UrlPattern['match']): PatternTemplate {
  const [address = '', queryText = ''] = match.split('?')
  const slash = address.indexOf('/')
  const segments = address
    .slice(slash)
    .split('/')
    .filter((segment) => segment !== '')
  const rest = segments.at(-1) === '**'
  return {
    host: slash > 0 ? address.slice(0, slash) : null,
    segments: rest ? segments.slice(0, -1) : segments,
    rest,
    query: queryText === '' ? [] : queryText.split('&').map(splitPair),
  }
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=')
  return [pair.slice(0, at), pair.slice(at + 1)]
}

/** The names in braces, in order. */
export function templateParameters(template: string): string[] {
  return [...template.matchAll(/\{([a-zA-Z]+)\}/g)].map((found) => found[1] ?? '')
}

/** Puts values in place of the names in braces. */
export function fillTemplate(template: string, values: ReadonlyMap<string, string>): string {
  return template.replaceAll(/\{([a-zA-Z]+)\}/g, (_, name: string) => values.get(name) ?? '')
}
