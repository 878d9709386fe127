import { isHostName, parsePlatformRules } from '../directory/parse-platform-rules.ts'
import type { PlatformRules } from '../directory/platform-rules.ts'
import { policyRefusal, type InputIssue, type Refusal } from '../errors.ts'
import type { PlatformKind } from './platform.ts'

/** How a proposed service is reached: by rules where it has accounts, by its domains alone where it is a tool. */
export interface ProposedService {
  readonly kind: PlatformKind
  readonly homepageUrl: string
  readonly rules?: unknown
  readonly hosts: readonly string[]
}

/** What a proposal comes to, or everything that is wrong with it. */
export type ProposalReading =
  | { readonly rules: PlatformRules | null; readonly hosts: readonly string[]; readonly issues: null }
  | { readonly rules: null; readonly hosts: null; readonly issues: readonly InputIssue[] }

/**
 * Reads a proposal (IV.A.2). A platform with accounts says how their addresses are read; a tool has none, and its
 * domains are the one of its own site where no others are named.
 */
export function readProposal({ kind, homepageUrl, rules, hosts }: ProposedService): ProposalReading {
  return kind === 'TOOL' ? readTool(homepageUrl, rules, hosts) : readPlatform(rules, hosts)
}

function readTool(homepageUrl: string, rules: unknown, hosts: readonly string[]): ProposalReading {
  const named = hosts.length > 0 ? hosts : [hostOf(homepageUrl) ?? '']
  const issues = [
    ...(rules === null || rules === undefined
      ? []
      : [
          { path: 'rules', message: 'A tool has no accounts, so no address names one: leave the rules out.' },
        ]),
    ...named.flatMap((host, at) =>
      isHostName(host)
        ? []
        : [
            {
              path: hosts.length > 0 ? `hosts.${at}` : 'homepageUrl',
              message: 'A domain such as example.gov.',
            },
          ],
    ),
  ]
  return issues.length > 0
    ? { rules: null, hosts: null, issues }
    : { rules: null, hosts: [...new Set(named)].sort(), issues: null }
}

function readPlatform(value: unknown, hosts: readonly string[]): ProposalReading {
  if (hosts.length > 0) {
    const message = 'A platform with accounts names its hosts in its rules.'
    return { rules: null, hosts: null, issues: [{ path: 'hosts', message }] }
  }
  if (value === null || value === undefined)
    return {
      rules: null,
      hosts: null,
      issues: [{ path: 'rules', message: 'Say how its addresses name accounts.' }],
    }
  const { rules, issues } = parsePlatformRules(value)
  if (rules) return { rules, hosts: rules.hosts, issues: null }
  const named = issues.map(({ path, message }) => ({
    path: path === '' ? 'rules' : `rules.${path}`,
    message,
  }))
  return { rules: null, hosts: null, issues: named }
}

/** The domain of a web address; null where it has none. */
export function hostOf(address: string): string | null {
  return URL.parse(address)?.hostname ?? null
}

/** The domains of a tool: those recorded, or that of its own site. */
export function toolHosts(homepageUrl: string | null, hosts: readonly string[]): readonly string[] {
  if (hosts.length > 0) return hosts
  const own = homepageUrl === null ? null : hostOf(homepageUrl)
  return own === null ? [] : [own]
}

/** A platform that a statute prohibits, and its domains. */
export interface ProhibitedDomains {
  readonly name: string
  readonly prohibitedByLaw: string | null
  readonly hosts: readonly string[]
}

/** Nothing is proposed on a prohibited platform's domains, nor below or around them under another name (V.B.1). */
export function checkHostsAllowed(
  hosts: readonly string[],
  prohibited: readonly ProhibitedDomains[],
): Refusal | null {
  const found = prohibited.find((platform) =>
    platform.hosts.some((own) => hosts.some((host) => overlap(host.replace(/^\{[a-zA-Z]+\}\./, ''), own))),
  )
  if (found === undefined) return null
  const law = found.prohibitedByLaw ? ` (${found.prohibitedByLaw})` : ''
  return policyRefusal(
    `One of these domains is that of ${found.name}, prohibited by statute${law}; no exception reaches it.`,
    'V.B.1',
    'V.A.2',
  )
}

function overlap(host: string, own: string): boolean {
  return host === own || host.endsWith(`.${own}`) || own.endsWith(`.${host}`)
}

/** Whether an address is on one of a service's domains, with or without `www.` in front. */
export function isOnHost(address: string, hosts: readonly string[]): boolean {
  const host = hostOf(address)?.replace(/^www\./, '')
  return host !== undefined && hosts.some((own) => own.replace(/^www\./, '') === host)
}
