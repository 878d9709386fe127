import { CLAUSES } from '@official-accounts/domain/directive/clauses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, requestInput, type Outcome } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'

const MINUTE = 60_000
let offset = 0
const clock = () => new Date(Date.now() + offset)
const inMinutes = (minutes: number) => new Date(clock().getTime() + minutes * MINUTE).toISOString()

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: clock })
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)
const paths = ({ issues }: Outcome) => issues?.map(({ path }) => path)

function ask(more: object, by = 'manager-cbp') {
  const written = { justification: 'The office has no website of its own yet.', validUntil: inMinutes(60) }
  return act(app, by, 'requestException', { clauses: ['V.B.10'], ...written, ...more })
}

async function granted(more: object): Promise<Outcome> {
  const { id: exceptionId } = await ask(more)
  return act(app, 'opa', 'decideException', { exceptionId, decision: 'GRANT', ...REASON })
}

const revoke = ({ id: exceptionId }: Outcome) =>
  act(app, 'opa', 'revokeException', { exceptionId, ...REASON })
const withoutOutlet = () =>
  insertAccount(app, 'ENDORSED', { columns: { official_outlet_url: null, requested_by_id: null } })

describe('V.B.12: exceptions are written, case by case, for named clauses', () => {
  test('a granted exception lifts the clause it names, and the decision and the audit say which one', async () => {
    const accountId = await withoutOutlet()
    expect(clauseIds(await act(app, 'opa', 'permitAccount', { accountId }))).toEqual(['V.B.10'])
    const exception = await granted({ accountId })
    expect(exception.state).toBe('GRANTED')
    expect((await act(app, 'opa', 'permitAccount', { accountId })).state).toBe('ENDORSED')
    const { data } = await app.as(
      'opa',
      `query ($id: ID!) {
        account(id: $id) { decisions { kind usedExceptions } }
        auditEntries(first: 1, filter: { subject: $id, action: "account.permit", outcome: ACCEPTED }) { edges { node { changes } } }
      }`,
      { id: accountId },
    )
    expect(data.account.decisions.at(-1)).toEqual({ kind: 'PERMITTED', usedExceptions: [exception.id] })
    expect(data.auditEntries.edges[0].node.changes).toContainEqual({
      field: 'exceptions',
      before: null,
      after: [rawId(exception.id)],
    })
  })
  test('it lifts no other clause, and nothing for another account, component or platform', async () => {
    const accountId = await withoutOutlet()
    const others = [
      await granted({ accountId: await withoutOutlet() }),
      await granted({ componentId: app.componentId('CBP'), platformId: app.platformId('Facebook') }),
      await granted({ accountId, clauses: ['V.B.3', 'V.B.8'] }),
    ]
    expect(clauseIds(await act(app, 'opa', 'permitAccount', { accountId }))).toEqual(['V.B.10'])
    await Promise.all(others.map(revoke))
  })
  test('asked for, denied, withdrawn, revoked, not begun or run out, it lifts nothing', async () => {
    const accountId = await withoutOutlet()
    const blocked = async () => clauseIds(await act(app, 'opa', 'permitAccount', { accountId }))
    const asked = await ask({ accountId })
    expect(await blocked(), 'asked for').toEqual(['V.B.10'])
    const denial = { exceptionId: asked.id, decision: 'DENY', ...REASON }
    expect((await act(app, 'opa', 'decideException', denial)).state).toBe('DENIED')
    expect(await blocked(), 'denied').toEqual(['V.B.10'])
    const withdrawn = await ask({ accountId })
    await act(app, 'manager-cbp', 'withdrawExceptionRequest', { exceptionId: withdrawn.id, ...REASON })
    expect(await blocked(), 'withdrawn').toEqual(['V.B.10'])
    await revoke(await granted({ accountId }))
    expect(await blocked(), 'revoked').toEqual(['V.B.10'])
    await granted({ accountId, validFrom: inMinutes(10), validUntil: inMinutes(20) })
    expect(await blocked(), 'not begun').toEqual(['V.B.10'])
    offset = 21 * MINUTE
    expect(await blocked(), 'run out').toEqual(['V.B.10'])
    offset = 15 * MINUTE
    expect(await blocked(), 'in force').toBeUndefined()
    offset = 0
  })
  test('a refusal that cites two clauses is lifted only when both are named', async () => {
    const input = { platformId: app.platformId('Instagram'), componentId: app.componentId('CBP') }
    const request = () =>
      act(
        app,
        'manager-cbp',
        'requestAccount',
        requestInput(app, {
          profileUrl: `https://www.instagram.com/testoutpost${Math.trunc(Math.random() * 1e9)}`,
        }),
      )
    const one = await granted({ ...input, clauses: ['V.B.1'] })
    expect(clauseIds(await request())).toEqual(['V.B.1', 'IV.A.2'])
    const both = await granted({ ...input, clauses: ['V.B.1', 'IV.A.2'] })
    expect((await request()).state).toBe('REQUESTED')
    await Promise.all([one, both].map(revoke))
    expect(clauseIds(await request())).toEqual(['V.B.1', 'IV.A.2'])
  })
  test('an account stands on a platform that is not approved by such an exception alone, down to the database', async () => {
    const columns = { platform_id: app.world.platforms['Instagram'], requested_by_id: null }
    const accountId = await insertAccount(app, 'APPROVED', { primary: 'manager-cbp', columns })
    const activate = () => act(app, 'manager-cbp', 'activateAccount', { accountId })
    expect(clauseIds(await activate())).toEqual(['V.B.1', 'IV.A.2'])
    const update = () =>
      app.owner.query(`update account set state = 'ACTIVE' where id = $1`, [rawId(accountId)])
    await expect(update()).rejects.toThrow('not approved')
    await granted({ accountId, clauses: ['V.B.1', 'IV.A.2'] })
    expect((await activate()).state).toBe('ACTIVE')
  })
  test('shows what it opens: an action is offered while it lasts', async () => {
    const accountId = await withoutOutlet()
    const blocker = async () => {
      const { data } = await app.as(
        'opa',
        'query ($id: ID!) { account(id: $id) { availableActions { action allowed } } }',
        { id: accountId },
      )
      return data.account.availableActions.find(
        ({ action }: { action: string }) => action === 'permitAccount',
      )
    }
    expect((await blocker()).allowed).toBe(false)
    const exception = await granted({ accountId })
    expect((await blocker()).allowed).toBe(true)
    await revoke(exception)
    expect((await blocker()).allowed).toBe(false)
  })
})

describe('V.B.12: what cannot be excepted', () => {
  const FIXED = Object.entries(CLAUSES).flatMap(([id, { exceptionable }]) => (exceptionable ? [] : [id]))
  test.each(FIXED)('%s is never named', async (clause) => {
    const refused = await ask({ componentId: app.componentId('CBP'), clauses: [clause] })
    expect([refused.__typename, clauseIds(refused)]).toEqual([
      'PolicyRefusalError',
      clause === 'V.B.12' ? ['V.B.12', 'V.B.12'] : ['V.B.12', clause],
    ])
  })
  test('the database holds the same list', async () => {
    const { rows } = await app.owner.query(
      `select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'exception_clauses_may_be_lifted'`,
    )
    const listed = [...String(rows[0].text).matchAll(/'([A-Z]+(?:\.[A-Z0-9]+)*)'/g)].map(([, id]) => id)
    expect(listed.sort()).toEqual([...FIXED].sort())
  })
  test('no exception reaches a platform prohibited by statute', async () => {
    const platformId = app.platformId('TikTok')
    const refused = await ask({ platformId, clauses: ['V.B.1', 'IV.A.2'] }, 'opa')
    expect(clauseIds(refused)).toEqual(['V.A.2', 'V.B.12'])
    const whole = await granted({ componentId: app.componentId('CBP'), clauses: ['V.B.1', 'IV.A.2'] })
    const request = requestInput(app, { profileUrl: 'https://www.tiktok.com/@testoutpost' })
    expect(clauseIds(await act(app, 'manager-cbp', 'requestAccount', request))).toContain('V.A.2')
    await revoke(whole)
  })
  test('bad requests name the field: no clause, an unknown one, no end, dated back', async () => {
    const accountId = await withoutOutlet()
    expect(paths(await ask({ accountId, clauses: [] }))).toEqual(['clauses'])
    expect(paths(await ask({ accountId, clauses: ['V.B.99'] }))).toEqual(['clauses'])
    expect(paths(await ask({ accountId, validFrom: inMinutes(-5) }))).toEqual(['validFrom'])
    expect(paths(await ask({ accountId, validFrom: inMinutes(70) }))).toEqual(['validUntil'])
    expect(paths(await ask({ accountId, justification: ' ' }))).toEqual(['justification'])
    expect(clauseIds(await ask({}, 'opa'))).toEqual(['V.B.12'])
  })
})

test('for every account on a platform Public Affairs asks; a component names itself (V.B.12)', async () => {
  const whole = {
    platformId: app.platformId('X'),
    clauses: ['V.B.10'],
    justification: 'The outlet is being rebuilt.',
    validUntil: '2099-01-01T00:00:00Z',
  }
  for (const persona of ['manager-cbp', 'director-cbp']) {
    const refused = await act(app, persona, 'requestException', whole)
    expect(refused.issues?.map(({ path }) => path)).toEqual(['componentId'])
  }
  const own = { ...whole, componentId: app.componentId('CBP') }
  expect((await act(app, 'manager-cbp', 'requestException', own)).state).toBe('REQUESTED')
  expect((await act(app, 'opa', 'requestException', whole)).state).toBe('REQUESTED')
})

describe('V.B.12, V.B.2: who decides', () => {
  test('nobody decides on an exception they asked for', async () => {
    const own = await ask({ accountId: await withoutOutlet() }, 'opa')
    const grant = { exceptionId: own.id, decision: 'GRANT', ...REASON }
    expect(clauseIds(await act(app, 'opa', 'decideException', grant))).toEqual(['V.B.12', 'V.B.2'])
  })
  test('nor does the database let them', async () => {
    const own = await ask({ accountId: await withoutOutlet() }, 'opa')
    await expect(
      app.owner.query(
        `insert into decision (id, kind, exception_id, decided_by_id, clauses, decided_at)
         select gen_random_uuid(), 'GRANTED', id, requested_by_id, '{}', now() from exception where id = $1`,
        [rawId(own.id)],
      ),
    ).rejects.toThrow('decided by another')
    const statements = [
      `update exception set clauses = '{V.B.1}' where id = $1`,
      `update exception set valid_until = '2199-01-01' where id = $1`,
      `insert into exception select gen_random_uuid(), state, '{II.B}', component_id, platform_id, account_id, justification, conditions, valid_from, valid_until, requested_by_id, requested_at, ended_at, version, changed_at from exception where id = $1`,
    ]
    for (const sql of statements) await expect(app.owner.query(sql, [rawId(own.id)]), sql).rejects.toThrow()
  })
  test('it is decided once, with a reason', async () => {
    const { id: exceptionId } = await ask({ accountId: await withoutOutlet() })
    const silent = { exceptionId, decision: 'GRANT', reason: ' ' }
    expect(paths(await act(app, 'opa', 'decideException', silent))).toEqual(['reason'])
    const grant = { exceptionId, decision: 'GRANT', conditions: 'Only until the site is up.', ...REASON }
    expect((await act(app, 'opa', 'decideException', grant)).state).toBe('GRANTED')
    expect((await act(app, 'opa', 'decideException', grant)).__typename).toBe('InvalidStateError')
  })
})
