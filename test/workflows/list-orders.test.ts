import { ACCOUNT_STATES } from '@official-accounts/domain/account/account'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertImported } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  for (const state of ACCOUNT_STATES) {
    await insertAccount(app, state, { component: 'FEMA' })
    await insertAccount(app, state, { component: 'CBP', columns: { title: `Zone ${state}` } })
  }
  for (const claimBy of ['2030-03-01', '2030-01-31', '2030-03-01']) {
    await insertImported(app, 'CBP', { claim_by: claimBy })
  }
})
afterAll(() => app.close())

interface Row {
  readonly slug: string
  readonly title: string
  readonly state: string
  readonly claimBy: string | null
  readonly changedAt: string
  readonly component: { readonly code: string }
}

const LIST = `query ($first: Int, $after: String, $orderBy: AccountOrder) {
  accounts(first: $first, after: $after, orderBy: $orderBy) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { slug title state claimBy changedAt component { code } } }
  }
}`

/** Every row of the list, page by page. */
async function walk(orderBy: string, first: number): Promise<readonly Row[]> {
  const rows: Row[] = []
  let after: string | null = null
  do {
    const answer = await app.as('opa', LIST, { first, after, orderBy })
    expect(answer.errors).toBeUndefined()
    const { edges, pageInfo } = answer.data.accounts
    rows.push(...edges.map(({ node }: { node: Row }) => node))
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after !== null)
  return rows
}

const KEYS: Readonly<Record<string, (row: Row) => string | number>> = {
  SLUG: ({ slug }) => slug,
  TITLE: ({ title }) => title,
  COMPONENT: ({ component }) => component.code,
  STATE: ({ state }) => ACCOUNT_STATES.findIndex((known) => known === state),
  CLAIM_BY: ({ claimBy }) => claimBy ?? '9999',
  LONGEST_UNCHANGED: ({ changedAt }) => changedAt,
}

function inOrder(rows: readonly Row[], key: (row: Row) => string | number): boolean {
  return rows.every((row, at) => {
    const before = rows[at - 1]
    return before === undefined || key(before) <= key(row)
  })
}

describe.each(Object.keys(KEYS))('accounts by %s', (order) => {
  const key = KEYS[order] ?? (() => '')
  const turned = order === 'LONGEST_UNCHANGED' ? 'RECENTLY_CHANGED' : `${order}_DESC`

  test('come in that order', async () => {
    expect(inOrder(await walk(order, 100), key)).toBe(true)
  })
  test.each([order, turned])('%s: pages of any size hold every account once, in one order', async (way) => {
    const whole = (await walk(way, 100)).map(({ slug }) => slug)
    expect(new Set(whole).size).toBe(23)
    expect((await walk(way, 1)).map(({ slug }) => slug)).toEqual(whole)
    expect((await walk(way, 7)).map(({ slug }) => slug)).toEqual(whole)
  })
  test('turned round, what has a place comes the other way, and what has none stays last', async () => {
    const placed = (rows: readonly Row[]) =>
      rows.filter((row) => order !== 'CLAIM_BY' || row.claimBy !== null)
    const back = await walk(turned, 100)
    expect(inOrder(placed(back).toReversed(), key)).toBe(true)
    expect(back.slice(0, placed(back).length)).toEqual(placed(back))
  })
})

test('a cursor of one order is no cursor of another', async () => {
  const { data } = await app.as('opa', LIST, { first: 1, orderBy: 'STATE' })
  const after = data.accounts.pageInfo.endCursor
  for (const orderBy of ['TITLE', 'CLAIM_BY', 'RECENTLY_CHANGED']) {
    const answer = await app.as('opa', LIST, { first: 1, orderBy, after })
    expect([orderBy, answer.errors?.[0]?.extensions?.['code']]).toEqual([orderBy, 'BAD_USER_INPUT'])
  }
})
