import { internalSchema } from '@official-accounts/schema/schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountIn, act, requestInput } from '../support/act.ts'
import { createTestApp, type Answer, type TestApp } from '../support/create-test-app.ts'

// The federal registry before this one had these defects; each test shows that this one has not. Those of its
// identity and verification stand in packages/domain/src/directory/peer-defects.test.ts.
let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

test('who may edit a record does not for that reason publish it', async () => {
  const { id } = await accountIn(app, 'PERMITTED')
  expect((await act(app, 'manager-cbp', 'approveAccount', { accountId: id })).__typename).toBe(
    'ForbiddenError',
  )
  const active = await accountIn(app, 'ACTIVE')
  const reinstated = await act(app, 'manager-cbp', 'reinstateAccount', {
    accountId: active.id,
    reason: 'Mine.',
  })
  expect(reinstated.__typename).toBe('ForbiddenError')
})

test('a record that is not listed is not to be had by its id', async () => {
  const { id, slug } = await accountIn(app, 'APPROVED')
  const query =
    'query ($id: ID!, $slug: String!) { account(id: $id) { id } node(id: $id) { id } directoryAccount(slug: $slug) { id } }'
  const seen = await app.as('employee', query, { id, slug })
  expect(seen.data).toEqual({ account: null, node: null, directoryAccount: null })
  const stranger = await app.as(
    null,
    'query ($id: ID!, $slug: String!) { node(id: $id) { id } directoryAccount(slug: $slug) { id } }',
    { id, slug },
  )
  expect(stranger.data).toEqual({ node: null, directoryAccount: null })
})

test('the day of the last confirmation is set by the confirmation', async () => {
  const { id } = await accountIn(app, 'ACTIVE')
  const seen = await app.as('opa', 'query ($id: ID!) { account(id: $id) { lastConfirmedOn activatedAt } }', {
    id,
  })
  expect(seen.data.account.lastConfirmedOn).toBe(seen.data.account.activatedAt.slice(0, 10))
})

test('nothing that was filled in is dropped in silence', async () => {
  const filled = {
    audience: 'Travelers',
    language: 'es-MX',
    topics: ['borders', 'travel'],
    administrators: 3,
    commentPolicyUrl: 'https://www.cbp.gov/comments',
    privacyNoticeUrl: 'https://www.cbp.gov/privacy',
    recordsCaptureMethod: 'Exported every week',
  }
  const { id } = await act(app, 'manager-cbp', 'requestAccount', requestInput(app, filled))
  const fields = Object.keys(filled).join(' ')
  const seen = await app.as('manager-cbp', `query ($id: ID!) { account(id: $id) { ${fields} } }`, { id })
  expect(seen.data.account).toEqual(filled)
})

test('a record has one history, under one name, with every change in it', async () => {
  const { id } = await accountIn(app, 'SUSPENDED')
  const query = `query ($id: ID!) { auditEntries(first: 50, filter: { subject: $id }) { edges { node { subjectType action } } } }`
  const { data } = await app.as('opa', query, { id })
  const entries: { subjectType: string; action: string }[] = data.auditEntries.edges.map(
    ({ node }: { node: unknown }) => node,
  )
  expect(new Set(entries.map(({ subjectType }) => subjectType))).toEqual(new Set(['Account']))
  const request = [
    'account.request',
    'account.endorse',
    'account.attestSecurity',
    'account.permit',
    'account.approve',
  ]
  const life = ['account.assignPrimaryContact', 'account.activate', 'account.suspend']
  expect(entries.map(({ action }) => action).toReversed()).toEqual([...request, ...life])
})

test('the last page is reached by following the pages', async () => {
  for (let made = 0; made < 3; made++) await accountIn(app, 'REQUESTED')
  const query = `query ($after: String) {
    accounts(first: 2, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } }
  }`
  const ids: string[] = []
  let total = 0
  for (let after: string | null = null, more = true; more;) {
    const answer: Answer = await app.as('opa', query, { after })
    const { accounts } = answer.data
    total = accounts.totalCount
    ids.push(...accounts.edges.map(({ node }: { node: { id: string } }) => node.id))
    after = accounts.pageInfo.endCursor
    more = accounts.pageInfo.hasNextPage
  }
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toHaveLength(total)
})

test('no record is ever deleted: a saved view is a bookmark', () => {
  const mutations = Object.keys(internalSchema.getMutationType()?.getFields() ?? {})
  expect(mutations.length).toBeGreaterThan(30)
  expect(mutations.filter((name) => /delete|destroy|remove|purge/i.test(name))).toEqual(['removeView'])
})
