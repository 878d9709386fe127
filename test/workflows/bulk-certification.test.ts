import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { certificationInput } from '../support/arrangements/certification.ts'
import { createTestApp, type Answer, type TestApp } from '../support/create-test-app.ts'
import { mutation } from '../support/documents.ts'
import { fingerprint } from '../support/fingerprint.ts'
import { insertAccount, nextNumber } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const YES = { answers: [{ key: 'still-needed', value: 'YES' }] }
const NO = { answers: [{ key: 'still-needed', value: 'NO' }] }

const PLAN = `query (
  $action: BulkAction!, $filter: AccountFilter, $certificationId: ID, $answers: [CertificationAnswerValue!],
  $note: String, $reason: String
) {
  bulkPlan(
    first: 100, action: $action, filter: $filter, certificationId: $certificationId, answers: $answers, note: $note,
    reason: $reason
  ) {
    run totalCount edges { node { outcome code reason clauses { id } account { id } } }
  }
}`

interface Row {
  readonly outcome: string
  readonly code: string | null
  readonly reason: string | null
  readonly account: { readonly id: string }
}

interface Campaign {
  readonly certificationId: string
  readonly topic: string
}

/** A certification of some accounts, which a topic of their own finds. */
async function campaign(topic: string, accountIds: readonly string[], more: object = {}): Promise<Campaign> {
  const { id } = await act(app, 'opa', 'openCertification', certificationInput(accountIds, more))
  return { certificationId: id, topic }
}

function insert(topic: string, component: 'CBP' | 'FEMA' = 'CBP'): Promise<string> {
  return insertAccount(app, 'ACTIVE', { component, columns: { topics: [topic] } })
}

async function plan(by: string, { certificationId, topic }: Campaign, input: object) {
  const { data, errors } = await app.as(by, PLAN, { filter: { topic }, certificationId, ...input })
  expect(errors).toBeUndefined()
  const rows: readonly Row[] = data.bulkPlan.edges.map(({ node }: { node: Row }) => node)
  return { run: data.bulkPlan.run, rows }
}

async function run(by: string, { certificationId }: Campaign, input: object) {
  const { data }: Answer = await app.as(by, mutation('runBulkAction'), {
    input: { certificationId, ...input },
  })
  return data.runBulkAction
}

function outcomes(rows: readonly Row[]): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.map(({ account, outcome, code }) => [account.id, code ?? outcome]))
}

async function states({ certificationId }: Campaign): Promise<Readonly<Record<string, string>>> {
  const document = `query ($id: ID!) {
    certificationAnswers(first: 100, filter: { certification: $id }) { edges { node { state account { id } } } } }`
  const { data } = await app.as('opa', document, { id: certificationId })
  const nodes: readonly { node: { state: string; account: { id: string } } }[] =
    data.certificationAnswers.edges
  return Object.fromEntries(nodes.map(({ node }) => [node.account.id, node.state]))
}

async function partOf({ certificationId }: Campaign): Promise<string> {
  const document = 'query ($id: ID!) { certification(id: $id) { parts { id } } }'
  return (await app.as('opa', document, { id: certificationId })).data.certification.parts[0].id
}

describe('IV.E.3: a component certifies many accounts of a list together', () => {
  test('the dry run says of each whether it would change, is skipped and why, or is not the caller’s', async () => {
    const topic = `together-${nextNumber()}`
    const [waits, answered, other, elsewhere] = [
      await insert(topic),
      await insert(topic),
      await insert(topic),
      await insert(topic, 'FEMA'),
    ]
    const asked = await campaign(topic, [waits, answered, elsewhere])
    await act(app, 'manager-cbp', 'answerCertification', {
      partId: await partOf(asked),
      accountId: answered,
      ...YES,
    })
    const before = await fingerprint(app)
    const { rows } = await plan('manager-cbp', asked, { action: 'answerCertification', ...YES })
    expect(outcomes(rows)).toEqual({
      [waits]: 'CHANGES',
      [answered]: 'INVALID_STATE',
      [other]: 'CONFLICT',
      [elsewhere]: 'FORBIDDEN',
    })
    expect(rows.find(({ account }) => account.id === other)?.reason).toContain('does not ask about this')
    const unchanged = await plan('manager-cbp', asked, { action: 'confirmUnchanged' })
    expect(unchanged.rows.find(({ account }) => account.id === waits)).toMatchObject({
      outcome: 'SKIPPED',
      clauses: [{ id: 'IV.E.3' }],
    })
    expect(await fingerprint(app), 'a dry run changes nothing').toBe(before)
  })
  test('the run answers each on its own, under one group, and leaves alone what was answered before', async () => {
    const topic = `together-${nextNumber()}`
    const [first, second, explained] = [await insert(topic), await insert(topic), await insert(topic)]
    const asked = await campaign(topic, [first, second, explained])
    const partId = await partOf(asked)
    const given = { partId, accountId: explained, ...NO, note: 'It moved.' }
    await act(app, 'manager-cbp', 'answerCertification', given)
    const { run: planned } = await plan('manager-cbp', asked, { action: 'answerCertification', ...YES })
    const accountIds = [first, second, explained]
    const { groupId, rows } = await run('manager-cbp', asked, {
      action: 'answerCertification',
      run: planned,
      accountIds,
      ...YES,
    })
    expect(rows.map(({ outcome, code }: Row) => code ?? outcome)).toEqual([
      'CHANGES',
      'CHANGES',
      'INVALID_STATE',
    ])
    const { rows: entries } = await app.owner.query(
      `select outcome from audit_entry where group_id = $1 and action = 'certification.answer' order by id`,
      [groupId],
    )
    expect(entries.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'ACCEPTED', 'REFUSED'])
    expect(await act(app, 'director-cbp', 'certifyComponent', { partId })).toMatchObject({
      state: 'CERTIFIED',
    })
  })
  test('nothing has changed is said of all of which it is true in one act, and the rest say why not', async () => {
    const topic = `together-${nextNumber()}`
    const known = await insert(topic)
    const before = await campaign(topic, [known])
    await act(app, 'manager-cbp', 'answerCertification', {
      partId: await partOf(before),
      accountId: known,
      ...YES,
    })
    await act(app, 'director-cbp', 'certifyComponent', { partId: await partOf(before) })
    await act(app, 'opa', 'closeCertification', { certificationId: before.certificationId })
    const fresh = await insert(topic)
    const asked = await campaign(topic, [known, fresh])
    const { run: planned, rows } = await plan('director-cbp', asked, { action: 'confirmUnchanged' })
    expect(outcomes(rows)).toEqual({ [known]: 'CHANGES', [fresh]: 'POLICY_REFUSAL' })
    await run('director-cbp', asked, { action: 'confirmUnchanged', run: planned, accountIds: [known, fresh] })
    expect(await states(asked)).toEqual({ [known]: 'ANSWERED', [fresh]: 'WAITING' })
  })
  test('Public Affairs sends many answers back with one reason; what waits is skipped', async () => {
    const topic = `together-${nextNumber()}`
    const [given, waits] = [await insert(topic), await insert(topic)]
    const asked = await campaign(topic, [given, waits])
    await act(app, 'manager-cbp', 'answerCertification', {
      partId: await partOf(asked),
      accountId: given,
      ...YES,
    })
    const input = { action: 'returnCertificationAnswer', reason: 'Say who needs it.' }
    const { run: planned, rows } = await plan('opa', asked, input)
    expect(outcomes(rows)).toEqual({ [given]: 'CHANGES', [waits]: 'INVALID_STATE' })
    await run('opa', asked, { ...input, run: planned, accountIds: [given, waits] })
    expect(await states(asked)).toEqual({ [given]: 'RETURNED', [waits]: 'WAITING' })
  })
  test('a no without a note is skipped, and with one it is an answer', async () => {
    const topic = `together-${nextNumber()}`
    const waits = await insert(topic)
    const asked = await campaign(topic, [waits])
    const { rows } = await plan('manager-cbp', asked, { action: 'answerCertification', ...NO })
    expect(rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['SKIPPED', 'note: Say why an answer is no.'],
    ])
    const explained = await plan('manager-cbp', asked, {
      action: 'answerCertification',
      note: 'It moved.',
      ...NO,
    })
    expect(outcomes(explained.rows)).toEqual({ [waits]: 'CHANGES' })
  })
  test('the accounts that a certification asks about are a filter of the list', async () => {
    const topic = `together-${nextNumber()}`
    const [asked, elsewhere] = [await insert(topic), await insert(topic, 'FEMA')]
    await insert(topic)
    const { certificationId } = await campaign(topic, [asked, elsewhere])
    const document = `query ($filter: AccountFilter) { accounts(first: 10, filter: $filter) { edges { node { id } } } }`
    const seen = async (by: string) => {
      const { data } = await app.as(by, document, { filter: { topic, certification: certificationId } })
      return data.accounts.edges.map(({ node }: { node: { id: string } }) => node.id).sort()
    }
    expect(await seen('opa')).toEqual([asked, elsewhere].sort())
    expect(await seen('director-cbp'), 'who else is asked is not theirs to know').toEqual([asked])
  })
})
