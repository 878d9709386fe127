import { afterAll, beforeAll, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
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

test('what is due first comes first, and what has no date comes last', async () => {
  const later = await insertImported(app, 'FEMA', { claim_by: '2031-05-01' })
  const sooner = await insertImported(app, 'FEMA', { claim_by: '2020-05-01' })
  const undated = await insertAccount(app, 'CHANGES_REQUESTED', { component: 'FEMA' })
  const { items, queues, totalCount } = await workOf('manager-fema')
  expect(items.map(({ subjectId }) => subjectId)).toEqual([sooner, later, undated])
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
  expect(items[0]).toMatchObject({ kind: 'REVIEW_SECURITY', dueOn: '2026-12-01' })
  expect(queues.map(({ kind }) => kind)).toEqual([
    'SECURITY_ATTESTATION',
    'REVIEW_SECURITY',
    'REVIEW_ACCESSIBILITY',
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
