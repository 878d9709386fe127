import { evaluateSubjects } from '@official-accounts/commands/compliance/evaluate-all'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { BLOCKED, HIDDEN, moderatedAccount, TAKEN_BACK } from '../support/moderation.ts'
import { rawId } from '../support/records.ts'

const T0 = new Date()
const DAY_MS = 86_400_000
const REASON = { reason: 'Because the test says so.' }
const QUEUES = ['MODERATION_REVIEW', 'MODERATION_REVERSAL', 'BLOCK_RENEWAL']

let now = T0
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
})
afterAll(() => app.close())

const inDays = (count: number) => new Date(T0.getTime() + count * DAY_MS)

interface Waiting {
  readonly kind: string
  readonly subjectId: string
  readonly dueOn: string
  readonly action: string
  readonly escalatedTo: string | null
}

async function work(persona: string): Promise<readonly Waiting[]> {
  const source = `query ($queues: [String!]) { workItems(first: 100, queues: $queues) {
    items { kind subjectId dueOn action escalatedTo } } }`
  const answer = await app.as(persona, source, { queues: QUEUES })
  expect(answer.errors).toBeUndefined()
  return answer.data.workItems.items
}
const kindsOf = async (persona: string) => (await work(persona)).map(({ kind }) => kind)

async function found(accountId: string): Promise<readonly string[]> {
  await evaluateSubjects(app.services.commands, { kind: 'ACCOUNT', ids: [rawId(accountId)] })
  const { rows } = await app.owner.query(
    `select code from finding where account_id = $1 and state = 'OPEN' and clause = 'IV.D.3' order by code`,
    [rawId(accountId)],
  )
  return rows.map(({ code }) => code)
}

test('IV.D.3: a block goes from review to review or back, each as somebody’s work with a day and a way up', async () => {
  const accountId = await moderatedAccount(app)
  const { id } = await act(app, 'manager-cbp', 'recordModerationAction', { accountId, ...BLOCKED })
  await act(app, 'manager-cbp', 'recordModerationAction', { accountId, ...HIDDEN })

  expect(await work('crcl')).toEqual([
    {
      kind: 'MODERATION_REVIEW',
      subjectId: id,
      dueOn: inDays(7).toISOString().slice(0, 10),
      action: 'reviewModerationAction',
      escalatedTo: null,
    },
  ])
  expect(await kindsOf('manager-cbp')).toEqual([])

  const reviewed = { moderationActionId: id, ruling: 'UPHELD', ...REASON }
  await act(app, 'crcl', 'reviewModerationAction', reviewed)
  expect(await kindsOf('crcl')).toEqual([])
  expect(await kindsOf('manager-cbp')).toEqual([])

  now = inDays(170)
  expect(await kindsOf('manager-cbp')).toEqual(['BLOCK_RENEWAL'])
  expect(await kindsOf('manager-fema')).toEqual([])
  expect(await found(accountId)).toEqual([])
  now = inDays(181)
  expect(await found(accountId)).toEqual(['BLOCK_REVIEW_OVERDUE'])

  await act(app, 'manager-cbp', 'reaffirmBlock', { moderationActionId: id, ...REASON })
  expect(await found(accountId)).toEqual([])
  expect(await kindsOf('crcl')).toEqual(['MODERATION_REVIEW'])
  await act(app, 'crcl', 'reviewModerationAction', { ...reviewed, ruling: 'TO_BE_REVERSED' })
  expect(await kindsOf('manager-cbp')).toEqual(['MODERATION_REVERSAL'])
  expect(await found(accountId)).toEqual(['MODERATION_NOT_REVERSED'])

  // What nobody takes back goes up the line to Public Affairs.
  now = inDays(181 + 3 + 3 * 3)
  expect((await work('opa')).map(({ kind }) => kind)).toEqual(['MODERATION_REVERSAL'])

  await act(app, 'manager-cbp', 'reverseModerationAction', { moderationActionId: id, ...TAKEN_BACK })
  expect(await kindsOf('manager-cbp')).toEqual([])
  expect(await found(accountId)).toEqual([])
})

test('IV.D.3: measures that hold on an account whose comment policy is gone are found', async () => {
  const accountId = await moderatedAccount(app)
  await act(app, 'manager-cbp', 'recordModerationAction', { accountId, ...HIDDEN })
  expect(await found(accountId)).toEqual([])
  const gone = 'update account set comment_policy_url = null where id = $1'
  await app.owner.query(gone, [rawId(accountId)])
  expect(await found(accountId)).toEqual(['MODERATED_WITHOUT_POLICY'])
})

test('IV.D.3: how long a block holds unasked is set as policy, and counts for what comes', async () => {
  const setting = { key: 'BLOCK_REVIEW_DAYS', value: 30, ...REASON }
  expect((await act(app, 'aspa', 'changePolicySetting', setting)).code).toBeUndefined()
  const accountId = await moderatedAccount(app)
  const { id } = await act(app, 'manager-cbp', 'recordModerationAction', { accountId, ...BLOCKED })
  const { rows } = await app.owner.query(
    'select review_by::text as day from moderation_action where id = $1',
    [rawId(id)],
  )
  expect(rows[0].day).toBe(new Date(now.getTime() + 30 * DAY_MS).toISOString().slice(0, 10))
})
