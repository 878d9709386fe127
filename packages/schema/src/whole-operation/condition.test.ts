import type { Column, Table } from '@official-accounts/db/tables'
import { describe, expect, test } from 'vitest'
import { conditionSql } from './condition.ts'
import type { Binding } from './sql.ts'
import { UnsupportedError } from './unsupported.ts'

function column(name: string, type: string, rest: Partial<Column> = {}): Column {
  return { name, type, isList: false, isRequired: true, isUnique: false, values: null, ...rest }
}

const OFFICE: Table = {
  name: 'office',
  id: 'id',
  columns: new Map([['code', column('code', 'String', { isUnique: true })]]),
  relations: new Map(),
}
const POST: Table = {
  name: 'post',
  id: 'id',
  columns: new Map([
    ['title', column('title', 'String')],
    ['madeAt', column('made_at', 'DateTime', { isRequired: false })],
    ['tags', column('tags', 'String', { isList: true })],
  ]),
  relations: new Map([
    ['office', { model: 'Component', isList: false, own: 'office_id', theirs: 'id', isRequired: true }],
    ['replies', { model: 'Account', isList: true, own: 'id', theirs: 'post_id', isRequired: true }],
  ]),
}
const TABLES = new Map([
  ['Component', OFFICE],
  ['Account', POST],
])

function asked(where: object): { readonly text: string; readonly values: readonly unknown[] } {
  const values: unknown[] = []
  // Of a binding, conditions look at the values alone.
  const binding = { rows: [], values } as unknown as Binding
  return { text: conditionSql({ tables: TABLES, table: POST, alias: 't', binding }, where), values }
}

describe('a condition of Prisma as SQL', () => {
  test.each([
    [{}, 'true', []],
    [{ title: undefined }, 'true', []],
    [{ title: 'a' }, '(t."title" = $1)', ['a']],
    [{ title: { not: 'a' } }, '(t."title" <> $1)', ['a']],
    [{ madeAt: null }, '(t."made_at" is null)', []],
    [{ madeAt: { not: null } }, '(t."made_at" is not null)', []],
    [{ title: { in: ['a', 'b'] } }, '(t."title" = any($1))', [['a', 'b']]],
    [{ title: { contains: "'%", mode: 'insensitive' } }, '(t."title" ilike $1)', ["%'%%"]],
    [{ tags: { has: 'x' } }, '(t."tags" @> array[$1]::text[])', ['x']],
    [{ OR: [] }, '(false)', []],
    [{ OR: [{ title: 'a' }, { title: 'b' }] }, '((t."title" = $1) or (t."title" = $2))', ['a', 'b']],
    [{ NOT: { title: 'a' } }, '(not ((t."title" = $1)))', ['a']],
    [
      { office: { code: 'X' } },
      '(t."office_id" = (select tr."id" from "office" tr where (tr."code" = $1) limit 1))',
      ['X'],
    ],
    [
      { replies: { some: { title: 'a' } } },
      '(exists (select from "post" tr where tr."post_id" = t."id" and (tr."title" = $1)))',
      ['a'],
    ],
    [{ madeAt: { gte: new Date(0) } }, '(t."made_at" >= $1)', ['1970-01-01T00:00:00.000Z']],
  ])('%j', (where, text, values) => {
    expect(asked(where)).toEqual({ text, values })
  })

  test.each([
    { unheard: 1 },
    { title: { search: 'a' } },
    { title: {} },
    { madeAt: { gt: '2026' } },
    { replies: { every: {} } },
    { replies: { some: {}, none: {} } },
    { office: { is: { code: 'X' } } },
    { tags: ['a'] },
    { NOT: [{ title: 'a' }] },
  ])('%j is left to Prisma', (where) => {
    expect(() => asked(where)).toThrow(UnsupportedError)
  })
})
