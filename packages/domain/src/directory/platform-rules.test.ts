import { expect, test } from 'vitest'
import { identify } from './profile-url.ts'
import { parsePlatformRules } from './parse-platform-rules.ts'
import type { PlatformRules } from './platform-rules.ts'
import { seedRows, seedRules } from './seed-data.fixture.ts'

const sound: PlatformRules = {
  hosts: ['example.com', '{cc}.example.com'],
  parameters: { name: { characters: 'a-z0-9_', min: 1, max: 20 } },
  kinds: { name: { key: '{name}', handle: '{name}', url: 'https://example.com/{name}' } },
  patterns: [{ match: '/{name}', means: 'ACCOUNT', kind: 'name' }],
}

test('every platform with account addresses has rules, and every rule set passes', () => {
  const rules = seedRules()
  const profilePlatforms = seedRows('platforms.csv').filter((row) => row.kind === 'profile')
  expect(Object.keys(rules)).toEqual(profilePlatforms.map((row) => row.name))
  expect(profilePlatforms).toHaveLength(41)
  for (const value of Object.values(rules)) expect(parsePlatformRules(value).issues).toBeNull()
})

test('sound rules come back as they were', () => {
  expect(parsePlatformRules(sound)).toEqual({ rules: sound, issues: null })
})

test.each<[string, unknown, string]>([
  ['no object', null, 'rules'],
  ['an unknown name', { ...sound, regexp: '.*' }, 'rules.regexp'],
  ['no host', { ...sound, hosts: [] }, 'rules.hosts'],
  ['a host with a path', { ...sound, hosts: ['example.com/'] }, 'hosts[0]'],
  ['a punycode host', { ...sound, hosts: ['xn--exmple-cua.com'] }, 'hosts[0]'],
  ['a non-ASCII host', { ...sound, hosts: ['exämple.com'] }, 'rules.hosts[0]'],
  ['a host of one label', { ...sound, hosts: ['localhost'] }, 'hosts[0]'],
  ['an unbounded length', withName({ characters: 'a-z', min: 1, max: 100_000 }), 'rules.parameters.name.max'],
  ['min above max', withName({ characters: 'a-z', min: 5, max: 4 }), 'parameters.name.max'],
  ['a falling range', withName({ characters: 'z-a', min: 1, max: 4 }), 'parameters.name.characters'],
  ['a range across kinds', withName({ characters: 'A-z', min: 1, max: 4 }), 'parameters.name.characters'],
  [
    'a slash among the characters',
    withName({ characters: 'a-z/', min: 1, max: 4 }),
    'parameters.name.characters',
  ],
  ['a meaning nobody knows', withPattern({ match: '/{name}', means: 'MAYBE' }), 'rules.patterns[0].means'],
  ['an account without kind', withPattern({ match: '/{name}', means: 'ACCOUNT' }), 'patterns[0].kind'],
  [
    'a kind that is inherited',
    withPattern({ match: '/{name}', means: 'POST', kind: 'toString' }),
    'patterns[0].kind',
  ],
  ['a group with a kind', withPattern({ match: '/g/**', means: 'GROUP', kind: 'name' }), 'patterns[0].kind'],
  ['an unknown place', withPattern({ match: '/{who}', means: 'GROUP' }), 'patterns[0].match'],
  ['two places that touch', withPattern({ match: '/{name}{name}', means: 'GROUP' }), 'patterns[0].match'],
  [
    'a place that the kind needs',
    withPattern({ match: '/x', means: 'ACCOUNT', kind: 'name' }),
    'patterns[0].match',
  ],
  [
    'a canonical address elsewhere',
    { ...sound, kinds: { name: { ...sound.kinds.name, url: 'https://evil.example/{name}' } } },
    'kinds.name.url',
  ],
  [
    'a canonical address that runs code',
    { ...sound, kinds: { name: { ...sound.kinds.name, url: 'javascript:{name}' } } },
    'kinds.name.url',
  ],
  [
    'a key that is the same for all',
    { ...sound, kinds: { name: { ...sound.kinds.name, key: 'name' } } },
    'kinds.name.key',
  ],
  [
    'a bare handle of no kind',
    { ...sound, bareHandle: { match: '{name}', kind: 'none' } },
    'bareHandle.kind',
  ],
])('rules with %s are refused with their path', (_, value, path) => {
  const { rules, issues } = parsePlatformRules(value)
  expect(rules).toBeNull()
  expect(issues?.map((issue) => issue.path)).toContain(path)
})

test('a country label is two letters before the registered host and nothing else', () => {
  const platforms = [{ slug: 'example', name: 'Example', prohibited: false, rules: sound }]
  expect(identify('https://fr.example.com/name', platforms)).toMatchObject({ outcome: 'ACCOUNT' })
  for (const host of ['fra.example.com', 'a.fr.example.com', 'fr-example.com', 'f1.example.com']) {
    expect(identify(`https://${host}/name`, platforms)).toEqual({ outcome: 'UNKNOWN_PLATFORM' })
  }
})

function withName(rule: unknown) {
  return { ...sound, parameters: { name: rule } }
}

function withPattern(pattern: unknown) {
  return { ...sound, patterns: [pattern] }
}
