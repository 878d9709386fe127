import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXPECTED } from '../access/expected-matrix.ts'
import { ARRANGEMENTS, arrangementOf } from '../support/arrangements.ts'
import { attempt } from '../support/attempt.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { fingerprint } from '../support/fingerprint.ts'
import { insertPerson, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ faulty: true })
})
afterAll(() => app.close())

const NAMES = Object.keys(ARRANGEMENTS)

function callerOf(name: string): string {
  const row = EXPECTED[name]
  return (row?.may ?? row?.cbp?.may)?.[0] ?? ''
}

async function entriesSince(id: string) {
  const { rows } = await app.owner.query(
    `select action, outcome, actor_id, actor_kind, role, subject_id, clauses, changes, request_id, group_id from audit_entry where id > $1 order by id`,
    [id],
  )
  return rows
}

async function newest(): Promise<string> {
  const { rows } = await app.owner.query('select id from audit_entry order by id desc limit 1')
  return rows[0].id
}

describe.each(NAMES)('%s', (name) => {
  test('writes who, in which role, what, on which record, under which clauses, and with which request', async () => {
    const caller = callerOf(name)
    const input = await arrangementOf(name)(app, 'CBP')
    const since = await newest()
    expect(await attempt(app, caller, name, input)).toBe('ACCEPTED')
    const entries = await entriesSince(since)
    expect(entries.length).toBeGreaterThanOrEqual(1)
    const [first] = entries
    expect(first).toMatchObject({
      action: EXPECTED[name]?.permission,
      outcome: 'ACCEPTED',
      actor_kind: 'PERSON',
      actor_id: rawId(app.personId(caller)),
    })
    expect(first.role).not.toBeNull()
    expect(first.clauses.length).toBeGreaterThan(0)
    expect(first.request_id).not.toBeNull()
    expect(first.subject_id).toMatch(/^[0-9a-f-]{36}$/)
  })
  test('happens only together with its entry: where the audit cannot be written, nothing is', async () => {
    const input = await arrangementOf(name)(app, 'CBP')
    const before = await fingerprint(app)
    await app.owner.query(`
      create function audit_is_full() returns trigger language plpgsql as $$ begin raise exception 'the audit is full' using errcode = 'disk_full'; end $$;
      create trigger audit_is_full before insert on audit_entry for each row execute function audit_is_full()`)
    try {
      expect(await attempt(app, callerOf(name), name, input)).toBe('INTERNAL')
      expect(await fingerprint(app)).toBe(before)
    } finally {
      await app.owner.query('drop trigger audit_is_full on audit_entry; drop function audit_is_full()')
    }
    expect(await attempt(app, callerOf(name), name, input)).toBe('ACCEPTED')
  })
})

describe('a refusal', () => {
  test('is kept apart from the change it did not make, with its reason and clauses and without changes', async () => {
    const input = await arrangementOf('approveAccount')(app, 'CBP')
    const since = await newest()
    await attempt(app, 'director-cbp', 'approveAccount', input)
    await attempt(app, 'aspa', 'activateAccount', { accountId: input['accountId'] })
    await attempt(app, 'aspa', 'approveAccount', { ...input, expectedVersion: 9 })
    const entries = await entriesSince(since)
    expect(entries.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['account.approve', 'REFUSED'],
      ['account.activate', 'REFUSED'],
      ['account.approve', 'REFUSED'],
    ])
    expect(
      entries.every(
        ({ changes, subject_id }) => changes.length === 0 && subject_id === rawId(`${input['accountId']}`),
      ),
    ).toBe(true)
  })
  test('of a typing error or of a record that is not there is no act and leaves no entry', async () => {
    const since = await newest()
    expect(await attempt(app, 'aspa', 'approveAccount', { accountId: 'nonsense' })).toBe('InvalidInputError')
    expect(await entriesSince(since)).toEqual([])
  })
})

test('the audit names nobody: no name and no e-mail address of anybody stands in any entry', async () => {
  await insertPerson(app, 'CBP', {
    display_name: 'Zebulon Quartermain',
    email: 'zebulon.quartermain@example.gov',
  })
  const { rows: people } = await app.owner.query('select display_name, email from person')
  const { rows: entries } = await app.owner.query('select to_jsonb(e)::text as text from audit_entry e')
  expect(entries.length).toBeGreaterThan(100)
  const names = people.flatMap(({ display_name, email }) => [display_name, email]).filter(Boolean)
  expect(entries.flatMap(({ text }) => names.filter((name) => text.includes(name)))).toEqual([])
  expect(entries.filter(({ text }) => /[\w.]+@[\w-]+\.[\w.]+/.test(text))).toEqual([])
})
