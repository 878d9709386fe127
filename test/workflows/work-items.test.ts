import { afterAll, beforeAll, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccess } from '../support/access-grants.ts'
import { insertAccount, insertImported, insertMigration, insertPlatform } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const WORK = `query ($first: Int, $after: String, $queues: [String!]) {
  workItems(first: $first, after: $after, queues: $queues) {
    totalCount hasNextPage endCursor queues { kind title count } items { kind subjectId dueOn since }
  }
}`

interface Work {
  readonly totalCount: number
  readonly hasNextPage: boolean
  readonly endCursor: string | null
  readonly queues: readonly { readonly kind: string; readonly title: string; readonly count: number }[]
  readonly items: readonly {
    readonly kind: string
    readonly subjectId: string
    readonly dueOn: string | null
  }[]
}

async function workOf(persona: string, variables: object = {}): Promise<Work> {
  const answer = await app.as(persona, WORK, variables)
  expect(answer.errors).toBeUndefined()
  return answer.data.workItems as Work
}

async function allPages(persona: string, first: number, queues: string[] | null = null): Promise<string[]> {
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Work = await workOf(persona, { first, after, queues })
    seen.push(...page.items.map(({ kind, subjectId }) => `${kind} ${subjectId}`))
    after = page.hasNextPage ? page.endCursor : null
  } while (after !== null)
  return seen
}

test('what is due first comes first, and what has no date of its own is due some days after it began', async () => {
  const later = await insertImported(app, 'FEMA', { claim_by: '2031-05-01' })
  const sooner = await insertImported(app, 'FEMA', { claim_by: '2020-05-01' })
  const undated = await insertAccount(app, 'CHANGES_REQUESTED', { component: 'FEMA' })
  const { items, queues, totalCount } = await workOf('manager-fema')
  expect(items.map(({ subjectId }) => subjectId)).toEqual([sooner, undated, later])
  expect(totalCount).toBe(3)
  expect(queues.filter(({ count }) => count > 0)).toEqual([
    { kind: 'REWORK', title: 'Requests to rework', count: 1 },
    { kind: 'CLAIM', title: 'Accounts to claim', count: 2 },
  ])
  expect(queues.map(({ kind }) => kind)).not.toContain('PERMISSION')
})

test('pages are stable across queues of every kind, whatever their size', async () => {
  const at = '2026-01-01T00:00:00Z'
  for (let round = 0; round < 4; round++) {
    await insertAccount(app, 'ENDORSED', { permitted: false, columns: { changed_at: at } })
    await insertAccount(app, 'ACTIVE', { columns: { changed_at: at, platform_review_since: at } })
    await insertMigration(app, { state: 'SUBMITTED', submitted_at: at })
  }
  for (const persona of ['opa', 'aspa', 'manager-fema']) {
    const whole = (await workOf(persona, { first: 100 })).items.map(
      ({ kind, subjectId }) => `${kind} ${subjectId}`,
    )
    expect(whole.length).toBeGreaterThan(2)
    for (const size of [1, 2, 3]) expect(await allPages(persona, size), persona).toEqual(whole)
  }
})

test('dates, and the lack of them, hold across pages of a platform office', async () => {
  await insertPlatform(app, 'UNDER_REVIEW', {}, 'DUE')
  await insertPlatform(app, 'APPROVED', {}, 'DUE')
  await app.owner.query(`update platform_review set due_on = '2026-12-01' where id =
    (select id from platform_review where kind = 'SECURITY' and outcome = 'DUE' limit 1)`)
  const { items, queues } = await workOf('cio', { first: 100 })
  const [first] = items.filter(({ kind }) => kind.startsWith('REVIEW_'))
  expect(first).toMatchObject({ kind: 'REVIEW_SECURITY', dueOn: '2026-12-01' })
  expect(queues.map(({ kind }) => kind)).toEqual([
    'SECURITY_ATTESTATION',
    'ATTESTATION_WARNING',
    'REVIEW_SECURITY',
    'REVIEW_ACCESSIBILITY',
    'CORRECTIVE_ACTION',
    'EVIDENCE',
    'RISK_MITIGATION',
    'ACCESS_PROVISIONING',
    'UNAPPROVED_MONITORING',
    'COMPROMISE',
    'ACKNOWLEDGEMENT',
  ])
  expect(await allPages('cio', 1)).toEqual(items.map(({ kind, subjectId }) => `${kind} ${subjectId}`))
})

test('one queue alone is listed and counted, beside the counts of all', async () => {
  const { items, totalCount, queues } = await workOf('manager-fema', { queues: ['CLAIM'] })
  expect(items.map(({ kind }) => kind)).toEqual(['CLAIM', 'CLAIM'])
  expect(totalCount).toBe(2)
  expect(queues.find(({ kind }) => kind === 'REWORK')?.count).toBe(1)
  expect(await allPages('manager-fema', 1, ['CLAIM'])).toHaveLength(2)
})

test('what is done is gone, and a broken cursor is refused', async () => {
  const [first] = (await workOf('manager-fema')).items
  await act(app, 'manager-fema', 'claimAccount', { accountId: first?.subjectId })
  expect((await workOf('manager-fema')).totalCount).toBe(2)
  for (const variables of [{ after: 'nonsense' }, { after: 'WzFd' }, { first: 0 }, { first: 101 }]) {
    const answer = await app.as('manager-fema', WORK, variables)
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT')
  }
})

async function shownTo(persona: string, subjectId: string) {
  const answer = await app.as(
    persona,
    '{ workItems(first: 100) { items { subjectId kind escalatedTo reason } } }',
  )
  return answer.data.workItems.items.find((item: { subjectId: string }) => item.subjectId === subjectId)
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString()
}

test('overdue account work goes from its manager to the director, Public Affairs and the Assistant Secretary', async () => {
  for (const [key, value] of [
    ['WORK_DUE_DAYS', 10],
    ['WORK_STEP_DAYS', 5],
  ]) {
    const input = { key, value, queue: 'ENDORSEMENT', reason: 'A test.' }
    expect((await act(app, 'aspa', 'changePolicySetting', input)).code).toBeUndefined()
  }
  const ageing = (days: number) => insertAccount(app, 'REQUESTED', { columns: { changed_at: daysAgo(days) } })
  const [fresh, late, later] = [await ageing(9), await ageing(11), await ageing(16)]
  expect(await shownTo('director-cbp', fresh)).toMatchObject({ kind: 'ENDORSEMENT', escalatedTo: null })
  expect(await shownTo('opa', fresh)).toBeUndefined()
  expect(await shownTo('director-cbp', late)).toMatchObject({ escalatedTo: 'OPA' })
  expect(await shownTo('opa', late)).toMatchObject({
    escalatedTo: 'OPA',
    reason: expect.stringMatching(/^Overdue with Component public affairs director: /),
  })
  expect(await shownTo('aspa', late)).toBeUndefined()
  expect(await shownTo('aspa', later)).toMatchObject({ escalatedTo: 'ASPA' })
  expect(await shownTo('director-fema', later)).toBeUndefined()
  expect(await shownTo('cio', later)).toBeUndefined()
  const ofAspa = (await workOf('aspa')).queues.find(({ kind }) => kind === 'ENDORSEMENT')
  expect(ofAspa?.count).toBe(1)
})

test('an overdue review of a platform goes from its office to the Assistant Secretary, once its day is over', async () => {
  const platform = await insertPlatform(app, 'UNDER_REVIEW', {}, 'DUE')
  const due = (day: string) =>
    app.owner.query(
      `update platform_review set due_on = $1 where kind = 'SECURITY' and platform_id =
      (select max(id::text)::uuid from platform)`,
      [day],
    )
  await due(daysAgo(0).slice(0, 10))
  expect(await shownTo('aspa', platform)).toBeUndefined()
  await due(daysAgo(1).slice(0, 10))
  expect(await shownTo('aspa', platform)).toMatchObject({ kind: 'REVIEW_SECURITY', escalatedTo: 'ASPA' })
  expect(await shownTo('privacy', platform)).not.toMatchObject({ kind: 'REVIEW_SECURITY' })
})

test('exceptions and access wait for who decides them, and never for who asked', async () => {
  const accountId = await insertAccount(app, 'ACTIVE')
  const exception = await act(app, 'manager-cbp', 'requestException', {
    accountId,
    clauses: ['V.B.10'],
    justification: 'The office has no website of its own yet.',
    validUntil: '2099-01-01T00:00:00Z',
  })
  expect(await shownTo('opa', exception.id)).toMatchObject({ kind: 'EXCEPTION' })
  expect(await shownTo('manager-cbp', exception.id)).toBeUndefined()
  const own = await act(app, 'opa', 'requestException', {
    accountId,
    clauses: ['V.B.10'],
    justification: 'The same for a second reason.',
    validUntil: '2098-01-01T00:00:00Z',
  })
  expect(await shownTo('opa', own.id)).toBeUndefined()
})

test('one’s own access that ends within the days of notice is one’s own work', async () => {
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const id = await insertAccess(app, 'contractor-cbp', { state: 'PROVISIONED', expires_on: soon })
  expect(await shownTo('contractor-cbp', id)).toMatchObject({ kind: 'ACCESS_RENEWAL' })
  expect(await shownTo('director-cbp', id)).toBeUndefined()
  const approved = await insertAccess(app, 'contractor-cbp', { state: 'APPROVED' })
  expect(await shownTo('cio', approved)).toMatchObject({ kind: 'ACCESS_PROVISIONING' })
  const requested = await insertAccess(app, 'contractor-cbp')
  expect(await shownTo('director-cbp', requested)).toMatchObject({ kind: 'ACCESS_DECISION' })
  expect(await shownTo('director-fema', requested)).toBeUndefined()
  expect(await shownTo('contractor-cbp', requested)).toBeUndefined()
})

test('every queue is surveyed with its owner, its age and what is late, over the records one may see', async () => {
  const SURVEY = '{ workQueues { kind owners escalatesTo count overdue oldestSince } }'
  const { workQueues } = (await app.as('aspa', SURVEY)).data
  const endorsement = workQueues.find(({ kind }: { kind: string }) => kind === 'ENDORSEMENT')
  expect(endorsement).toMatchObject({
    owners: ['COMPONENT_DIRECTOR'],
    escalatesTo: ['OPA', 'ASPA'],
    overdue: 2,
  })
  expect(endorsement.oldestSince.slice(0, 10)).toBe(daysAgo(16).slice(0, 10))
  const ofFema = (await app.as('director-fema', SURVEY)).data.workQueues
  expect(ofFema.find(({ kind }: { kind: string }) => kind === 'ENDORSEMENT').overdue).toBe(0)
  expect((await app.as('employee', SURVEY)).data.workQueues).toEqual([])
})
