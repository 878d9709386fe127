import { newId } from '@official-accounts/db/uuid'
import type { AccountState } from '@official-accounts/domain/account/account'
import { bulkInputs, BULK_ACTION_NAMES } from '@official-accounts/domain/bulk/bulk-actions'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { arrangementOf } from '../support/arrangements.ts'
import { createTestApp, type Answer, type TestApp } from '../support/create-test-app.ts'
import { mutation } from '../support/documents.ts'
import { fingerprint } from '../support/fingerprint.ts'
import { insertAccount, insertImported, nextNumber, rawId, type AccountFixture } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
// Every test looks at the accounts it makes and no others.
let topics: readonly string[] = []
beforeEach(() => {
  topics = [`test-${nextNumber()}`]
})
afterAll(() => app.close())

function insert(state: AccountState, { columns, ...fixture }: AccountFixture = {}): Promise<string> {
  return insertAccount(app, state, { ...fixture, columns: { topics, ...columns } })
}

const REASON = 'Because the test says so.'

const PLAN = `query (
  $action: BulkAction!, $filter: AccountFilter, $personId: ID, $reason: String, $certificationId: ID,
  $answers: [CertificationAnswerValue!], $first: Int, $after: String
) {
  bulkPlan(
    action: $action, filter: $filter, personId: $personId, reason: $reason, certificationId: $certificationId,
    answers: $answers, first: $first, after: $after
  ) {
    run totalCount pageInfo { hasNextPage endCursor }
    edges { node { outcome code reason clauses { id } account { id state status } } }
  }
}`

interface Row {
  readonly outcome: string
  readonly code: string | null
  readonly reason: string | null
  readonly clauses: readonly { readonly id: string }[]
  readonly account: { readonly id: string; readonly state: string }
}

interface Variables {
  readonly filter?: object
  readonly [name: string]: unknown
}

function within(variables: Variables): object {
  return { ...variables, filter: { topic: topics[0], ...variables.filter } }
}

async function plan(persona: string, variables: Variables) {
  const answer = await app.as(persona, PLAN, { first: 100, ...within(variables) })
  expect(answer.errors).toBeUndefined()
  const { run, totalCount, edges } = answer.data.bulkPlan
  return { run, totalCount, rows: edges.map(({ node }: { node: Row }) => node) as readonly Row[] }
}

function run(persona: string, input: object): Promise<Answer> {
  return app.as(persona, mutation('runBulkAction'), { input })
}

async function certificationOf(id: unknown): Promise<string> {
  const document = 'query ($id: ID!) { certificationPart(id: $id) { certification { id } } }'
  return (await app.as('opa', document, { id })).data.certificationPart.certification.id
}

function told({ outcome, code, reason, clauses }: Row) {
  return { outcome, code, reason, clauses }
}

function outcomes(rows: readonly Row[]): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.map(({ outcome, code, account }) => [account.id, code ?? outcome]))
}

async function groupOf(groupId: string) {
  const { rows } = await app.owner.query(
    'select subject_id, outcome, action from audit_entry where group_id = $1 order by id',
    [groupId],
  )
  return rows as readonly { subject_id: string; outcome: string; action: string }[]
}

describe('a dry run', () => {
  test('says of every account what would happen and why, and changes nothing', async () => {
    const waiting = await insert('REQUESTED')
    const own = await insert('REQUESTED', {
      columns: { requested_by_id: rawId(app.personId('director-cbp')) },
    })
    const active = await insert('ACTIVE')
    const elsewhere = await insert('ACTIVE', { component: 'FEMA' })
    const hidden = await insert('REQUESTED', { component: 'FEMA' })
    const before = await fingerprint(app)
    const { rows, totalCount } = await plan('director-cbp', { action: 'endorseAccount' })
    expect(outcomes(rows)).toEqual({
      [waiting]: 'CHANGES',
      [own]: 'POLICY_REFUSAL',
      [active]: 'INVALID_STATE',
      [elsewhere]: 'FORBIDDEN',
    })
    expect(rows.map(({ account }) => account.id)).not.toContain(hidden)
    expect(totalCount).toBe(4)
    const refused = rows.find(({ account }) => account.id === own)
    expect(refused).toMatchObject({ outcome: 'SKIPPED', clauses: [{ id: 'V.B.2' }] })
    expect(rows.find(({ account }) => account.id === elsewhere)?.outcome).toBe('NOT_ALLOWED')
    expect(await fingerprint(app)).toBe(before)
  })
  test('goes through the whole filter, page after page', async () => {
    for (let at = 0; at < 5; at++) await insert('ACTIVE')
    await insert('SUSPENDED')
    const variables = { action: 'suspendAccount', reason: REASON, filter: { state: ['ACTIVE'] } }
    const seen: string[] = []
    let after: string | null = null
    do {
      const { data }: Answer = await app.as('opa', PLAN, { ...within(variables), first: 2, after })
      expect(data.bulkPlan.totalCount).toBe(5)
      seen.push(...data.bulkPlan.edges.map(({ node }: { node: Row }) => node.account.id))
      after = data.bulkPlan.pageInfo.hasNextPage ? data.bulkPlan.pageInfo.endCursor : null
    } while (after !== null)
    expect([seen.length, new Set(seen).size]).toEqual([5, 5])
  })
  test('takes chosen accounts as well as a filter', async () => {
    const chosen = await insert('ACTIVE')
    await insert('ACTIVE')
    const { rows } = await plan('opa', {
      action: 'suspendAccount',
      reason: REASON,
      filter: { ids: [chosen, 'nonsense'] },
    })
    expect(outcomes(rows)).toEqual({ [chosen]: 'CHANGES' })
  })
  test.each([
    ['suspendAccount', {}, /reason/],
    ['assignPrimaryContact', {}, /personId/],
    ['endContact', { reason: REASON }, /personId/],
    ['confirmUnchanged', {}, /certificationId/],
    ['returnCertificationAnswer', { reason: REASON }, /certificationId/],
  ])('%s with %j says what is missing', async (action, given, message) => {
    await insert('ACTIVE')
    const answer = await app.as('opa', PLAN, within({ action, ...given }))
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT')
    expect(answer.errors?.[0]?.message).toMatch(message)
  })
  test('refuses more accounts than a bulk action takes, with the limit and the count', async () => {
    await insert('ACTIVE')
    await app.owner.query(`
      insert into account select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(),
        'slug', a.slug || n, 'canonical_key', a.canonical_key || n))).*
      from account a, generate_series(1, 2000) n where a.topics = '{${topics[0]}}'`)
    const answer = await app.as('opa', PLAN, within({ action: 'suspendAccount', reason: REASON }))
    expect(answer.errors?.[0]?.message).toBe(
      'A bulk action takes at most 2,000 accounts; this filter has 2,001. Narrow it.',
    )
  })
  test.each(BULK_ACTION_NAMES)('%s: the dry run and the run agree for every persona', async (action) => {
    const takes = bulkInputs(action)
    const { accountId, personId, reason, partId, answers } = await arrangementOf(action)(app, 'CBP')
    const common = {
      ...(personId ? { personId } : {}),
      ...(partId ? { certificationId: await certificationOf(partId), answers } : {}),
      ...(takes.reason === 'NONE' ? {} : { reason: reason ?? REASON }),
    }
    const callers = ['employee', 'inspector', 'author-cbp', 'manager-fema', 'records', 'manager-cbp']
    // Whoever may do it comes last: what they change, nobody can do again.
    for (const persona of [...callers, 'cio', 'director-cbp', 'aspa', 'opa']) {
      const planned = await plan(persona, { action, ...common, filter: { ids: [accountId], topic: null } })
      const ran = await run(persona, { action, run: newId(), accountIds: [accountId], ...common })
      const [row] = ran.data.runBulkAction.rows
      const [expected] = planned.rows
      // What the caller may not see has no row in a dry run, and no run tells that it is there.
      if (expected === undefined) expect(row.outcome).toBe('NOT_ALLOWED')
      else expect({ persona, ...row }).toMatchObject({ persona, ...told(expected) })
    }
  })
})

describe('a run', () => {
  test('does each account on its own, under one group of the audit', async () => {
    const own = [await insertImported(app, 'CBP', { topics }), await insertImported(app, 'CBP', { topics })]
    const elsewhere = await insertImported(app, 'FEMA', { topics })
    const { run: planned } = await plan('manager-cbp', { action: 'claimAccount' })
    const accountIds = [own[0], elsewhere, own[1], 'nonsense']
    const first = await run('manager-cbp', { action: 'claimAccount', run: planned, accountIds })
    const { groupId, rows } = first.data.runBulkAction
    expect(rows.map(({ accountId }: { accountId: string }) => accountId)).toEqual(accountIds)
    expect(rows.map(({ code, outcome }: Row) => code ?? outcome)).toEqual([
      'CHANGES',
      'FORBIDDEN',
      'CHANGES',
      'NOT_FOUND',
    ])
    const another = await insertImported(app, 'CBP', { topics })
    const second = await run('manager-cbp', { action: 'claimAccount', run: planned, accountIds: [another] })
    expect(second.data.runBulkAction.groupId).toBe(groupId)
    const accepted = (await groupOf(groupId)).filter(({ outcome }) => outcome === 'ACCEPTED')
    expect(accepted.map(({ subject_id }) => subject_id)).toEqual(
      [...own, another].map((id) => rawId(`${id}`)),
    )
    // The refusal is in the audit of the component whose account it was.
    const document = `query ($group: String) { auditEntries(filter: { groupId: $group }) { edges { node { id } } } }`
    const seenBy = async (persona: string) =>
      (await app.as(persona, document, { group: groupId })).data.auditEntries.edges.length
    expect([await seenBy('manager-cbp'), await seenBy('manager-fema'), await seenBy('opa')]).toEqual([
      3, 1, 4,
    ])
  })
  test('what is no group id finds nothing in the audit', async () => {
    const { data } = await app.as(
      'opa',
      '{ auditEntries(filter: { groupId: "all of it" }) { edges { node { id } } } }',
    )
    expect(data.auditEntries.edges).toEqual([])
  })
  test('sent again, as after a broken connection, does nothing twice and answers the same', async () => {
    const accountIds = [await insert('ACTIVE'), await insert('ACTIVE')]
    const input = { action: 'suspendAccount', run: newId(), accountIds, reason: REASON }
    const first = await run('opa', input)
    expect(first.data.runBulkAction.rows.map(({ outcome }: Row) => outcome)).toEqual(['CHANGES', 'CHANGES'])
    const after = await fingerprint(app)
    expect(await run('opa', input)).toEqual(first)
    expect(await fingerprint(app)).toBe(after)
    expect(await groupOf(first.data.runBulkAction.groupId)).toHaveLength(2)
  })
  test('nobody puts an act under another’s group, nor under that of another input', async () => {
    const accountIds = [await insert('ACTIVE')]
    const input = { action: 'suspendAccount', run: newId(), accountIds, reason: REASON }
    const groups = [
      (await run('opa', input)).data.runBulkAction.groupId,
      (await run('aspa', input)).data.runBulkAction.groupId,
      (await run('opa', { ...input, reason: 'Another reason.' })).data.runBulkAction.groupId,
      (await run('opa', { ...input, action: 'requestRetirement' })).data.runBulkAction.groupId,
    ]
    expect(new Set(groups).size).toBe(4)
  })
  test('what changed since the dry run is judged again, account by account', async () => {
    const [stays, changed] = [await insert('ACTIVE'), await insert('ACTIVE')]
    const planned = await plan('opa', { action: 'suspendAccount', reason: REASON })
    expect(planned.rows.map(({ outcome }) => outcome)).toEqual(['CHANGES', 'CHANGES'])
    await app.owner.query(`update account set state = 'RETIRING' where id = $1`, [rawId(`${changed}`)])
    const input = { action: 'suspendAccount', run: planned.run, accountIds: [stays, changed], reason: REASON }
    const { rows } = (await run('opa', input)).data.runBulkAction
    expect(rows.map(({ code, outcome }: Row) => code ?? outcome)).toEqual(['CHANGES', 'INVALID_STATE'])
  })
  test.each([
    [{ accountIds: Array.from({ length: 101 }, () => 'x') }, 'accountIds', /At most 100 accounts a call/],
    [{ run: 'chosen by myself' }, 'run', /no run of a dry run/],
    [{ idempotencyKey: 'k'.repeat(101) }, 'idempotencyKey', /At most 100 characters/],
    [{ reason: 'a\0b' }, 'reason', /cannot be kept/],
  ])('with %j is refused before anything happens', async (wrong, path, message) => {
    const account = await insert('ACTIVE')
    const before = await fingerprint(app)
    const input = { action: 'suspendAccount', run: newId(), accountIds: [account], reason: REASON, ...wrong }
    const answer = await run('opa', input)
    expect(answer.data.runBulkAction).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path }] })
    expect(answer.data.runBulkAction.message).toMatch(message)
    expect(await fingerprint(app)).toBe(before)
  })
})
