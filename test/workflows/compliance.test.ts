import { evaluateAround } from '@official-accounts/commands/compliance/evaluate-around'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertPlatform, rawId, type ComponentCode } from '../support/records.ts'

let now = new Date('2026-11-22T12:00:00Z')
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
})
afterAll(() => app.close())

const NOTHING = { accounts: [], platforms: [], components: [], people: [], exceptions: [], everything: false }
const WHOLE = {
  administrators: 2,
  comment_policy_url: 'https://www.cbp.gov/comment-policy',
  privacy_notice_url: 'https://www.cbp.gov/privacy',
  records_capture_method: 'Exported every week.',
}

async function evaluate(changed: Partial<typeof NOTHING> | object): Promise<number> {
  return (await evaluateAround(app.services.commands, { ...NOTHING, ...changed })).changed
}

/** An account on which nothing is amiss, but for the changes. */
async function wholeAccount(columns: object = {}, component: ComponentCode = 'CBP'): Promise<string> {
  const id = await insertAccount(app, 'ACTIVE', {
    component,
    primary: component === 'CBP' ? 'manager-cbp' : 'manager-fema',
    columns: { ...WHOLE, ...columns },
  })
  return id
}

interface Shown {
  readonly code: string
  readonly state: string
  readonly detail: string
  readonly closeReason: string | null
  readonly clause: { readonly id: string }
}

async function findingsOn(kind: 'account' | 'platform', id: string): Promise<readonly Shown[]> {
  const { rows } = await app.owner.query<{ id: string }>(
    `select id from finding where ${kind}_id = $1 order by id`,
    [rawId(id)],
  )
  const document = '{ finding(id: $id) { code state detail closeReason clause { id } } }'
  const answers = rows.map(async (row) => {
    const globalId = Buffer.from(`Finding:${row.id}`).toString('base64')
    return (await app.as('opa', `query ($id: ID!) ${document}`, { id: globalId })).data.finding as Shown
  })
  return Promise.all(answers)
}

async function openOn(id: string): Promise<readonly string[]> {
  const found = await findingsOn('account', id)
  return found.filter(({ state }) => state === 'OPEN').map(({ clause, code }) => `${clause.id} ${code}`)
}

async function isFound(id: string): Promise<readonly string[]> {
  await evaluate({ accounts: [rawId(id)] })
  return openOn(id)
}

describe('each clause that facts can tell opens a finding by itself', () => {
  test('nothing is found where nothing is amiss', async () => {
    expect(await isFound(await wholeAccount())).toEqual([])
  })
  test.each([
    [
      'V.B.3: an account serves an official, mission-related purpose',
      'V.B.3 NO_PURPOSE',
      () => ({ purpose: null }),
    ],
    [
      'V.B.8: a personal login is used only where the platform demands one',
      'V.B.8 PERSONAL_LOGIN',
      () => ({ login_model: 'PERSONAL_REQUIRED_BY_PLATFORM' }),
    ],
    [
      'V.B.10: an account is never the sole outlet',
      'V.B.10 NO_OFFICIAL_OUTLET',
      () => ({ official_outlet_url: null }),
    ],
    [
      'V.B.11: an account that is no longer in use is deactivated',
      'V.B.11 UNUSED',
      () => ({ observed_status: 'GONE' }),
    ],
    [
      'IV.B.3: at least two people administer an account',
      'IV.B.3 FEW_ADMINISTRATORS',
      () => ({ administrators: 1 }),
    ],
    [
      'IV.B.3: how many administer it is not known',
      'IV.B.3 FEW_ADMINISTRATORS',
      () => ({ administrators: null }),
    ],
    [
      'V.A.2: an account names its comment policy',
      'V.A.2 NO_COMMENT_POLICY',
      () => ({ comment_policy_url: null }),
    ],
    [
      'III.H: an account names its privacy notice',
      'III.H NO_PRIVACY_NOTICE',
      () => ({ privacy_notice_url: null }),
    ],
    [
      'IV.B.4: what is published is captured as a record',
      'IV.B.4 NO_RECORDS_CAPTURE',
      () => ({ records_capture_method: ' ' }),
    ],
  ])('%s', async (_policy, expected, columns) => {
    expect(await isFound(await wholeAccount(columns()))).toEqual([expected])
  })
  test('V.B.5: an account is vacant once its primary contact is deactivated, and again not when another is named', async () => {
    const id = await wholeAccount({}, 'FEMA')
    await act(app, 'admin', 'deactivatePerson', { personId: app.personId('manager-fema'), reason: 'Left.' })
    await evaluate({ people: [rawId(app.personId('manager-fema'))] })
    expect(await openOn(id)).toEqual(['V.B.5 POC_VACANT'])
    await act(app, 'director-fema', 'assignPrimaryContact', {
      accountId: id,
      personId: app.personId('director-fema'),
    })
    expect(await isFound(id)).toEqual([])
    const [finding] = await findingsOn('account', id)
    expect(finding).toMatchObject({ state: 'CLOSED', closeReason: 'What was amiss is put right.' })
    await act(app, 'admin', 'reactivatePerson', { personId: app.personId('manager-fema'), reason: 'Back.' })
  })
  test('IV.B.1: an approved platform with a negative or expired review is found, on the day after its last', async () => {
    const id = await insertPlatform(app, 'APPROVED')
    await evaluate({ platforms: [rawId(id)] })
    expect(await findingsOn('platform', id)).toEqual([])
    await app.owner.query(
      `update platform_review set expires_on = '2026-11-22' where platform_id = $1 and kind = 'SECURITY'`,
      [rawId(id)],
    )
    await evaluate({ platforms: [rawId(id)] })
    expect(await findingsOn('platform', id)).toEqual([])
    now = new Date('2026-11-23T00:00:00Z')
    await evaluate({ platforms: [rawId(id)] })
    expect(await findingsOn('platform', id)).toMatchObject([
      {
        code: 'SECURITY_REVIEW',
        state: 'OPEN',
        detail: 'The security review has run out.',
        clause: { id: 'IV.B.1' },
      },
    ])
  })
  test('IV.E.1: a component with accounts and no director is found', async () => {
    const { rows } = await app.owner.query<{ id: string }>(
      `insert into component (id, code, slug, name, kind, created_at)
       values (gen_random_uuid(), 'TEST', 'test', 'Test component', 'SUPPORT', now()) returning id`,
    )
    const id = rows[0]?.id ?? ''
    await wholeAccount({ component_id: id })
    await evaluate({ components: [id, app.world.components['CBP'] ?? ''] })
    const found = await app.owner.query(`select component_id, clause from finding where code = 'NO_DIRECTOR'`)
    expect(found.rows).toEqual([{ component_id: id, clause: 'IV.E.1' }])
  })
})

function administer(accountId: string, administrators: number) {
  return act(app, 'manager-cbp', 'updateAccount', {
    accountId,
    title: 'For the test',
    purpose: 'Tell travelers about waiting times at one crossing.',
    officialOutletUrl: 'https://www.cbp.gov/travel',
    commentPolicyUrl: WHOLE.comment_policy_url,
    privacyNoticeUrl: WHOLE.privacy_notice_url,
    recordsCaptureMethod: WHOLE.records_capture_method,
    administrators,
  })
}

describe('a finding says what is the matter now', () => {
  test('it is updated while it is open, closed when it is put right, and another is opened when it comes back', async () => {
    const id = await wholeAccount({ administrators: null })
    await isFound(id)
    await administer(id, 1)
    await isFound(id)
    expect((await findingsOn('account', id))[0]?.detail).toBe('It has 1 administrator, not 2.')
    await administer(id, 2)
    expect(await isFound(id)).toEqual([])
    await administer(id, 1)
    await isFound(id)
    expect((await findingsOn('account', id)).map(({ state }) => state)).toEqual(['CLOSED', 'OPEN'])
    expect(await evaluate({ accounts: [rawId(id)] })).toBe(0)
  })
  test('V.B.1: only approved platforms are used: what a suspension of the platform breaks is found with it', async () => {
    const platformId = await insertPlatform(app, 'APPROVED')
    const id = await wholeAccount({ platform_id: rawId(platformId) })
    expect(await isFound(id)).toEqual([])
    await act(app, 'aspa', 'suspendPlatform', { platformId, reason: 'For the test.' })
    await evaluate({ platforms: [rawId(platformId)] })
    expect(await openOn(id)).toEqual(['V.B.1 PLATFORM_NOT_APPROVED'])
  })
  test('what a check finds is closed by nobody: it closes by itself', async () => {
    const id = await wholeAccount({ purpose: null })
    await isFound(id)
    const { rows } = await app.owner.query(`select id from finding where account_id = $1`, [rawId(id)])
    const findingId = Buffer.from(`Finding:${rows[0].id}`).toString('base64')
    expect(await act(app, 'aspa', 'closeFinding', { findingId, reason: 'Enough.' })).toMatchObject({
      code: 'POLICY_REFUSAL',
      clauses: [{ id: 'IV.A.5' }],
    })
  })
})

describe('an exception in force lifts exactly its clause (V.B.12)', () => {
  test('a lifted clause opens no finding and closes an open one; when it runs out the finding comes back', async () => {
    const id = await wholeAccount({ official_outlet_url: null, purpose: null })
    expect(await isFound(id)).toEqual(['V.B.3 NO_PURPOSE', 'V.B.10 NO_OFFICIAL_OUTLET'])
    const exceptionId = (
      await act(app, 'manager-cbp', 'requestException', {
        accountId: id,
        clauses: ['V.B.10'],
        justification: 'The office has no website of its own yet.',
        validUntil: '2026-12-01T00:00:00Z',
      })
    ).id
    await act(app, 'opa', 'decideException', { exceptionId, decision: 'GRANT', reason: 'For a week.' })
    await evaluate({ exceptions: [rawId(exceptionId)] })
    expect(await openOn(id)).toEqual(['V.B.3 NO_PURPOSE'])
    const closed = (await findingsOn('account', id)).find(({ state }) => state === 'CLOSED')
    expect(closed?.closeReason).toBe('An exception in force lifts the clause.')
    expect((await scoreOf('V.B.10')).excepted).toBe(1)
    now = new Date('2026-12-01T00:00:00Z')
    await evaluate({ everything: true })
    expect(await openOn(id)).toEqual(['V.B.3 NO_PURPOSE', 'V.B.10 NO_OFFICIAL_OUTLET'])
    expect((await scoreOf('V.B.10')).excepted).toBe(0)
  })
  test('no exception lifts what a statute asks', async () => {
    const id = await wholeAccount({ privacy_notice_url: null })
    const input = { accountId: id, justification: 'Why not.', validUntil: '2027-12-01T00:00:00Z' }
    expect(await act(app, 'manager-cbp', 'requestException', { ...input, clauses: ['III.H'] })).toMatchObject(
      { code: 'POLICY_REFUSAL' },
    )
    expect(await isFound(id)).toEqual(['III.H NO_PRIVACY_NOTICE'])
  })
})

interface Score {
  readonly checked: number
  readonly met: number
  readonly open: number
  readonly excepted: number
}

async function scoresFor(persona: string) {
  const document = `{ complianceScorecard { scores { clause { id } componentCode checked met open excepted } checks { code } } }`
  const answer = await app.as(persona, document)
  expect(answer.errors).toBeUndefined()
  return answer.data.complianceScorecard.scores as (Score & {
    clause: { id: string }
    componentCode: string
  })[]
}

async function scoreOf(clause: string, component = 'CBP'): Promise<Score> {
  const found = (await scoresFor('aspa')).find(
    (one) => one.clause.id === clause && one.componentCode === component,
  )
  if (found === undefined) throw new Error(`There is no score of ${component} for ${clause}.`)
  return found
}

describe('the scorecard counts what is checked, met, open and excepted (REP.2)', () => {
  test('it adds up with what is stored, for every clause and component', async () => {
    await evaluate({ everything: true })
    const scores = await scoresFor('aspa')
    for (const { checked, met, open, excepted } of scores) expect(met + open + excepted).toBe(checked)
    const { rows } = await app.owner.query(`select count(*)::int as open from finding where state = 'OPEN'`)
    expect(scores.reduce((sum, { open }) => sum + open, 0)).toBe(rows[0].open)
  })
  test('a component sees its own alone, and an employee none', async () => {
    const seen = await scoresFor('director-cbp')
    expect(new Set(seen.map(({ componentCode }) => componentCode))).toEqual(new Set(['CBP']))
    expect(await scoresFor('employee')).toEqual([])
  })
  test('it is read in a bounded number of statements, whatever the number of accounts', async () => {
    const before = (await app.statementsOf(() => scoresFor('aspa'))).length
    for (let count = 0; count < 5; count++) await wholeAccount({ purpose: null })
    expect((await app.statementsOf(() => scoresFor('aspa'))).length).toBe(before)
    expect(before).toBeLessThanOrEqual(8)
  })
})
