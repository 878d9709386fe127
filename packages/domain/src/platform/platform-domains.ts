import { parsePlatformRules } from '../directory/parse-platform-rules.ts'
import type { PlatformRules } from '../directory/platform-rules.ts'
import { toolHosts } from './platform-proposal.ts'

/**
 * The domains that a platform's identity rules name, sorted and once each: its hosts, and the hosts of addresses that
 * begin with one. A place in front of a host, as `{cc}.` or `{name}.`, becomes `*.`: any name below it.
 */
export function platformDomains({
  hosts,
  patterns,
}: Pick<PlatformRules, 'hosts' | 'patterns'>): readonly string[] {
  const named = patterns.flatMap(({ match }) => {
    const [host = ''] = match.split('/')
    return host === '' || host === '{host}' ? [] : [host]
  })
  const domains = [...hosts, ...named].map((host) => host.replace(/^\{[a-zA-Z]+\}\./, '*.'))
  return [...new Set(domains)].sort()
}

/** What says on which domains a service is. */
export interface ServiceDomains {
  readonly kind: string
  readonly homepageUrl: string | null
  readonly hosts: readonly string[]
  readonly rules: unknown
}

/** The domains of a service, for network teams (IV.B.2): by its rules where it has accounts; a tool has its own alone. */
export function serviceDomains({ kind, homepageUrl, hosts, rules }: ServiceDomains): readonly string[] {
  if (kind === 'TOOL') return toolHosts(homepageUrl, hosts)
  const read = parsePlatformRules(rules).rules
  return read ? platformDomains(read) : []
}
