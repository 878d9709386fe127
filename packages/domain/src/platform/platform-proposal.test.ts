import { describe, expect, test } from 'vitest'
import { checkHostsAllowed, isOnHost, readProposal } from './platform-proposal.ts'

const TOOL = { kind: 'TOOL', homepageUrl: 'https://www.tool.example/', rules: null, hosts: [] } as const

describe('IV.A.2: a third-party service without accounts is proposed by its domains alone', () => {
  test('they are that of its own site where none is named', () => {
    expect(readProposal(TOOL)).toEqual({ rules: null, hosts: ['www.tool.example'], issues: null })
    const named = readProposal({ ...TOOL, hosts: ['b.example', 'a.example', 'b.example'] })
    expect(named).toEqual({ rules: null, hosts: ['a.example', 'b.example'], issues: null })
  })
  test('it has no rules, and what is no domain is named by its place', () => {
    const { issues } = readProposal({ ...TOOL, rules: {}, hosts: ['a.example', 'No domain'] })
    expect(issues?.map(({ path }) => path)).toEqual(['rules', 'hosts.1'])
    expect(readProposal({ ...TOOL, homepageUrl: 'https://localhost/' }).issues).toHaveLength(1)
  })
  test('a platform with accounts has rules, and names its hosts there', () => {
    const platform = { ...TOOL, kind: 'PROFILE' } as const
    expect(readProposal(platform).issues).not.toBeNull()
    expect(readProposal({ ...platform, hosts: ['a.example'] }).issues).toMatchObject([{ path: 'hosts' }])
  })
})

test('V.B.1: nothing is proposed on, below or around a prohibited platform’s domains', () => {
  const prohibited = [
    { name: 'Clips', prohibitedByLaw: 'An act', hosts: ['clips.example', 'm.clips.example'] },
  ]
  const refused = (...hosts: string[]) => checkHostsAllowed(hosts, prohibited)?.message ?? null
  for (const host of ['clips.example', 'ads.clips.example', '{cc}.clips.example', 'a.m.clips.example'])
    expect(refused('other.example', host), host).toContain('Clips')
  expect(refused('eclips.example', 'clips.example.org', 'clip.example')).toBeNull()
})

test('an address is on a domain with or without www', () => {
  expect(isOnHost('https://tool.example/office', ['www.tool.example'])).toBe(true)
  expect(isOnHost('https://www.tool.example/', ['tool.example'])).toBe(true)
  expect(isOnHost('https://tool.example.org/', ['tool.example'])).toBe(false)
  expect(isOnHost('no address', ['tool.example'])).toBe(false)
})
