import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
} from 'graphql'

/** Numbers from a seed, the same for everybody: 0 up to 1. */
export type Random = () => number

/** A small generator (mulberry32): a failing run is repeated by its seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value
}

/** Texts that have broken programs: empty, control characters, quoting, markup, patterns, other scripts, sheer length. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u0000\u0001\u0002\u001f\u007f',
  '\ud800',
  'a\udfff',
  '\ufeff',
  '\u202e\u2066evil',
  '\u200b\u200d',
  "'; drop table account; --",
  "' or '1'='1",
  '"',
  '\\',
  '\\x00',
  '%',
  '_',
  '%_%',
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  '=cmd|/c calc!A0',
  '\r\nSet-Cookie: a=b',
  'null',
  'undefined',
  'NaN',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '😀'.repeat(50),
  'ﷺ'.repeat(20),
  'Ω≈ç√∫˜µ≤≥÷',
  '田中さんにあげて下さい',
  'اختبار',
  'I\u0307i\u0131',
  'ß',
  '\u0065\u0301',
  'Z\u0351\u036b\u0343algo',
  'A'.repeat(3000),
  'é'.repeat(20_000),
  'x'.repeat(120_000),
  '-1',
  '0',
  '9007199254740993',
  '1e309',
  '0x10',
  '1/0',
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '9999-12-31',
  '10000-01-01',
  '-000001-01-01',
  '2026-11-22T25:61:61Z',
  '2026-11-22',
  '+275760-09-13T00:00:00Z',
  '2026-11-22T00:00:00Z',
  '99999999-01-01T00:00:00Z',
  'https://',
  'https://x.com/',
  'https://x.com/%00',
  'https://x.com/%ff%fe',
  'https://x.com/\u0000',
  'https://[::1',
  'https://x.com:99999999/a',
  'https://user:password@x.com/a',
  'https://x.com/' + 'a'.repeat(1900),
  'https://xn--80ak6aa92e.com/',
  'https://x.com/@@@',
  'http://2130706433/',
  'https://www.facebook.com/profile.php?id=' + '9'.repeat(400),
  '@',
  '@@',
  '#',
  '?',
  '//',
  '\\\\server\\share',
  'c:\\windows',
]

const HOSTILE_IDS: readonly unknown[] = [
  '',
  ' ',
  'x',
  '0',
  0,
  -1,
  2 ** 31,
  'QWNjb3VudA==',
  'QWNjb3VudDo=',
  btoa('Account:'),
  btoa('Account:not-a-uuid'),
  btoa('Account:\0'),
  btoa('Account:00000000-0000-0000-0000-000000000000'),
  btoa('Person:00000000-0000-0000-0000-000000000000'),
  btoa("Account:'; drop table account; --"),
  btoa('Nothing:00000000-0000-0000-0000-000000000000'),
  btoa(':::'),
  btoa('Account:0192F3A0-0000-7000-8000-00000000000G'),
  btoa('__proto__:00000000-0000-0000-0000-000000000000'),
  '%%%',
  '=====',
  '\0',
  'A'.repeat(10_000),
  '😀',
  '00000000-0000-0000-0000-000000000000',
]

const HOSTILE_NUMBERS: readonly unknown[] = [
  0,
  -1,
  1,
  100,
  101,
  2_147_483_647,
  -2_147_483_648,
  2_147_483_648,
  1e21,
  1.5,
  -0,
  Number.MAX_SAFE_INTEGER + 2,
  '1',
  'one',
  true,
  null,
  [],
  {},
]

const HOSTILE_JSON: readonly unknown[] = [
  null,
  true,
  0,
  '',
  '\0',
  [],
  {},
  [[[[[[]]]]]],
  { hosts: null },
  { hosts: ['a\0b'] },
  { hosts: ['x.com'], patterns: 'x' },
  {
    hosts: ['h.example'],
    parameters: { name: { characters: '[', min: 1, max: 9 } },
    kinds: {},
    patterns: [],
    tabs: [],
  },
  {
    hosts: ['h.example'],
    parameters: { name: { characters: 'a-z', min: 9, max: 1 } },
    kinds: { name: { key: '{name}', handle: '{name}', url: 'x' } },
    patterns: [{ match: '/{name}', means: 'ACCOUNT', kind: 'name' }],
    tabs: [],
  },
  {
    hosts: ['h.example'],
    parameters: { name: { characters: 'a-z\0', min: 1, max: 1e9 } },
    kinds: { name: { key: '{name}', handle: '{name}', url: 'https://h.example/{name}' } },
    patterns: [{ match: '/{name}', means: 'ACCOUNT', kind: 'name' }],
    tabs: ['\0'],
  },
  JSON.parse('{"__proto__": {"hosts": ["x.com"]}}'),
  { toString: 1, hosts: { length: 3 } },
  Array.from({ length: 5000 }, () => 'x'),
]

/** A value for an input type: mostly of the right kind and hostile, now and then of the wrong kind altogether. */
export function hostileValue(random: Random, type: GraphQLInputType, depth = 0): unknown {
  if (random() < 0.06) return pick<unknown>(random, [null, 0, 'x', [], {}, true, { a: 1 }, [[]], undefined])
  const nullable = getNullableType(type)
  if (isListType(nullable)) {
    return Array.from({ length: pick(random, [0, 1, 2, 5, 150]) }, () =>
      hostileValue(random, nullable.ofType as GraphQLInputType, depth + 1),
    )
  }
  const named = getNamedType(nullable)
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).filter(() => random() < 0.7)
    return Object.fromEntries(
      fields.map((field) => [field.name, hostileValue(random, field.type, depth + 1)]),
    )
  }
  if (isEnumType(named))
    return pick<unknown>(random, [...named.getValues().map(({ name }) => name), 'NOPE', '', 1])
  return hostileScalar(random, named.name)
}

function hostileScalar(random: Random, name: string): unknown {
  if (name === 'ID') return pick(random, HOSTILE_IDS)
  if (name === 'Int' || name === 'Float') return pick(random, HOSTILE_NUMBERS)
  if (name === 'Boolean') return pick<unknown>(random, [true, false, 'true', 0])
  if (name === 'JSON') return pick(random, HOSTILE_JSON)
  return pick(random, HOSTILE_TEXTS)
}
