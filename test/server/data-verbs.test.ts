import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportAudit, listAudit, verifyAudit } from '@official-accounts/server/cli/audit'
import { exportList, type ExportOptions } from '@official-accounts/server/cli/export/export'
import { parseConfig } from '@official-accounts/server/config'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountIn, act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

const FORMULA = '=HYPERLINK("x")'
const folder = mkdtempSync(join(tmpdir(), 'official-accounts-verbs-'))
let app: TestApp
let account: { id: string; slug: string }

beforeAll(async () => {
  app = await createTestApp()
  const { id } = await accountIn(app, 'ACTIVE')
  await accountIn(app, 'ACTIVE')
  // More entries than the API gives at once.
  for (let round = 0; round < 50; round++)
    await act(app, 'opa', 'updateAccount', { accountId: id, title: `Title ${round}` })
  await act(app, 'opa', 'updateAccount', { accountId: id, title: FORMULA, topics: ['roads', 'a;b'] })
  const { data } = await app.as('opa', 'query ($id: ID!) { account(id: $id) { id slug } }', { id })
  account = data.account
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

// The issuer the test's personas are known to.
function config() {
  return parseConfig({
    DATABASE_URL: app.database.appUrl,
    DATABASE_OWNER_URL: app.database.ownerUrl,
    DATABASE_PUBLIC_URL: app.database.publicUrl,
    OIDC_ISSUER: 'https://issuer.test/oidc',
    OIDC_CLIENT_ID: 'registry',
    OIDC_AUDIENCE: 'registry-api',
    PUBLIC_URL: 'https://registry.test',
  })
}

function options(given: Partial<ExportOptions> = {}) {
  const written: string[] = []
  const write = (text: string) => void written.push(text)
  return {
    given: { as: 'opa', format: 'csv', json: false, write, ...given } as const,
    text: () => written.join(''),
  }
}

async function printed(kind: 'accounts' | 'platforms', given: Partial<ExportOptions>): Promise<string> {
  const { given: all, text } = options(given)
  expect(await exportList(config(), kind, all)).toMatchObject({ ok: true, lines: [] })
  return text()
}

const slugs = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug)

async function seenBy(persona: string): Promise<readonly string[]> {
  const { data } = await app.as(persona, '{ accounts(first: 100) { edges { node { slug } } } }')
  return slugs(data.accounts.edges.map(({ node }: { node: { slug: string } }) => node))
}

describe('an export', () => {
  test.each(['opa', 'manager-fema', 'employee'])(
    'for %s holds what the API shows them, and no more',
    async (as) => {
      const rows = (await printed('accounts', { as, format: 'ndjson' })).trimEnd().split('\n')
      const seen = await seenBy(as)
      expect(slugs(rows.filter((row) => row !== '').map((row) => JSON.parse(row)))).toEqual(seen)
    },
  )
  test('as CSV has a header, and no cell that a spreadsheet would run', async () => {
    const text = await printed('accounts', { format: 'csv' })
    const rows: Record<string, string>[] = parse(text, { columns: true })
    const row = rows.find(({ slug }) => slug === account.slug)
    expect(row).toMatchObject({
      title: `'${FORMULA}`,
      component: 'CBP',
      platform: 'x',
      topics: 'roads;a\\;b',
    })
  })
  test('as JSON is one list, whatever its length', async () => {
    const platforms = JSON.parse(await printed('platforms', { format: 'json' }))
    expect(slugs(platforms)).toContain('x')
    const filter = { filter: { text: 'no such account at all' } }
    expect(JSON.parse(await printed('accounts', { format: 'json', wanted: filter }))).toEqual([])
  })
  test('goes on behind the first page', async () => {
    const { report } = await exportAudit(config(), {}, options({ json: true }).given)
    const { rows } = await app.owner.query('select count(*)::int as held from audit_entry')
    expect(rows[0].held).toBeGreaterThan(100)
    expect(report).toMatchObject({ kind: 'audit', count: rows[0].held })
  })
  test('into a file is for its owner’s eyes, and never over another file', async () => {
    const output = join(folder, 'accounts.csv')
    const { given } = options({ output })
    expect(await exportList(config(), 'accounts', given)).toMatchObject({
      ok: true,
      report: { file: output },
    })
    expect(statSync(output).mode & 0o777).toBe(0o600)
    const before = readFileSync(output, 'utf8')
    await expect(exportList(config(), 'accounts', given)).rejects.toThrow(/EEXIST/)
    expect(readFileSync(output, 'utf8')).toBe(before)
  })
  test('for nobody, or for somebody who is not known, is refused', async () => {
    await expect(exportList(config(), 'accounts', options({ as: undefined }).given)).rejects.toThrow(
      /Say who reads/,
    )
    await expect(exportList(config(), 'accounts', options({ as: 'king' }).given)).rejects.toThrow(
      /Nobody is active/,
    )
  })
})

describe('the audit', () => {
  test('is written out by record, oldest first', async () => {
    const { report } = await exportAudit(config(), { account: account.slug }, options({ json: true }).given)
    const { rows } = report as { rows: { subjectId: string; recordedAt: string; action: string }[] }
    const id = Buffer.from(account.id, 'base64').toString().split(':')[1]
    expect(new Set(rows.map(({ subjectId }) => subjectId))).toEqual(new Set([id]))
    expect(rows[0]?.action).toBe('account.request')
    expect(rows.at(-1)?.action).toBe('account.update')
    const byId = await exportAudit(config(), { record: account.id }, options({ json: true }).given)
    expect(byId.report).toEqual(report)
  })
  test('is written out by time', async () => {
    const all = await listAudit(config(), {}, { as: 'opa', most: 3 })
    const { rows } = all.report as { rows: { id: string; recordedAt: string }[] }
    expect(rows).toHaveLength(3)
    const since = rows[0]?.recordedAt
    const newest = await listAudit(config(), { since }, { as: 'opa', most: 100 })
    expect((newest.report as typeof all.report & { rows: object[] }).rows).toContainEqual(rows[0])
    expect(
      await listAudit(config(), { until: '2020-01-01T00:00:00Z' }, { as: 'opa', most: 5 }),
    ).toMatchObject({
      report: { count: 0 },
      lines: ['No entries.'],
    })
  })
  test('shows each reader what they may read', async () => {
    const read = (as: string) => listAudit(config(), { account: account.slug }, { as, most: 5 })
    expect((await read('manager-cbp')).report).toMatchObject({ count: 5 })
    const { report } = await listAudit(config(), { record: account.id }, { as: 'manager-fema', most: 5 })
    expect(report).toMatchObject({ count: 0 })
    await expect(listAudit(config(), { account: 'x-nobody' }, { as: 'opa', most: 5 })).rejects.toThrow(
      /no account/,
    )
  })
  test('is verified from the first entry to the last, chain by chain, and against what is remembered', async () => {
    const { ok, report, lines } = await verifyAudit(config())
    expect([ok, lines]).toEqual([
      true,
      expect.arrayContaining([expect.stringMatching(/^whole {3}CBP: \d+ entries$/)]),
    ])
    const heads = join(folder, 'heads.json')
    writeFileSync(heads, JSON.stringify({ ok, ...report }))
    await act(app, 'opa', 'updateAccount', { accountId: account.id, title: 'Another' })
    expect((await verifyAudit(config(), heads)).ok).toBe(true)
    writeFileSync(heads, '{"chains":[{"chainId":"x"}]}')
    await expect(verifyAudit(config(), heads)).rejects.toThrow(/not what audit verify/)
  })
  test.each([
    [
      'a changed reason',
      `update audit_entry set reason = 'x' where chain_id = $1 and seq = 2`,
      'WRONG_HASH at 2',
    ],
    ['a missing entry', 'delete from audit_entry where chain_id = $1 and seq = 3', 'GAP at 3'],
    [
      'an end cut off, head and all',
      'with cut as (delete from audit_entry where chain_id = $1 and seq > 4) update audit_head h set seq = 4, hash = e.hash from audit_entry e where e.chain_id = $1 and e.seq = 4 and h.chain_id = $1',
      'TRUNCATED at 5',
    ],
    [
      'entries that the head does not know',
      'update audit_head set seq = 4 where chain_id = $1',
      'BEYOND_HEAD|FORKED',
    ],
  ])('%s is found, and where', async (_what, tampering, words) => {
    const heads = join(folder, 'kept.json')
    writeFileSync(heads, JSON.stringify((await verifyAudit(config())).report))
    const cbp = app.world.components['CBP']
    const kept = await app.owner.query('select * from audit_entry where chain_id = $1', [cbp])
    const head = await app.owner.query('select * from audit_head where chain_id = $1', [cbp])
    await asThief(tampering, [cbp])
    const { ok, lines } = await verifyAudit(config(), heads)
    expect([ok, lines.filter((line) => line.startsWith('BROKEN'))]).toEqual([
      false,
      [expect.stringMatching(new RegExp(`^BROKEN {2}CBP: .*(${words})`))],
    ])
    await asThief('delete from audit_entry where chain_id = $1', [cbp])
    await asThief('insert into audit_entry select * from jsonb_populate_recordset(null::audit_entry, $1)', [
      jsonOf(kept.rows),
    ])
    await asThief(`update audit_head set seq = $2, hash = $3 where chain_id = $1`, [
      cbp,
      head.rows[0].seq,
      head.rows[0].hash,
    ])
    expect((await verifyAudit(config(), heads)).ok).toBe(true)
  })
})

function jsonOf(rows: readonly Record<string, unknown>[]): string {
  return JSON.stringify(rows, (_name, value: unknown) => {
    const bytes = value as { type?: string; data?: number[] } | null
    return bytes?.type === 'Buffer' ? `\\x${Buffer.from(bytes.data ?? []).toString('hex')}` : value
  })
}

// Somebody who owns the database and takes the triggers away.
async function asThief(statement: string, values: readonly unknown[]): Promise<void> {
  for (const table of ['audit_entry', 'audit_head'])
    await app.owner.query(`alter table ${table} disable trigger user`)
  await app.owner.query(statement, [...values])
  for (const table of ['audit_entry', 'audit_head'])
    await app.owner.query(`alter table ${table} enable trigger user`)
}
