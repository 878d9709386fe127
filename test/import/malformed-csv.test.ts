import { decodeSource } from '@official-accounts/commands/migration/decode-source'
import { readSource } from '@official-accounts/commands/migration/read-source'
import { DomainError, type Refusal } from '@official-accounts/domain/errors'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createImportWorld, realFile, refusalOf, type ImportWorld } from './import-world.ts'

const HEADER = 'component,platform,handle,url,purpose_or_name,language,status,source'
const ROW = 'CBP,X,@test,https://x.com/test,Test,,Published,test'

function refusal(work: () => unknown): Refusal {
  try {
    work()
  } catch (error) {
    if (error instanceof DomainError) return error.refusal
    throw error
  }
  throw new Error('Nothing was refused.')
}

describe('a file that cannot be read is refused as a whole, in words', () => {
  const vectors: readonly (readonly [string, string, string, RegExp])[] = [
    ['an empty file', '', 'header.component', /missing/],
    ['a header alone', HEADER, 'content', /no rows/],
    ['a column too few', `${HEADER.replace(',language', '')}\n${ROW}`, 'header.language', /missing language/],
    ['a column too many', `${HEADER},notes\n${ROW},x`, 'header.notes', /unknown notes/],
    ['a column twice', `${HEADER},status\n${ROW},Archive`, 'header.status', /repeated status/],
    [
      'columns of another spelling',
      `${HEADER.toUpperCase()}\n${ROW}`,
      'header.component',
      /missing component/,
    ],
    ['a row with a cell too many', `${HEADER}\n${ROW}\n${ROW},x`, 'row 2', /9 cells where the header has 8/],
    ['a row with a cell too few', `${HEADER}\nCBP,X`, 'row 1', /2 cells/],
    ['a quote that is never closed', `${HEADER}\n"CBP,X`, 'content', /no valid CSV/],
    ['a quote in the middle of a cell', `${HEADER}\nC"BP",X,,,,,,`, 'content', /no valid CSV/],
    ['a NUL byte', `${HEADER}\n${ROW.replace('Test', 'Te\0st')}`, 'row 1, column purpose_or_name', /NUL/],
    [
      'a cell of a megabyte',
      `${HEADER}\n${ROW.replace('Test', 'T'.repeat(1_048_576))}`,
      'row 1, column purpose_or_name',
      /1048576 characters/,
    ],
    ['more than 20 MB', `${HEADER}\n${`${ROW}\n`.repeat(420_000)}`, 'content', /20 MB/],
    ['more than 50,000 rows', `${HEADER}\n${`${ROW}\n`.repeat(50_001)}`, 'content', /50001 rows/],
    [
      'windows-1252 read as UTF-8',
      `${HEADER}\n${ROW.replace('Test', 'Espa\uFFFDol')}`,
      'content',
      /Line 2 .*windows-1252/,
    ],
    [
      'windows-1252 read as Latin-1',
      `${HEADER}\n${ROW.replace('Test', 'Agency\u0092s')}`,
      'content',
      /windows-1252/,
    ],
    ['half of a surrogate pair', `${HEADER}\n${ROW.replace('Test', 'Te\uD83Dst')}`, 'content', /not UTF-8/],
  ]

  test.each(vectors)('%s', (_what, content, path, message) => {
    const refused = refusal(() => readSource(content))
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringMatching(message) })
    expect(refused.code === 'INVALID_INPUT' && refused.issues.map((issue) => issue.path)).toContain(path)
  })

  test('bytes in another encoding, which is named', () => {
    const latin = Buffer.from(`${HEADER}\n${ROW.replace('Test', 'Español')}`, 'latin1')
    const wide = Buffer.from(`\uFEFF${HEADER}\n${ROW}`, 'utf16le')
    expect(refusal(() => decodeSource(latin)).message).toContain('windows-1252')
    expect(refusal(() => decodeSource(wide)).message).toContain('UTF-16')
  })
})

describe('a file that can be read', () => {
  test('may begin with a byte order mark, end its lines as Windows does and hold lines within cells', () => {
    const bytes = Buffer.from(`\uFEFF${HEADER}\r\n${ROW.replace('Test', '"One\r\nTwo ""three"""')}\r\n\r\n`)
    const source = readSource(decodeSource(bytes))
    expect(source).toMatchObject({ columnSet: 'accounts', rows: [{ rowNumber: 1 }] })
    expect(source.rows[0]?.cells.purpose_or_name).toBe('One\r\nTwo "three"')
  })

  test('is known by its header, in any order of columns', () => {
    const columns = HEADER.split(',')
    const reversed = readSource(
      [columns.toReversed(), ROW.split(',').toReversed()].map((cells) => cells.join(',')).join('\n'),
    )
    expect(reversed.rows[0]?.cells).toEqual(readSource(`${HEADER}\n${ROW}`).rows[0]?.cells)
    const sets = ['accounts.csv', 'archived-accounts.csv', 'registry-export.csv'].map((file) =>
      readSource(realFile(file)),
    )
    expect(sets.map(({ columnSet, rows }) => [columnSet, rows.length])).toEqual([
      ['accounts', 298],
      ['accounts', 43],
      ['registry-export', 421],
    ])
  })
})

describe('through the command', () => {
  let world: ImportWorld

  beforeAll(async () => {
    world = await createImportWorld({ accounts: false })
  })
  afterAll(() => world.close())

  test('a malformed file leaves nothing behind', async () => {
    const refused = await refusalOf(world.submit(`${HEADER}\n${ROW}\n${ROW},x`))
    expect(refused.code).toBe('INVALID_INPUT')
    expect(await world.read((client) => client.migration.count())).toBe(0)
    expect(await world.read((client) => client.migrationRow.count())).toBe(0)
  })

  test('cells that look like formulas, markup or statements are kept as they are', async () => {
    const hostile = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\tx',
      '<script>alert(1)</script>',
      "'; drop table account; --",
      '＝1',
      '%00',
      '{"a":1}',
    ]
    const rows = hostile.map(
      (name, at) =>
        `CBP,X,,https://x.com/testhostile${at},"${name.replaceAll('"', '""')}",,Published,"Test ${at}"`,
    )
    const id = await world.importFile([HEADER, ...rows].join('\n'))
    const kept = await world.read((client) =>
      client.migrationRow.findMany({ where: { migrationId: id }, orderBy: { rowNumber: 'asc' } }),
    )
    expect(kept.map(({ raw }) => (raw as Record<string, string>).purpose_or_name)).toEqual(hostile)
    expect(kept.map(({ outcome }) => outcome)).toEqual(hostile.map(() => 'CREATED'))
    expect(await world.read((client) => client.account.count())).toBe(hostile.length)
  })
})
