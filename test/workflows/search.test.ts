import { Prisma } from '@official-accounts/db/generated/client/client'
import { searchRecords } from '@official-accounts/db/search-records'
import { withConnection } from '@official-accounts/db/database-connection'
import { newId } from '@official-accounts/db/uuid'
import { readReach } from '@official-accounts/domain/access/actor'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountIn, act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertMigration, insertPerson, insertRow, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const SEARCH = `query ($text: String!, $kinds: [SearchKind!], $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) {
    words totalCount hasNextPage endCursor counts { kind count }
    hits { kind recordId title name slug state componentCode platformName foundBy }
  }
}`

interface Hit {
  readonly kind: string
  readonly recordId: string
  readonly title: string
  readonly foundBy: string | null
}

interface Found {
  readonly words: readonly string[]
  readonly hits: readonly Hit[]
  readonly counts: readonly { readonly kind: string; readonly count: number }[]
  readonly totalCount: number
  readonly hasNextPage: boolean
  readonly endCursor: string | null
}

async function search(persona: string, text: string, more: object = {}): Promise<Found> {
  const answer = await app.as(persona, SEARCH, { text, ...more })
  expect(answer.errors).toBeUndefined()
  return answer.data.search as Found
}

const NOTHING = { hits: [], counts: [], totalCount: 0, hasNextPage: false, endCursor: null }

describe('one search over all records', () => {
  test('finds each kind by its names, and says what it is', async () => {
    const account = await accountIn(app, 'ACTIVE', { title: 'Quillfeather outpost' })
    const person = await insertPerson(app, null, { display_name: 'Quillfeather Person' })
    const imported = await insertMigration(app, { file_name: 'quillfeather.csv' })
    const { hits, counts, words } = await search('opa', ' Quillfeather ')
    expect(words).toEqual(['quillfeather'])
    expect(hits.map(({ kind, recordId }) => [kind, recordId])).toEqual([
      ['ACCOUNT', account.id],
      ['PERSON', person],
      ['IMPORT', encodeGlobalID('Migration', imported)],
    ])
    expect(counts.map(({ count }) => count)).toEqual([1, 1, 1])
    expect((await search('opa', 'emergency management')).hits[0]).toMatchObject({
      kind: 'COMPONENT',
      name: 'FEMA',
    })
    expect((await search('opa', 'linkedin')).hits[0]).toMatchObject({ kind: 'PLATFORM', slug: 'linkedin' })
  })

  test('the nearest come first: equal, beginning so, a word in it, any part', async () => {
    const titles = ['Thornbury', 'Thornbury north', 'North Thornbury', 'Northornbury', 'Mythornbury gate']
    for (const title of titles.toReversed()) await insertAccount(app, 'ACTIVE', { columns: { title } })
    const { hits } = await search('opa', 'thornbury')
    expect(hits.map(({ title }) => title)).toEqual([
      'Thornbury',
      'Thornbury north',
      'North Thornbury',
      'Mythornbury gate',
      'Northornbury',
    ])
  })

  test('an account is found by a pasted address and by a handle it used to have, which is said', async () => {
    const account = await accountIn(app, 'ACTIVE', { profileUrl: 'https://x.com/BrackenOld' })
    await act(app, 'manager-cbp', 'renameAccount', {
      accountId: account.id,
      profileUrl: 'https://x.com/BrackenNew',
    })
    expect((await search('opa', 'https://x.com/BrackenNew/')).hits[0]).toMatchObject({
      recordId: account.id,
      foundBy: null,
    })
    expect((await search('opa', '@brackenold')).hits).toEqual([
      expect.objectContaining({ recordId: account.id, foundBy: 'BrackenOld' }),
    ])
  })

  test('an audit entry and any record are found by their ids', async () => {
    const account = await accountIn(app, 'REQUESTED')
    const entries = await app.as(
      'opa',
      'query ($id: ID!) { auditEntries(first: 1, filter: { subject: $id }) { edges { node { id } } } }',
      { id: account.id },
    )
    const entry: string = entries.data.auditEntries.edges[0].node.id
    for (const id of [entry, rawId(entry)]) {
      expect((await search('opa', id)).hits).toEqual([
        expect.objectContaining({ kind: 'AUDIT_ENTRY', recordId: entry }),
      ])
    }
    expect((await search('opa', account.id)).hits).toEqual([
      expect.objectContaining({ kind: 'ACCOUNT', recordId: account.id }),
    ])
  })

  test('pages follow each other without gap or repetition, and the counts stay whole', async () => {
    for (let at = 0; at < 7; at++)
      await insertAccount(app, 'ACTIVE', { columns: { title: `Wexcombe ${at % 3}` } })
    const all = await search('opa', 'wexcombe')
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Found = await search('opa', 'wexcombe', { first: 2, after, kinds: ['ACCOUNT'] })
      expect(page.totalCount).toBe(7)
      seen.push(...page.hits.map(({ recordId }) => recordId))
      after = page.hasNextPage ? page.endCursor : null
    } while (after !== null)
    expect(seen).toEqual(all.hits.map(({ recordId }) => recordId))
    expect(await search('opa', 'wexcombe', { kinds: ['PERSON'] })).toMatchObject({
      hits: [],
      totalCount: 0,
      counts: [{ kind: 'ACCOUNT', count: 7 }],
    })
  })

  test('signs of a pattern, blanks and nonsense find nothing and break nothing', async () => {
    for (const text of ['%', '_', '%%%', String.raw`\ `, '   ', '@', "'; drop table account; --", '☃☃☃']) {
      expect(await search('opa', text), text).toMatchObject(NOTHING)
    }
    const tooLong = await app.as('opa', SEARCH, { text: 'a'.repeat(201) })
    expect(tooLong.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT')
    const broken = await app.as('opa', SEARCH, { text: 'a', after: 'nonsense' })
    expect(broken.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT')
  })
})

describe('a search shows and counts what the searcher may see, and nothing else', () => {
  let hidden: string
  beforeAll(async () => {
    hidden = await insertAccount(app, 'REQUESTED', {
      component: 'FEMA',
      columns: { title: 'Marrowgate', handle: 'MarrowgateHidden' },
    })
    await insertAccount(app, 'ACTIVE', { component: 'FEMA', columns: { title: 'Marrowgate listed' } })
    await insertAccount(app, 'ACTIVE', {
      component: 'FEMA',
      columns: { title: 'Marrowgate inside', use_category: 'INTERNAL_GENERAL_AUDIENCE' },
    })
    await insertRow(app, 'account_alias', {
      id: newId(),
      account_id: rawId(hidden),
      platform_id: app.world.platforms['X'],
      handle: 'MarrowgateAlias',
      canonical_key: 'marrowgatealias',
      former: true,
    })
    await insertPerson(app, 'FEMA', { display_name: 'Marrowgate Person' })
    await insertMigration(app, { file_name: 'marrowgate.csv' })
  })

  test.each([
    ['manager-cbp', ['Marrowgate listed']],
    ['employee', ['Marrowgate listed']],
    ['manager-fema', ['Marrowgate', 'Marrowgate Person', 'Marrowgate inside', 'Marrowgate listed']],
    [
      'inspector',
      ['Marrowgate', 'Marrowgate Person', 'Marrowgate inside', 'Marrowgate listed', 'marrowgate.csv'],
    ],
  ])('%s finds %j', async (persona, titles) => {
    const { hits, counts, totalCount } = await search(persona, 'marrowgate')
    expect(hits.map(({ title }) => title).toSorted(byLetter)).toEqual(titles)
    expect(totalCount).toBe(titles.length)
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(titles.length)
  })

  test.each(['MarrowgateHidden', 'MarrowgateAlias', 'Marrowgate inside'])(
    'a name that only hidden records have is as unknown as any other: %s',
    async (text) => {
      const unknown = await search('manager-cbp', `${text}Zzz`)
      expect({ ...(await search('manager-cbp', text)), words: [] }).toEqual({ ...unknown, words: [] })
    },
  )

  test('so is its id, and the id of its audit', async () => {
    await act(app, 'director-fema', 'endorseAccount', { accountId: hidden })
    const entry = await app.owner.query('select id from audit_entry where subject_id = $1', [rawId(hidden)])
    for (const id of [hidden, rawId(hidden), `${entry.rows[0].id}`]) {
      expect(await search('manager-cbp', id), id).toMatchObject(NOTHING)
      expect((await search('director-fema', id)).totalCount).toBe(1)
    }
  })

  test('strangers cannot search', async () => {
    const answer = await app.as(null, SEARCH, { text: 'fema' })
    expect(answer.data ?? null).toBeNull()
  })

  test('each wall alone keeps a hidden record out', async () => {
    await app.owner.query('alter table account disable row level security')
    const withFirstWall = await search('manager-cbp', 'MarrowgateHidden')
    await app.owner.query('alter table account enable row level security')
    expect(withFirstWall).toMatchObject(NOTHING)
    const client = await app.owner.connect()
    await client.query('begin; set local role official_accounts_app; set local app.scope to listed')
    const { rows } = await client.query(
      `select a.title from search_matches(array['%marrowgate%']) m join account a on a.id = m.id`,
    )
    await client.query('rollback')
    client.release()
    expect(rows).toEqual([{ title: 'Marrowgate listed' }])
  })
})

function byLetter(a: string, b: string): number {
  return a < b ? -1 : 1
}

test('one statement, and no reading through a whole table of 10,000 accounts', async () => {
  await insertAccount(app, 'ACTIVE', { columns: { title: 'Needle in the haystack' } })
  await app.owner.query(`
    insert into account (id, slug, component_id, platform_id, state, handle, canonical_key, profile_url, title,
      use_category, topics, migration_id, created_at, changed_at)
    select gen_random_uuid(), 'x-hay' || n, component_id, platform_id, 'ACTIVE', 'hay' || n, 'hay' || n,
      'https://x.com/hay' || n, 'Straw ' || n || ' of the stack', use_category, '{}',
      (select id from migration limit 1), now(), now()
    from account, generate_series(1, 10000) n where title = 'Needle in the haystack'`)
  await app.owner.query(`
    insert into person (id, display_name, affiliation, component_id, state, created_at)
    select gen_random_uuid(), 'Test person straw' || n, 'EMPLOYEE', component_id, 'ACTIVE', now()
    from account, generate_series(1, 10000) n where title = 'Needle in the haystack'`)
  await app.owner.query(`
    insert into account_alias (id, account_id, platform_id, handle, canonical_key, former)
    select gen_random_uuid(), id, platform_id, 'old' || handle, 'old' || handle, true
    from account where title like 'Straw %'`)
  await app.owner.query('vacuum analyze')
  const statements = await app.statementsOf(() => search('manager-fema', 'needle haystack'))
  expect(statements.filter((sql) => sql.includes('matched'))).toHaveLength(1)
  for (const text of ['needle haystack', 'hay77', 'person straw77', 'x hay7777'])
    expect(await wholeTablesRead(text), text).toEqual([])
  // Where no index may be used, the counters do see whole tables read.
  expect(await wholeTablesRead('needle haystack', WITHOUT_INDEXES)).toContain('account')
})

const WITHOUT_INDEXES = `set local enable_indexscan to off; set local enable_indexonlyscan to off;
  set local enable_bitmapscan to off;`

/** The large tables that PostgreSQL read from end to end for a search of FEMA's manager. */
async function wholeTablesRead(text: string, settings = ''): Promise<readonly string[]> {
  const reach = readReach(await app.actor('manager-fema'))
  // A connection of its own: the counters hold what a connection did before, too.
  return withConnection(app.database.ownerUrl, async (owner) => {
    await owner.query(
      `begin; set local role official_accounts_app; set local app.scope to component;
       set local app.components to '${reach.componentIds.join(',')}'; ${settings}`,
    )
    const read = {
      async $queryRaw(strings: TemplateStringsArray, ...values: unknown[]) {
        const { text: sql, values: bound } = Prisma.sql(strings, ...values)
        return (await owner.query(sql, bound)).rows
      },
    }
    await searchRecords(read as never, reach, { text, id: null, kinds: null, after: null, take: 21 })
    const { rows } = await owner.query<{ relname: string }>(
      `select relname from pg_stat_xact_user_tables
       where seq_scan > 0 and relname in ('account', 'account_alias', 'person', 'audit_entry') order by 1`,
    )
    return rows.map(({ relname }) => relname)
  })
}
