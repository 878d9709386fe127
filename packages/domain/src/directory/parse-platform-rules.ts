import { readTemplate, templateParameters } from './pattern-template.ts'
import type { ParameterRule, PlatformRules, UrlPattern } from './platform-rules.ts'
import {
  booleanShape,
  listShape,
  numberShape,
  objectShape,
  tableShape,
  textShape,
  type Issue,
} from './shape-check.ts'

export type RulesReading =
  | { readonly rules: PlatformRules; readonly issues: null }
  | { readonly rules: null; readonly issues: readonly Issue[] }

const meanings = ['ACCOUNT', 'POST', 'PERSONAL_PROFILE', 'GROUP', 'POST_WITHOUT_OWNER', 'NO_ACCOUNT'] as const
const words = listShape(textShape(40), 0, 200)
const name = textShape(30)
const template = textShape(200)

const rulesShape = objectShape(
  {
    hosts: listShape(textShape(253), 1, 200),
    parameters: tableShape(
      objectShape(
        { characters: textShape(100), min: numberShape(1, 300), max: numberShape(1, 300) },
        {
          anyLetter: booleanShape,
          first: textShape(100),
          last: textShape(100),
          prefix: textShape(20),
          without: words,
          contains: textShape(20),
          reserved: words,
          caseSensitive: booleanShape,
          ignored: textShape(10),
          listedHost: booleanShape,
        },
      ),
      30,
    ),
    kinds: tableShape(objectShape({ key: template, handle: template, url: template }), 20),
    patterns: listShape(
      objectShape({ match: template, means: textShape(30, meanings) }, { kind: name }),
      1,
      100,
    ),
  },
  { tabs: words, hashBang: booleanShape, bareHandle: objectShape({ match: template, kind: name }) },
)

/**
 * Reads identity rules from data. Answers the rules, or every issue with its path; never throws.
 * What passes cannot make `identify` slow or answer with a link that leaves the platform.
 */
export function parsePlatformRules(value: unknown): RulesReading {
  const issues: Issue[] = []
  if (!hasRulesShape(value, issues)) return { rules: null, issues }
  issues.push(...hostIssues(value), ...parameterIssues(value))
  issues.push(...value.patterns.flatMap((pattern, at) => patternIssues(value, pattern, `patterns[${at}]`)))
  issues.push(...kindIssues(value), ...bareHandleIssues(value))
  return issues.length === 0 ? { rules: value, issues: null } : { rules: null, issues }
}

function hasRulesShape(value: unknown, issues: Issue[]): value is PlatformRules {
  rulesShape(value, 'rules', issues)
  return issues.length === 0
}

function hostIssues(rules: PlatformRules): Issue[] {
  return rules.hosts.flatMap((host, at) =>
    isHostName(host.replace(/^\{cc\}\./, ''))
      ? []
      : [{ path: `hosts[${at}]`, message: 'expected a lower-case ASCII host, or {cc}. before one' }],
  )
}

/** Whether a text is a lower-case ASCII host of two labels or more, and no address of a machine. */
export function isHostName(host: string): boolean {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host) && !/(?:^|\.)xn--/.test(host) && !/\.[0-9]+$/.test(host)
}

function parameterIssues(rules: PlatformRules): Issue[] {
  return Object.entries(rules.parameters).flatMap(([parameter, rule]) => {
    const path = `parameters.${parameter}`
    const issues: Issue[] = []
    if (parameter === 'host' || parameter === 'cc')
      issues.push({ path, message: 'is a name with a meaning of its own' })
    if (rule.min > rule.max) issues.push({ path: `${path}.max`, message: 'is below min' })
    return issues.concat(classIssues(rule, path))
  })
}

function classIssues(rule: ParameterRule, path: string): Issue[] {
  const parts = { characters: rule.characters, first: rule.first, last: rule.last }
  return Object.entries(parts).flatMap(([part, characters]) =>
    characters === undefined || isClass(characters)
      ? []
      : [
          {
            path: `${path}.${part}`,
            message: 'expected characters and rising ranges, without / ? # % or \\',
          },
        ],
  )
}

function isClass(characters: string): boolean {
  if (/[/?#%\\]/.test(characters)) return false
  return [...characters.matchAll(/(.)-(?=(.))/g)].every(
    ([, from = '', to = '']) => /^(?:[a-z]{2}|[A-Z]{2}|\d{2})$/.test(from + to) && from <= to,
  )
}

function patternIssues(rules: PlatformRules, pattern: UrlPattern, path: string): Issue[] {
  const { host, segments, query } = readTemplate(pattern.match)
  const issues: Issue[] = []
  const places = [...segments, ...query.map(([, text]) => text)]
  if (!pattern.match.includes('/')) issues.push({ path: `${path}.match`, message: 'has no path' })
  if (host !== null && !isHostName(host.replace(/^\{[a-zA-Z]+\}\./, ''))) {
    issues.push({ path: `${path}.match`, message: 'begins with neither / nor a host' })
  }
  if (!places.every(isPlace)) {
    issues.push({
      path: `${path}.match`,
      message: 'a segment is text, *, or at most two {places} with text between',
    })
  }
  for (const parameter of templateParameters(pattern.match)) {
    if (!Object.hasOwn(rules.parameters, parameter)) {
      issues.push({ path: `${path}.match`, message: `{${parameter}} is not among the parameters` })
    }
  }
  return issues.concat(meaningIssues(rules, pattern, path))
}

function isPlace(text: string): boolean {
  return text === '*' || /^[^{}*]*(?:\{[a-zA-Z]+\}(?:[^{}*]+\{[a-zA-Z]+\})?[^{}*]*)?$/.test(text)
}

function meaningIssues(rules: PlatformRules, pattern: UrlPattern, path: string): Issue[] {
  const namesAccount = pattern.means === 'ACCOUNT' || pattern.means === 'POST'
  if (!namesAccount) {
    return pattern.kind === undefined
      ? []
      : [{ path: `${path}.kind`, message: 'only ACCOUNT and POST name a kind' }]
  }
  const kind = Object.hasOwn(rules.kinds, pattern.kind ?? '') ? rules.kinds[pattern.kind ?? ''] : undefined
  if (!kind) return [{ path: `${path}.kind`, message: 'names no account kind' }]
  const given = [...templateParameters(pattern.match), 'host']
  return templateParameters(kind.key + kind.handle + kind.url)
    .filter((parameter) => !given.includes(parameter))
    .map((parameter) => ({ path: `${path}.match`, message: `does not give {${parameter}} of its kind` }))
}

function kindIssues(rules: PlatformRules): Issue[] {
  const hosts = [...rules.hosts, ...rules.patterns.map(({ match }) => readTemplate(match).host), '{host}']
  const listed = Object.entries(rules.parameters).flatMap(([parameter, rule]) =>
    rule.listedHost ? [`{${parameter}}`] : [],
  )
  return Object.entries(rules.kinds).flatMap(([kind, { key, url }]) => {
    const issues: Issue[] = []
    const host = /^https:\/\/([^/]+)/.exec(url)?.[1]
    if (templateParameters(key).every((parameter) => parameter === 'host')) {
      issues.push({ path: `kinds.${kind}.key`, message: 'tells no two accounts apart' })
    }
    if (host === undefined || ![...hosts, ...listed].includes(host)) {
      issues.push({ path: `kinds.${kind}.url`, message: 'must be https and on a host of the platform' })
    }
    return issues
  })
}

function bareHandleIssues(rules: PlatformRules): Issue[] {
  if (!rules.bareHandle) return []
  const { match, kind } = rules.bareHandle
  const path = 'bareHandle'
  const issues =
    isPlace(match) && match !== '*' ? [] : [{ path: `${path}.match`, message: 'is not a template' }]
  const unknown = templateParameters(match).filter((parameter) => !Object.hasOwn(rules.parameters, parameter))
  if (unknown.length > 0) issues.push({ path: `${path}.match`, message: 'names an unknown parameter' })
  return issues.concat(meaningIssues(rules, { match, means: 'ACCOUNT', kind }, path))
}
