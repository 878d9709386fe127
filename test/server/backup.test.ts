import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { withConnection } from '@official-accounts/db/database-connection'
import { backup, restore } from '@official-accounts/server/cli/backup'
import { parseConfig } from '@official-accounts/server/config'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountIn } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createMarkedWorld } from '../support/marked-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'official-accounts-backup-'))
const file = join(folder, 'registry.backup')
let app: TestApp
let other: TestDatabase

beforeAll(async () => {
  app = await createTestApp()
  other = await createTestDatabase()
  await accountIn(app, 'RETIRED')
})
afterAll(async () => {
  await app.close()
  await other.drop()
  rmSync(folder, { recursive: true })
})

function configOf({ appUrl, ownerUrl, publicUrl }: TestDatabase) {
  return parseConfig({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATABASE_PUBLIC_URL: publicUrl })
}

const QUIET = { acceptBrokenAudit: false, onProgress: () => {} }
const bringBack = (path: string, accept = false) =>
  restore(configOf(other), path, { ...QUIET, acceptBrokenAudit: accept })
const linesOf = (path: string) => gunzipSync(readFileSync(path)).toString().trimEnd().split('\n')

function altered(name: string, alter: (lines: string[]) => readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, gzipSync(`${alter(linesOf(file)).join('\n')}\n`))
  return path
}

test('a backup is made beside a running server, for its owner’s eyes alone, and never over another file', async () => {
  const { ok, report } = await backup(configOf(app.database), file, () => {})
  expect([ok, report]).toEqual([true, { file, tables: expect.any(Number), rows: linesCounted() }])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await expect(backup(configOf(app.database), file, () => {})).rejects.toThrow(/may be a file of that name/)
})

function linesCounted(): number {
  return linesOf(file).filter((line) => line.startsWith('[')).length
}

describe('what is not restored leaves the database empty', () => {
  test.each([
    ['something else', () => ['{"format":"a letter"}'], /no backup of this registry/],
    ['a file that was cut short', (lines) => lines.slice(0, -1), /its end is missing/],
    ['a file with a row less', (lines) => lines.toSpliced(-3, 1), /its end is missing/],
    [
      'another version',
      ([head = '', ...lines]) => [
        head.replace('"migrations":[', '"migrations":["2099 a newer one",'),
        ...lines,
      ],
      /another version/,
    ],
    [
      'an audit in which a reason was changed',
      (lines) => lines.map((line) => line.replace('Because the test says so.', 'For no reason at all.')),
      /not whole: .*WRONG_HASH/,
    ],
  ] as [string, (lines: string[]) => readonly string[], RegExp][])('%s', async (name, alter, words) => {
    const path = altered(name, alter)
    await expect(bringBack(path)).rejects.toThrow(words)
    const held = 'select count(*)::int as rows from account union all select count(*)::int from audit_entry'
    const { rows } = await withConnection(other.ownerUrl, (owner) => owner.query(held))
    expect(rows).toEqual([{ rows: 0 }, { rows: 0 }])
  })
  test('a file that is not there', async () => {
    await expect(bringBack(join(folder, 'nowhere'))).rejects.toThrow(/cannot be read/)
  })
})

test('a restored registry is the one that was saved, row by row, its audit whole', async () => {
  const { ok, report } = await bringBack(file)
  expect(ok).toBe(true)
  expect(report).toMatchObject({ rows: linesCounted() })
  const again = join(folder, 'again.backup')
  await backup(configOf(other), again, () => {})
  const sorted = (path: string) => linesOf(path).slice(1).toSorted()
  expect(sorted(again)).toEqual(sorted(file))
})

test('what kept rows apart before keeps them apart again: keys, and entries that nobody changes', async () => {
  await withConnection(other.ownerUrl, async (owner) => {
    await expect(owner.query(`update audit_entry set reason = 'x'`)).rejects.toThrow()
    await expect(owner.query(`update account set platform_id = gen_random_uuid()`)).rejects.toThrow(
      /foreign key/,
    )
    const keys = `select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where contype = 'f' order by 1, 2`
    expect((await owner.query(keys)).rows).toEqual((await app.owner.query(keys)).rows)
    const triggers = `select tgrelid::regclass::text, tgname, tgenabled from pg_trigger where not tgisinternal and tgname not like 'test\\_%' order by 1, 2`
    expect((await owner.query(triggers)).rows).toEqual((await app.owner.query(triggers)).rows)
  })
})

test('a database that is in use is not restored over', async () => {
  await expect(bringBack(file)).rejects.toThrow(/in use/)
})

test('rows of every kind come back as they were', async () => {
  await createMarkedWorld(app)
  const full = join(folder, 'full.backup')
  await backup(configOf(app.database), full, () => {})
  await other.drop()
  other = await createTestDatabase()
  // Marked entries are made up and hang in no chain: only who says so restores them.
  await expect(bringBack(full)).rejects.toThrow(/not whole/)
  expect((await bringBack(full, true)).ok).toBe(true)
  const again = join(folder, 'full-again.backup')
  await backup(configOf(other), again, () => {})
  const sorted = (path: string) => linesOf(path).slice(1).toSorted()
  expect(sorted(again)).toEqual(sorted(full))
})
