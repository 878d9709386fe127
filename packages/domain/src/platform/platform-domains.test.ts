import { expect, test } from 'vitest'
import { platformDomains, serviceDomains } from './platform-domains.ts'

const ACCOUNT = { means: 'ACCOUNT', kind: 'site' } as const

test('hosts and the hosts of addresses are named once, and a place before a host stands for any name', () => {
  const domains = platformDomains({
    hosts: ['www.example.com', 'example.com', '{cc}.example.com'],
    patterns: [
      { match: '/{name}', ...ACCOUNT },
      { match: '{name}.example.com/', ...ACCOUNT },
      { match: 'short.example/**', means: 'NO_ACCOUNT' },
      { match: 'example.com/**', means: 'POST', kind: 'site' },
    ],
  })
  expect(domains).toEqual(['*.example.com', 'example.com', 'short.example', 'www.example.com'])
})

test('a tool has the domains recorded of it, or that of its own site', () => {
  const tool = { kind: 'TOOL', homepageUrl: 'https://www.tool.example/start', rules: null }
  expect(serviceDomains({ ...tool, hosts: [] })).toEqual(['www.tool.example'])
  expect(serviceDomains({ ...tool, hosts: ['a.example'] })).toEqual(['a.example'])
  expect(serviceDomains({ ...tool, homepageUrl: null, hosts: [] })).toEqual([])
})
