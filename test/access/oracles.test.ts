import { encodeGlobalID } from '@pothos/plugin-relay'
import { newId } from '@official-accounts/db/uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, requestInput } from '../support/act.ts'
import { ARRANGEMENTS } from '../support/arrangements.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { inputTypeOf, mutation } from '../support/documents.ts'
import { createMarkedWorld, type MarkedWorld } from '../support/marked-world.ts'
import { insertAccount, rawId } from '../support/records.ts'

let app: TestApp
let world: MarkedWorld
beforeAll(async () => {
  app = await createTestApp()
  world = await createMarkedWorld(app)
})
afterAll(() => app.close())

/** The foreign accounts of a reader of CBP and of an employee: what the list shows, and nothing beside it. */
const LISTED = ['ACTIVE', 'RETIRED', 'RETIRING', 'SUSPENDED']
const HIDDEN = ['APPROVED', 'CHANGES_REQUESTED', 'DENIED', 'ENDORSED', 'INTERNAL', 'REQUESTED', 'WITHDRAWN']

async function countOf(persona: string, filter: object): Promise<number> {
  const answer = await app.as(
    persona,
    'query ($f: AccountFilter) { accounts(first: 100, filter: $f) { totalCount edges { node { id } } } }',
    { f: filter },
  )
  expect(answer.errors).toBeUndefined()
  const { totalCount, edges } = answer.data.accounts
  expect(totalCount, 'the count tells of rows that are not shown').toBe(edges.length)
  return totalCount
}

describe.each(['manager-cbp', 'director-cbp', 'author-cbp', 'employee'])(
  '%s learns nothing of what is hidden by counting and filtering',
  (persona) => {
    test.each([
      ['a component', { component: 'fema' }, LISTED.length],
      [
        'an undecided state',
        {
          component: 'fema',
          state: ['REQUESTED', 'CHANGES_REQUESTED', 'ENDORSED', 'APPROVED', 'DENIED', 'WITHDRAWN'],
        },
        0,
      ],
      ['an internal use', { component: 'fema', useCategory: 'INTERNAL_GENERAL_AUDIENCE' }, 0],
      ['text that only hidden accounts have', { text: 'FEMA Account.undecided title' }, 0],
      ['text of an internal account', { text: 'FEMA Account.internal title' }, 0],
      ['a hidden language', { language: '«FEMA Account.undecided language»' }, 0],
      ['a hidden topic', { topic: '«FEMA Account.undecided topics»' }, 0],
      ['who answers', { component: 'fema', vacant: false }, LISTED.length],
      ['nobody who answers', { component: 'fema', vacant: true }, 0],
      ['what is not claimed', { component: 'fema', unclaimed: true }, 1],
    ])('by %s', async (_what, filter, expected) => {
      expect(await countOf(persona, filter)).toBe(expected)
    })
    test('by the order of a list', async () => {
      for (const orderBy of ['SLUG', 'TITLE', 'RECENTLY_CHANGED']) {
        const answer = await app.as(
          persona,
          'query ($o: AccountOrder) { accounts(first: 100, orderBy: $o, filter: { component: "fema" }) { edges { node { state } } } }',
          { o: orderBy },
        )
        expect(
          answer.data.accounts.edges.map(({ node }: { node: { state: string } }) => node.state).sort(),
        ).toEqual(LISTED)
      }
    })
    test.each(HIDDEN)('by the id, slug, audit or address of an account that is %s', async (state) => {
      const id = world.accounts.FEMA[state]
      const slug = `«FEMA Account.${state === 'INTERNAL' ? 'internal' : 'undecided'} slug» ${state}`
      const answer = await app.as(
        persona,
        `query ($id: ID!, $slug: String) {
        node(id: $id) { id } byId: account(id: $id) { id } bySlug: account(slug: $slug) { id }
        auditEntries(first: 100, filter: { subject: $id }) { edges { node { id } } }
      }`,
        { id, slug },
      )
      expect(answer).toEqual({ data: { node: null, byId: null, bySlug: null, auditEntries: { edges: [] } } })
    })
    test('by the totals of findings, imports and work', async () => {
      const answer = await app.as(
        persona,
        `{ findings(first: 100) { totalCount edges { node { component { code } } } } migrations(first: 10) { totalCount }
        migrationRows(first: 10) { totalCount } workItems(first: 100) { totalCount items { componentCode } } }`,
      )
      const { findings, migrations, migrationRows, workItems } = answer.data
      expect(
        findings.edges.every(
          ({ node }: { node: { component: { code: string } } }) => node.component.code === 'CBP',
        ),
      ).toBe(true)
      expect(findings.totalCount).toBe(findings.edges.length)
      expect([migrations.totalCount, migrationRows.totalCount]).toEqual([0, 0])
      expect(
        workItems.items.every(({ componentCode }: { componentCode: string }) => componentCode === 'CBP'),
      ).toBe(true)
      expect(workItems.totalCount).toBe(workItems.items.length)
    })
  },
)

describe('a hidden record is answered exactly as one that does not exist', () => {
  const onHidden = Object.keys(ARRANGEMENTS).filter((name) => inputTypeOf(name).startsWith('Account'))
  test.each(onHidden)('%s', async (name) => {
    const hidden = await insertAccount(app, 'REQUESTED', { component: 'FEMA' })
    const missing = encodeGlobalID('Account', newId())
    for (const persona of ['manager-cbp', 'director-cbp', 'employee']) {
      const [first, second] = await Promise.all(
        [hidden, missing].map((accountId) =>
          app.as(persona, mutation(name), {
            input: { accountId, ...(name === 'activateAccount' ? {} : { reason: 'Why.' }) },
          }),
        ),
      )
      expect(first).toEqual(second)
    }
  })
  test('a request for an address that a hidden request has tells nobody which', async () => {
    const handle = `HiddenOracle`
    await act(
      app,
      'manager-fema',
      'requestAccount',
      requestInput(app, { profileUrl: `https://x.com/${handle}`, componentId: app.componentId('FEMA') }),
    )
    const asked = await app.as(
      'manager-cbp',
      'query ($u: String!) { profileUrlCheck(profileUrl: $u) { registered { id } similar { account { id } } } }',
      { u: `https://x.com/${handle}1` },
    )
    expect(asked.data.profileUrlCheck).toEqual({ registered: null, similar: [] })
    const same = await app.as(
      'manager-cbp',
      'query ($u: String!) { profileUrlCheck(profileUrl: $u) { registered { id } } }',
      { u: `https://x.com/${handle}` },
    )
    expect(same.data.profileUrlCheck).toEqual({ registered: null })
  })
  test('people of another component are found neither by name nor by id', async () => {
    const person = await app.owner.query(`select id from person where display_name like '«FEMA%'`)
    const id = encodeGlobalID('Person', person.rows[0].id)
    const answer = await app.as(
      'manager-cbp',
      'query ($id: ID!) { node(id: $id) { id } people(first: 100, search: "FEMA") { edges { node { id } } } }',
      { id },
    )
    expect(answer).toEqual({ data: { node: null, people: { edges: [] } } })
    expect(rawId(id)).toBe(person.rows[0].id)
  })
})
