import type { PlatformRules } from '../directory/platform-rules.ts'

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
