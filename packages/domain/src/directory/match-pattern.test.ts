import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInClass } from './parameter-value.ts'
import { fillTemplate, readTemplate, templateParameters } from './pattern-template.ts'
import type { IdentityPlatform, ParameterRule } from './platform-rules.ts'
import { identify } from './profile-url.ts'
import { seedPlatforms } from './seed-data.fixture.ts'

const platforms = seedPlatforms()

describe('every pattern of every platform', () => {
  const patterns = platforms.flatMap((platform) =>
    platform.rules.patterns
      .filter(({ means }) => means === 'ACCOUNT' || means === 'POST')
      .map((pattern): [string, IdentityPlatform] => [pattern.match, platform]),
  )

  test.each(patterns)('%s names accounts whose canonical address names them again', (match, platform) => {
    let named = 0
    fc.assert(
      fc.property(addressOf(match, platform), (url) => {
        const found = identify(url, [{ ...platform, prohibited: false }])
        if (found.outcome !== 'ACCOUNT') return
        named += 1
        expect(identify(found.canonicalUrl, [{ ...platform, prohibited: false }])).toMatchObject({
          outcome: 'ACCOUNT',
          canonicalKey: found.canonicalKey,
          canonicalUrl: found.canonicalUrl,
          form: 'PROFILE_URL',
        })
      }),
      { numRuns: 60 },
    )
    expect(named).toBeGreaterThan(0)
  })
})

test('a reserved word stays one with characters in it that do not distinguish accounts', () => {
  for (const url of [
    'https://facebook.com/l.',
    'https://facebook.com/pg/l./about',
    'https://facebook.com/h.o.m.e',
  ])
    expect(identify(url, platforms)).toMatchObject({ outcome: 'NOT_AN_ACCOUNT', reason: 'RESERVED' })
})

/** Addresses that a pattern describes, with values that its rules permit or nearly permit. */
function addressOf(match: string, { rules }: IdentityPlatform): fc.Arbitrary<string> {
  const { host, segments, rest, query } = readTemplate(match)
  const names = templateParameters(match)
  const values = fc.tuple(...names.map((name) => valueOf(rules.parameters[name], rules.hosts)))
  const path = [
    host ?? rules.hosts[0] ?? '',
    ...segments.map((segment) => (segment === '*' ? 'any' : segment)),
    ...(rest ? ['rest'] : []),
  ].join('/')
  const written =
    query.length > 0 ? `${path}?${query.map(([name, text]) => `${name}=${text}`).join('&')}` : path
  return values.map(
    (list) => `https://${fillTemplate(written, new Map(list.map((value, at) => [names[at] ?? '', value])))}`,
  )
}

function valueOf(rule: ParameterRule | undefined, known: readonly string[]): fc.Arbitrary<string> {
  if (!rule || rule.listedHost) return fc.constantFrom(...known)
  const characters = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).filter((letter) =>
    isInClass(letter, rule.characters),
  )
  const prefix = rule.prefix ?? ''
  return fc
    .string({
      unit: fc.constantFrom(...characters),
      minLength: Math.max(rule.min - prefix.length, 0),
      maxLength: Math.min(rule.max, Math.max(rule.min, 24)) - prefix.length,
    })
    .map((text) => prefix + (rule.contains === '.' ? `${text.replaceAll('.', 'a')}.example` : text))
}
