import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { insertAccess } from '../support/access-grants.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { BLOCKED, HIDDEN, moderatedAccount, recordedModeration, TAKEN_BACK } from '../support/moderation.ts'
import { rawId } from '../support/records.ts'

const T0 = new Date()
const DAY_MS = 86_400_000
const REASON = { reason: 'Because the test says so.' }

let now = T0
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
})
afterAll(() => app.close())
beforeEach(() => {
  now = T0
})

const clauseIds = ({ clauses }: Outcome) => clauses.map(({ id }) => id)
const inDays = (count: number) => new Date(T0.getTime() + count * DAY_MS)
const dayIn = (count: number) => inDays(count).toISOString().slice(0, 10)

function record(persona: string, accountId: string, said: object = HIDDEN): Promise<Outcome> {
  return act(app, persona, 'recordModerationAction', { accountId, ...said })
}
function review(moderationActionId: string, ruling: string, persona = 'crcl'): Promise<Outcome> {
  return act(app, persona, 'reviewModerationAction', { moderationActionId, ruling, ...REASON })
}

const FIELDS = `state kind reason policyUrl reviewBy reviewAskedAt reversedBy { kind reason } correctedBy { kind state }
  steps { kind reason role } recordedBy { displayName } availableActions { action allowed }`

async function read(id: string, persona = 'crcl') {
  const source = `query ($id: ID!) { moderationAction(id: $id) { ${FIELDS} } }`
  const answer = await app.as(persona, source, { id })
  expect(answer.errors).toBeUndefined()
  return answer.data.moderationAction
}

async function findings(accountId: string) {
  const source = 'query ($id: ID!) { account(id: $id) { findings { code state clause { id } } } }'
  const { data } = await app.as('opa', source, { id: accountId })
  return data.account.findings
}

describe('IV.D.3: moderation is recorded by whoever manages the account', () => {
  test('by a contact and by somebody with access while it lasts; by nobody else of the component', async () => {
    const accountId = await moderatedAccount(app)
    expect((await record('manager-cbp', accountId)).state).toBe('RECORDED')
    expect(clauseIds(await record('author-cbp', accountId))).toEqual(['IV.D.3', 'V.B.4'])
    const granted = { kind: 'MANAGE', state: 'PROVISIONED', account_id: rawId(accountId) }
    await insertAccess(app, 'author-cbp', { ...granted, use: 'PUBLIC_COMMUNICATION', expires_on: dayIn(30) })
    expect((await record('author-cbp', accountId)).state).toBe('RECORDED')
    now = inDays(31)
    expect(clauseIds(await record('author-cbp', accountId))).toEqual(['IV.D.3', 'V.B.4'])
  })
  test('and by nobody for another component’s account, nor by an office', async () => {
    const accountId = await moderatedAccount(app)
    for (const persona of ['manager-fema', 'opa', 'crcl', 'aspa'])
      expect((await record(persona, accountId)).__typename, persona).toBe('ForbiddenError')
  })
  test('nothing is moderated without a published comment policy', async () => {
    const accountId = await moderatedAccount(app, 'CBP', { comment_policy_url: null })
    expect(clauseIds(await record('manager-cbp', accountId))).toEqual(['IV.D.3'])
  })
  test('the entry keeps the policy as the account named it then', async () => {
    const accountId = await moderatedAccount(app)
    const { id } = await record('manager-cbp', accountId)
    await app.owner.query('update account set comment_policy_url = $1 where id = $2', [
      'https://www.cbp.gov/new-policy',
      rawId(accountId),
    ])
    expect((await read(id)).policyUrl).toBe('https://www.cbp.gov/comment-policy')
  })
  test('a reason outside the list cannot be said, and what only the policy forbids names its rule', async () => {
    const accountId = await moderatedAccount(app)
    const said = { ...HIDDEN, reason: 'DISAGREES_WITH_US' }
    const source = `mutation ($input: RecordModerationActionInput!) { recordModerationAction(input: $input) { __typename } }`
    expect((await app.as('manager-cbp', source, { input: { accountId, ...said } })).errors).toBeDefined()
    expect(clauseIds(await record('manager-cbp', accountId, { ...HIDDEN, reason: 'OFF_TOPIC' }))).toEqual([
      'IV.D.3',
    ])
    const named = { ...HIDDEN, reason: 'OFF_TOPIC', policySection: 'Rule 4' }
    expect((await record('manager-cbp', accountId, named)).state).toBe('RECORDED')
  })
  test('another reason is explained, and waits for a review', async () => {
    const accountId = await moderatedAccount(app)
    const other = { ...HIDDEN, reason: 'OTHER', policySection: 'Rule 9' }
    expect(clauseIds(await record('manager-cbp', accountId, other))).toEqual(['IV.D.3'])
    const explained = { ...other, explanation: 'It shows a minor’s school.' }
    expect((await record('manager-cbp', accountId, explained)).state).toBe('IN_REVIEW')
  })
})

describe('IV.C.2: the record names no member of the public', () => {
  test.each([
    ['a handle as the reference', { platformReference: '@madeup_person' }],
    ['a profile’s address as the reference', { platformReference: 'https://x.com/madeup_person' }],
    ['somebody else’s post', { platformReference: 'https://x.com/madeup_person/status/1845678901234567890' }],
    ['a handle in the explanation', { explanation: 'From @madeup_person again.' }],
    ['an address in the explanation', { explanation: 'See x.com/madeup_person for more.' }],
    ['an e-mail address in the rule', { policySection: 'Ask madeup@example.com' }],
    ['a name the registry knows', { explanation: 'Persona Manager FEMA wrote it.' }],
  ])('%s is refused', async (_what, changes) => {
    const accountId = await moderatedAccount(app)
    expect(clauseIds(await record('manager-cbp', accountId, { ...BLOCKED, ...changes }))).toEqual(['IV.C.2'])
    const { rows } = await app.owner.query('select 1 from moderation_action where account_id = $1', [
      rawId(accountId),
    ])
    expect(rows).toEqual([])
  })
  test('neither does a review, nor what keeps a block', async () => {
    const { id: moderationActionId } = await recordedModeration(app)
    const said = { moderationActionId, ruling: 'UPHELD', reason: 'The threats of @madeup_person are plain.' }
    expect(clauseIds(await act(app, 'crcl', 'reviewModerationAction', said))).toEqual(['IV.C.2'])
    await review(moderationActionId, 'UPHELD')
    const kept = { moderationActionId, reason: 'See facebook.com/madeup.person' }
    expect(clauseIds(await act(app, 'manager-cbp', 'reaffirmBlock', kept))).toEqual(['IV.C.2'])
  })
  test('a link of the account’s own posts is a reference', async () => {
    const accountId = await moderatedAccount(app)
    const { rows } = await app.owner.query('select handle from account where id = $1', [rawId(accountId)])
    const platformReference = `https://x.com/${rows[0].handle}/status/1845678901234567890`
    expect((await record('manager-cbp', accountId, { ...HIDDEN, platformReference })).state).toBe('RECORDED')
  })
  test('the database refuses a handle whoever writes it', async () => {
    const { id } = await recordedModeration(app)
    const copied = `insert into moderation_action select (jsonb_populate_record(m, jsonb_build_object(
      'id', gen_random_uuid(), 'explanation', '@madeup'))).* from moderation_action m where id = $1`
    await expect(app.owner.query(copied, [rawId(id)])).rejects.toThrow(/moderation_names_nobody/)
  })
})

describe('IV.D.3: a measure against a person is reviewed and does not hold for ever', () => {
  test('it is explained, waits for Civil Rights, and has a day to be looked at again', async () => {
    const accountId = await moderatedAccount(app)
    expect(clauseIds(await record('manager-cbp', accountId, { ...BLOCKED, explanation: '' }))).toEqual([
      'IV.D.3',
    ])
    const { id, state } = await record('manager-cbp', accountId, BLOCKED)
    expect(state).toBe('IN_REVIEW')
    expect(await read(id)).toMatchObject({ reviewBy: dayIn(180), reviewAskedAt: now.toISOString() })
  })
  test('only Civil Rights reviews it, and never a person who moderated', async () => {
    const { id } = await recordedModeration(app)
    for (const persona of ['privacy', 'counsel', 'opa', 'manager-cbp'])
      expect((await review(id, 'UPHELD', persona)).__typename, persona).toBe('ForbiddenError')
    await app.owner.query('alter table moderation_action disable trigger user')
    await app.owner.query('update moderation_action set recorded_by_id = $1 where id = $2', [
      rawId(app.personId('crcl')),
      rawId(id),
    ])
    await app.owner.query('alter table moderation_action enable trigger user')
    expect(clauseIds(await review(id, 'UPHELD'))).toEqual(['IV.D.3'])
    const step = `insert into moderation_step (id, action_id, kind, person_id, reason, at)
      values (gen_random_uuid(), $1, 'UPHELD', $2, 'x', now())`
    await expect(app.owner.query(step, [rawId(id), rawId(app.personId('crcl'))])).rejects.toThrow(
      /reviewed by another/,
    )
  })
  test('upheld, it is asked again after its period: kept by saying why it is reviewed again', async () => {
    const { id: moderationActionId } = await recordedModeration(app)
    now = inDays(10)
    expect((await review(moderationActionId, 'UPHELD')).state).toBe('UPHELD')
    expect((await read(moderationActionId)).reviewBy).toBe(dayIn(190))
    now = inDays(185)
    const kept = { moderationActionId, ...REASON }
    expect((await act(app, 'manager-cbp', 'reaffirmBlock', kept)).state).toBe('IN_REVIEW')
    const found = await read(moderationActionId)
    expect(found.reviewBy).toBe(dayIn(365))
    expect(found.steps).toEqual([
      { kind: 'UPHELD', ...REASON, role: 'CRCL_OFFICER' },
      { kind: 'REAFFIRMED', ...REASON, role: 'ACCOUNT_MANAGER' },
    ])
  })
  test('to be taken back, it opens a finding, and its reversal closes it', async () => {
    const accountId = await moderatedAccount(app)
    const first = await record('manager-cbp', accountId, BLOCKED)
    const second = await record('manager-cbp', accountId, BLOCKED)
    for (const { id } of [first, second])
      expect((await review(id, 'TO_BE_REVERSED')).state).toBe('TO_BE_REVERSED')
    const open = [{ code: 'MODERATION_NOT_REVERSED', state: 'OPEN', clause: { id: 'IV.D.3' } }]
    expect(await findings(accountId)).toEqual(open)

    const back = (moderationActionId: string) =>
      act(app, 'manager-cbp', 'reverseModerationAction', { moderationActionId, ...TAKEN_BACK })
    expect((await back(first.id)).state).toBe('RECORDED')
    expect(await findings(accountId)).toEqual(open)
    await back(second.id)
    expect(await findings(accountId)).toMatchObject([{ state: 'CLOSED' }])
    expect(await read(first.id)).toMatchObject({
      state: 'REVERSED',
      reversedBy: { kind: 'PERSON_UNBLOCKED', reason: 'CIVIL_RIGHTS_REVIEW' },
    })
  })
  test('what is to be taken back is not corrected away, and is taken back once', async () => {
    const { id: moderationActionId } = await recordedModeration(app)
    await review(moderationActionId, 'TO_BE_REVERSED')
    const corrected = { moderationActionId, ...HIDDEN }
    expect((await act(app, 'manager-cbp', 'correctModerationAction', corrected)).code).toBe('INVALID_STATE')
    const back = { moderationActionId, ...TAKEN_BACK }
    const ends = await Promise.all([1, 2].map(() => act(app, 'manager-cbp', 'reverseModerationAction', back)))
    expect(ends.map(({ __typename }) => __typename).sort()).toEqual(['InvalidStateError', 'ModerationAction'])
  })
})

describe('IV.D.3: nothing recorded is deleted or rewritten', () => {
  test('a correction is a new entry that names the former, and is reviewed where that was', async () => {
    const { id: moderationActionId } = await recordedModeration(app)
    const said = { moderationActionId, ...HIDDEN }
    const corrected = await act(app, 'manager-cbp', 'correctModerationAction', said)
    expect(corrected.state).toBe('IN_REVIEW')
    expect(await read(moderationActionId)).toMatchObject({
      state: 'CORRECTED',
      kind: 'PERSON_BLOCKED',
      correctedBy: { kind: 'COMMENT_HIDDEN', state: 'IN_REVIEW' },
    })
  })
  test('the database lets nobody delete or change an entry', async () => {
    const id = rawId((await recordedModeration(app)).id)
    for (const statement of [
      'delete from moderation_action where id = $1',
      `update moderation_action set explanation = 'Something else.' where id = $1`,
      `update moderation_action set state = 'REVERSED', review_asked_at = null where id = $1`,
    ])
      await expect(app.owner.query(statement, [id])).rejects.toThrow(/not rewritten/)
  })
})

describe('IV.D.1: the log is open to Civil Rights and the offices, and to no other component', () => {
  test('who reads an entry', async () => {
    const { id } = await recordedModeration(app)
    for (const persona of ['crcl', 'opa', 'aspa', 'privacy', 'counsel', 'director-cbp', 'manager-cbp'])
      expect(await read(id, persona), persona).not.toBeNull()
    for (const persona of ['director-fema', 'manager-fema', 'employee'])
      expect(await read(id, persona)).toBeNull()
  })
  test('it is counted by kind, reason, component, account and month', async () => {
    const accountId = await moderatedAccount(app)
    await record('manager-cbp', accountId)
    await record('manager-cbp', accountId, BLOCKED)
    const { id: moderationActionId } = await record('manager-cbp', accountId)
    await act(app, 'manager-cbp', 'correctModerationAction', {
      moderationActionId,
      ...HIDDEN,
      reason: 'THREAT',
    })
    const source = `query ($filter: ModerationFilter) { moderationReport(filter: $filter) {
      total inReview byKind { kind count } byReason { reason count } byComponent { code count }
      byAccount { accountId count } byMonth { month count } } }`
    const answer = await app.as('crcl', source, { filter: { account: accountId } })
    expect(answer.errors).toBeUndefined()
    const { byMonth, ...counted } = answer.data.moderationReport
    expect(counted).toEqual({
      total: 3,
      inReview: 1,
      byKind: [
        { kind: 'COMMENT_HIDDEN', count: 2 },
        { kind: 'PERSON_BLOCKED', count: 1 },
      ],
      byReason: [
        { reason: 'THREAT', count: 2 },
        { reason: 'SPAM', count: 1 },
      ],
      byComponent: [{ code: 'CBP', count: 3 }],
      byAccount: [{ accountId, count: 3 }],
    })
    expect(byMonth).toHaveLength(12)
    expect(byMonth.at(-1)).toEqual({ month: now.toISOString().slice(0, 7), count: 3 })
    const other = await app.as('director-fema', source, { filter: { account: accountId } })
    expect(other.data.moderationReport.total).toBe(0)
  })
})
