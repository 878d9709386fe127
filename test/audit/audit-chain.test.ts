import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { hashEntry } from '@official-accounts/db/audit-log'
import { rehash } from '@official-accounts/db/audit-rehash'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountIn, act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { hashOf, verifyChain, type AuditRow, type RememberedHead } from './chain-verifier.ts'

const VECTOR: AuditRow = {
  id: '0192f3a0-0000-7000-8000-000000000001',
  chain_id: '00000000-0000-0000-0000-000000000000',
  seq: '7',
  occurred_at: new Date('2026-11-22T01:28:58.123Z'),
  recorded_at: new Date('2026-11-22T01:28:58.124Z'),
  actor_id: null,
  actor_kind: 'SYSTEM',
  role: '',
  action: 'account.update',
  outcome: 'ACCEPTED',
  subject_type: 'Account',
  subject_id: 'sübject 😀',
  clauses: ['V.B.6'],
  reason: null,
  changes: [{ field: 'title', before: null, after: 'A' }],
  request_id: null,
  group_id: null,
  delegation_id: null,
  prev_hash: Buffer.from('ab'.repeat(32), 'hex'),
  hash: Buffer.alloc(0),
}

function asEntry(row: AuditRow): Parameters<typeof hashEntry>[0] {
  return {
    id: row.id,
    chainId: row.chain_id,
    seq: BigInt(row.seq),
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    actorId: row.actor_id,
    actorKind: row.actor_kind,
    role: row.role,
    action: row.action,
    outcome: row.outcome,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    clauses: row.clauses,
    reason: row.reason,
    changes: row.changes,
    requestId: row.request_id,
    groupId: row.group_id,
    delegationId: row.delegation_id,
  } as Parameters<typeof hashEntry>[0]
}

describe('the bytes of an entry are fixed', () => {
  const FIXED = '0e0bb251b62c15fb39ec94b2fa59c23ba90f9f93622f473aac312d0070d2c6dc'
  test('the page that says so has an example, which anybody’s verifier agrees with', () => {
    const page = readFileSync(new URL('../../packages/db/audit-format.md', import.meta.url), 'utf8')
    const { prev_hash, hash, occurred_at, recorded_at, ...told } = JSON.parse(
      /```json\n([^]*?)```/.exec(page)?.[1] ?? '',
    )
    const row = {
      ...told,
      occurred_at: new Date(occurred_at),
      recorded_at: new Date(recorded_at),
      prev_hash: Buffer.from(prev_hash, 'hex'),
      hash: Buffer.from(hash, 'hex'),
    }
    expect(row).toEqual({ ...VECTOR, hash: row.hash })
    expect(hashOf(row, row.prev_hash).equals(row.hash)).toBe(true)
  })
  test('the command line’s verifier uses none of the writer’s code', () => {
    const text = readFileSync(new URL('../../packages/db/src/audit-rehash.ts', import.meta.url), 'utf8')
    const imports = [...text.matchAll(/^import (type )?.* from '([^']+)'$/gm)].map(([, type, from]) => [
      type !== undefined,
      from,
    ])
    expect(imports).toEqual([
      [false, 'node:crypto'],
      [true, '@official-accounts/domain/audit/chain-check'],
    ])
  })
  test('a known entry has a known hash, by the writer, by the verifier and by the format', () => {
    expect(rehash(asEntry(VECTOR), VECTOR.prev_hash).toString('hex')).toBe(FIXED)
    expect(Buffer.from(hashEntry(asEntry(VECTOR), VECTOR.prev_hash)).toString('hex')).toBe(FIXED)
    expect(hashOf(VECTOR, VECTOR.prev_hash).toString('hex')).toBe(FIXED)
  })
  test.each([
    ['a missing field and an empty one', { role: null }],
    ['two fields whose border has moved', { action: 'account.updat', outcome: 'eACCEPTED' }],
    ['another time of recording', { recorded_at: new Date('2026-11-22T01:28:58.125Z') }],
    ['an act under a delegation', { delegation_id: '0192f3a0-0000-7000-8000-000000000002' }],
    ['another value of a change', { changes: [{ field: 'title', before: null, after: 'B' }] }],
  ])('%s differ', (_what, change) => {
    const changed = { ...VECTOR, ...change }
    const hash = Buffer.from(hashEntry(asEntry(changed), VECTOR.prev_hash)).toString('hex')
    expect(hash).not.toBe(FIXED)
    expect(hash).toBe(hashOf(changed, VECTOR.prev_hash).toString('hex'))
  })
  test('the order of keys in a change does not', () => {
    const changed = { ...VECTOR, changes: [{ after: 'A', before: null, field: 'title' }] }
    expect(Buffer.from(hashEntry(asEntry(changed), VECTOR.prev_hash)).toString('hex')).toBe(FIXED)
  })
})

describe('the chains of a working registry', () => {
  let app: TestApp
  let chain: string
  let remembered: RememberedHead
  beforeAll(async () => {
    app = await createTestApp()
    await accountIn(app, 'RETIRED')
    const suspended = await accountIn(app, 'SUSPENDED')
    await act(app, 'employee', 'reinstateAccount', { accountId: suspended.id, reason: 'Refused and kept.' })
    await Promise.all(
      Array.from({ length: 8 }, () =>
        act(app, 'opa', 'reinstateAccount', { accountId: suspended.id, reason: 'Once.' }),
      ),
    )
    chain = app.world.components['CBP'] ?? ''
    const { rows } = await app.owner.query(
      `select seq, encode(hash, 'hex') as hash from audit_head where chain_id = $1`,
      [chain],
    )
    remembered = { seq: BigInt(rows[0].seq), hash: rows[0].hash }
  })
  afterAll(() => app.close())

  async function read(client: Pick<pg.Client, 'query'>, chainId: string): Promise<AuditRow[]> {
    return (await client.query('select * from audit_entry where chain_id = $1 order by seq', [chainId])).rows
  }

  test('verify from the first entry to the head, refusals and simultaneous acts included', async () => {
    const { rows: heads } = await app.owner.query(
      `select chain_id, seq, encode(hash, 'hex') as hash from audit_head`,
    )
    expect(heads.length).toBeGreaterThan(1)
    for (const { chain_id, seq, hash } of heads) {
      const rows = await read(app.owner, chain_id)
      expect(rows.length).toBe(Number(seq))
      expect(verifyChain(rows, { seq: BigInt(seq), hash })).toBeNull()
    }
    expect(remembered.seq).toBeGreaterThan(15n)
  })

  const MIDDLE = 6
  test.each([
    [
      'an edited reason',
      `update audit_entry set reason = 'Nothing happened.' where chain_id = $1 and seq = ${MIDDLE}`,
      MIDDLE,
      'WRONG_HASH',
    ],
    [
      'another actor',
      `update audit_entry set actor_id = gen_random_uuid() where chain_id = $1 and seq = ${MIDDLE}`,
      MIDDLE,
      'WRONG_HASH',
    ],
    [
      'another role',
      `update audit_entry set role = 'INSPECTOR' where chain_id = $1 and seq = ${MIDDLE}`,
      MIDDLE,
      'WRONG_HASH',
    ],
    [
      'another outcome',
      `update audit_entry set outcome = case outcome when 'REFUSED' then 'ACCEPTED'::"AuditOutcome" else 'REFUSED' end where chain_id = $1 and seq = ${MIDDLE}`,
      MIDDLE,
      'WRONG_HASH',
    ],
    [
      'an earlier time',
      `update audit_entry set occurred_at = occurred_at - interval '1 day' where chain_id = $1 and seq = ${MIDDLE}`,
      MIDDLE,
      'WRONG_HASH',
    ],
    [
      'another record',
      `update audit_entry set subject_id = 'x' where chain_id = $1 and seq = ${MIDDLE}`,
      MIDDLE,
      'WRONG_HASH',
    ],
    [
      'other clauses',
      `update audit_entry set clauses = '{}' where chain_id = $1 and seq = ${MIDDLE}`,
      MIDDLE,
      'WRONG_HASH',
    ],
    [
      'another change',
      `update audit_entry set changes = '[]' where chain_id = $1 and seq = ${MIDDLE}`,
      MIDDLE,
      'WRONG_HASH',
    ],
    [
      'another hash',
      `update audit_entry set hash = sha256('x') where chain_id = $1 and seq = ${MIDDLE}`,
      MIDDLE,
      'WRONG_HASH',
    ],
    ['a deleted entry', `delete from audit_entry where chain_id = $1 and seq = ${MIDDLE}`, MIDDLE, 'GAP'],
    [
      'a deleted entry with the gap closed',
      `with gone as (delete from audit_entry where chain_id = $1 and seq = ${MIDDLE}) update audit_entry set seq = seq - 1 + 1000000 where chain_id = $1 and seq > ${MIDDLE}; update audit_entry set seq = seq - 1000000 where seq > 1000000`,
      MIDDLE,
      'BROKEN_LINK',
    ],
    [
      'two entries in another order',
      `update audit_entry set seq = -seq where chain_id = $1 and seq in (${MIDDLE}, ${MIDDLE + 1}); update audit_entry set seq = case seq when -${MIDDLE} then ${MIDDLE + 1} else ${MIDDLE} end where seq < 0`,
      MIDDLE,
      'BROKEN_LINK',
    ],
    ['a beginning cut off', `delete from audit_entry where chain_id = $1 and seq = 1`, 1, 'GAP'],
  ])('%s is found, and where', async (_what, tampering, seq, problem) => {
    expect(await tampered(tampering)).toEqual({ seq: BigInt(seq), problem })
  })
  test('a tail cut off, head and all, is found against a remembered head', async () => {
    const cut = `delete from audit_entry where chain_id = $1 and seq > ${remembered.seq - 3n}`
    expect(await tampered(cut)).toEqual({ seq: remembered.seq - 2n, problem: 'TRUNCATED' })
  })
  test('a tail written anew with hashes that fit is found against a remembered head', async () => {
    const rows = await read(app.owner, chain)
    const forged = rows.map((row) => ({ ...row }))
    for (const [index, row] of forged.entries()) {
      if (index < rows.length - 3) continue
      const previous = forged[index - 1]?.hash ?? Buffer.alloc(0)
      const changed = { ...row, reason: 'Written anew.', prev_hash: previous }
      forged[index] = { ...changed, hash: hashOf(changed, previous) }
    }
    expect(verifyChain(forged)).toBeNull()
    expect(verifyChain(forged, remembered)).toEqual({ seq: remembered.seq, problem: 'FORKED' })
  })
  test('a head only moves forward, even for the owner', async () => {
    await expect(
      app.owner.query('update audit_head set seq = seq - 1 where chain_id = $1', [chain]),
    ).rejects.toThrow(/only moves forward/)
    await expect(app.owner.query('delete from audit_head where chain_id = $1', [chain])).rejects.toThrow(
      /only moves forward/,
    )
  })

  // As somebody who owns the database and takes the triggers away; rolled back afterwards.
  async function tampered(statements: string) {
    const client = await app.owner.connect()
    try {
      await client.query('begin')
      await client.query('alter table audit_entry disable trigger user')
      for (const statement of statements.split('; '))
        await client.query(statement, statement.includes('$1') ? [chain] : [])
      return verifyChain(await read(client, chain), remembered)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
})
