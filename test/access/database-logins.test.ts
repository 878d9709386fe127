import pg from 'pg'
import { withConnection } from '@official-accounts/db/database-connection'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

const PERMISSION_DENIED = '42501'
/** What a view answers that nobody could write through. */
const NOT_WRITABLE = '55000'

/** The only relations the public login may read: the contract's public columns. */
const PUBLIC_VIEWS = [
  'directory_account',
  'directory_alias',
  'directory_archived_listing',
  'directory_build',
  'directory_change',
  'directory_component',
  'directory_platform',
]

let database: TestDatabase
let relations: readonly { name: string; kind: string; columns: readonly string[] }[]
beforeAll(async () => {
  database = await createTestDatabase()
  const { rows } = await withConnection(database.ownerUrl, (owner) =>
    owner.query(
      `select format('%I.%I', n.nspname, c.relname) as name, c.relkind as kind, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
       where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
       group by 1, 2 order by 1`,
    ),
  )
  relations = rows
})
afterAll(() => database.drop())

async function codesOf(
  url: string,
  statements: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  return withConnection(url, async (client) => {
    await client.query('set default_transaction_read_only = off')
    const codes: Record<string, string> = {}
    for (const statement of statements) codes[statement] = await codeOf(client, statement)
    return codes
  })
}

async function codeOf(client: pg.Client, statement: string): Promise<string> {
  try {
    await client.query('begin')
    await client.query(statement)
    return 'done'
  } catch (error) {
    return error instanceof pg.DatabaseError ? `${error.code}` : 'fault'
  } finally {
    await client.query('rollback')
  }
}

/** The statements that were not refused for want of a right, with what they ended in. */
function notDenied(codes: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(codes)
    .filter(([, code]) => code !== PERMISSION_DENIED)
    .map(([statement, code]) => `${statement}: ${code}`)
}

describe('the login of the public schema', () => {
  test('reads the public views and nothing else of the whole catalogue', async () => {
    expect(relations.length).toBeGreaterThan(25)
    const reads = relations.flatMap(({ name, columns }) => [
      `select from ${name}`,
      ...columns.map((column) => `select "${column}" from ${name} limit 0`),
    ])
    const codes = await codesOf(database.publicUrl, reads)
    const readable = relations.filter(({ name, columns }) =>
      columns.some((column) => codes[`select "${column}" from ${name} limit 0`] === 'done'),
    )
    expect(readable.map(({ name }) => name.replace('public.', ''))).toEqual(PUBLIC_VIEWS)
    const others = Object.fromEntries(
      Object.entries(codes).filter(([statement]) => !/directory_/.test(statement)),
    )
    expect(notDenied(others)).toEqual([])
  })
  test('writes nowhere and changes no structure', async () => {
    const writes = relations.flatMap(({ name, columns, kind }) => [
      `delete from ${name}`,
      `update ${name} set "${columns[0]}" = "${columns[0]}"`,
      `insert into ${name} ("${columns[0]}") values (null)`,
      ...(kind === 'v' ? [] : [`truncate ${name}`, `alter table ${name} add column seen text`]),
    ])
    const codes = await codesOf(database.publicUrl, [
      ...writes,
      'create table public.left_behind (id int)',
      'create schema left_behind',
    ])
    const allowed = notDenied(codes).filter(
      (line) => !(/directory_|training_exception|law_duty/.test(line) && line.endsWith(NOT_WRITABLE)),
    )
    expect(allowed).toEqual([])
  })
})

describe('the login of the application', () => {
  const APPENDED = ['audit_entry', 'decision', 'retirement_confirmation']
  test.each(APPENDED)('appends to %s and never changes it', async (table) => {
    const statements = [`update ${table} set id = id`, `delete from ${table}`, `truncate ${table}`]
    expect(notDenied(await codesOf(database.appUrl, statements))).toEqual([])
  })
  test('alters, truncates and drops nothing at all', async () => {
    const tables = relations.filter(({ kind }) => kind === 'r')
    const statements = tables.flatMap(({ name }) => [
      `alter table ${name} add column seen text`,
      `alter table ${name} disable trigger all`,
      `alter table ${name} disable row level security`,
      `truncate ${name}`,
      `drop table ${name}`,
    ])
    expect(notDenied(await codesOf(database.appUrl, statements))).toEqual([])
  })
  test('deletes only what is spent or a person’s own: sign-ins, sessions, keys, hosts and saved views', async () => {
    const tables = relations.filter(({ kind, name }) => kind === 'r' && name.startsWith('public.'))
    const codes = await codesOf(
      database.appUrl,
      tables.map(({ name }) => `delete from ${name}`),
    )
    const done = Object.entries(codes)
      .filter(([, code]) => code !== PERMISSION_DENIED)
      .map(([statement]) => statement.replace('delete from public.', ''))
    expect(done.sort()).toEqual([
      'idempotency_key',
      'logout_token',
      'platform_host',
      'saved_view',
      'session',
      'sign_in_attempt',
    ])
  })
  test('takes no role that would let it past row-level security', async () => {
    const { rows } = await withConnection(database.appUrl, (client) =>
      client.query(
        `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`,
      ),
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }])
  })
})

test('even the owner changes no audit entry and no decision while the triggers stand', async () => {
  const statements = [
    'update audit_entry set reason = null',
    'delete from audit_entry',
    'truncate audit_entry',
    'truncate decision cascade',
  ]
  const codes = await withConnection(database.ownerUrl, async (owner) => {
    await owner.query(`insert into audit_entry (id, chain_id, seq, occurred_at, recorded_at, actor_kind, action, outcome, subject_type, subject_id, clauses, changes, prev_hash, hash)
      values (gen_random_uuid(), gen_random_uuid(), 1, now(), now(), 'SYSTEM', 'account.update', 'ACCEPTED', 'Account', 'x', '{}', '[]', '', '')`)
    return codesOf(database.ownerUrl, statements)
  })
  expect(notDenied(codes)).toEqual([])
})
