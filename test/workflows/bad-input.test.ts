import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountIn, act, requestInput, type Outcome } from '../support/act.ts'
import { sourceFile } from '../support/arrangements/migration.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { fingerprint } from '../support/fingerprint.ts'
import { insertAccount } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

/** Sends what is to be refused and demands that nothing of it was written. */
async function refused(persona: string, name: string, input: object): Promise<Outcome> {
  const before = await fingerprint(app)
  const outcome = await act(app, persona, name, input)
  expect(outcome.__typename).toMatch(/Error$/)
  expect(outcome.message.length).toBeGreaterThan(10)
  expect(await fingerprint(app), 'something was written all the same').toBe(before)
  return outcome
}

const clauseIds = ({ clauses }: Outcome) => clauses.map(({ id }) => id)
const paths = ({ issues }: Outcome) => issues.map(({ path }) => path)

describe('a request that cannot be made leaves nothing behind and says why', () => {
  test.each([
    ['an unknown platform', { profileUrl: 'https://nowhere.example/office' }, ['V.B.1', 'IV.A.2']],
    [
      'a platform prohibited by statute',
      { profileUrl: 'https://www.tiktok.com/@testoutpost' },
      ['V.B.1', 'V.A.2'],
    ],
    ['a personal profile', { profileUrl: 'https://www.linkedin.com/in/somebody' }, ['V.B.8']],
    ['operational use', { useCategory: 'OPERATIONAL' }, ['II.B']],
    [
      'operational use even on an address that names nothing',
      { useCategory: 'OPERATIONAL', profileUrl: 'nonsense' },
      ['II.B'],
    ],
    ['no justification', { justification: null }, ['V.B.3']],
    ['a justification of blanks', { justification: ' \t\n ' }, ['V.B.3']],
  ])('%s', async (_what, changes, clauses) => {
    const outcome = await refused('manager-cbp', 'requestAccount', requestInput(app, changes))
    expect(outcome.__typename).toBe('PolicyRefusalError')
    expect(clauseIds(outcome)).toEqual(clauses)
  })
  test.each([
    ['an address without an account', { profileUrl: 'https://x.com/' }, 'profileUrl'],
    ['a post that names nobody', { profileUrl: 'https://x.com/i/web/status/1' }, 'profileUrl'],
    ['an outlet that is no https address', { officialOutletUrl: 'http://www.cbp.gov/' }, 'officialOutletUrl'],
    [
      'an outlet with a password in it',
      { officialOutletUrl: 'https://a:b@www.cbp.gov/' },
      'officialOutletUrl',
    ],
    ['a language that is no tag', { language: 'English, mostly' }, 'language'],
    ['a title of 201 characters', { title: 'x'.repeat(201) }, 'title'],
    ['21 topics', { topics: Array.from({ length: 21 }, (_, at) => `topic ${at}`) }, 'topics'],
    ['a NUL in the purpose', { purpose: 'to\0be' }, 'purpose'],
    ['a broken character in a topic', { topics: ['fine', 'not \ud800'] }, 'topics.1'],
    ['fewer than no administrators', { administrators: -1 }, 'administrators'],
    ['an id that is none', { componentId: 'CBP' }, 'componentId'],
    [
      'the id of another kind of record',
      { componentId: Buffer.from('Component:7').toString('base64') },
      'componentId',
    ],
  ])('%s is named by its field', async (_what, changes, path) => {
    const outcome = await refused('manager-cbp', 'requestAccount', requestInput(app, changes))
    expect(outcome.__typename).toBe('InvalidInputError')
    expect(paths(outcome)).toEqual([path])
  })
  test('everything that is wrong is said at once', async () => {
    const outcome = await refused(
      'manager-cbp',
      'requestAccount',
      requestInput(app, { title: ' ', language: '!', officialOutletUrl: 'ftp://x' }),
    )
    expect(paths(outcome).sort()).toEqual(['language', 'officialOutletUrl', 'title'])
  })
  test('a component of somebody else', async () => {
    const outcome = await refused(
      'manager-cbp',
      'requestAccount',
      requestInput(app, { componentId: app.componentId('FEMA') }),
    )
    expect(outcome).toMatchObject({ __typename: 'ForbiddenError', code: 'FORBIDDEN' })
  })
  test('the person’s id where a component’s belongs finds no component', async () => {
    const outcome = await refused(
      'manager-cbp',
      'requestAccount',
      requestInput(app, { componentId: app.personId('opa') }),
    )
    expect(paths(outcome)).toEqual(['componentId'])
  })
})

describe('a change made from what is no longer so', () => {
  test('is refused with the version that was seen and the one there is', async () => {
    const { id } = await accountIn(app, 'ENDORSED')
    await act(app, 'opa', 'permitAccount', { accountId: id })
    const outcome = await refused('aspa', 'approveAccount', { accountId: id, expectedVersion: 2 })
    expect(outcome).toMatchObject({ __typename: 'StaleVersionError', expected: 2, actual: 3 })
  })
  test('is refused by the state when no version is given, saying what is still possible', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    const outcome = await refused('opa', 'permitAccount', { accountId })
    expect(outcome).toMatchObject({ __typename: 'InvalidStateError', inState: 'ACTIVE' })
    expect(outcome.allowed).toContain('suspendAccount')
    expect(outcome.allowed).not.toContain('permitAccount')
  })
})

describe('a key that comes again with other words', () => {
  test('is a conflict, and the first answer stands', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    const input = { accountId, title: 'First', idempotencyKey: 'bad-input-1' }
    const first = await act(app, 'manager-cbp', 'updateAccount', input)
    const outcome = await refused('manager-cbp', 'updateAccount', { ...input, title: 'Second' })
    expect(outcome.__typename).toBe('ConflictError')
    expect((await act(app, 'manager-cbp', 'updateAccount', input)).version).toBe(first.version)
  })
  test.each(['', 'k'.repeat(201), 'k\0k'])('is refused when it is no key at all', async (idempotencyKey) => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    const outcome = await refused('manager-cbp', 'updateAccount', { accountId, title: 'A', idempotencyKey })
    expect(paths(outcome)).toEqual(['idempotencyKey'])
  })
})

describe('a file that cannot be read is refused whole', () => {
  const good = sourceFile('CBP')
  test.each([
    ['other columns', good.replace('component,', 'agency,'), /header/],
    ['a column too many in a row', good.replace('Published,', 'Published,extra,'), /row 1/],
    ['nothing but a header', `${good.split('\n')[0]}\n`, /content/],
    ['characters of another encoding', good.replace('Test office', 'Oficina de Informaci\ufffdn'), /content/],
    ['a cell of half a megabyte', good.replace('Test office', 'x'.repeat(500_000)), /row 1/],
    ['a NUL in a cell', good.replace('Test office', 'Test\0office'), /row 1/],
    ['an open quotation mark', good.replace('"Test register', '"Test "register'), /content/],
    ['a table of another kind', '%PDF-1.7', /header|content/],
  ])('%s', async (_what, content, path) => {
    const outcome = await refused('opa', 'submitMigration', { fileName: 'bad.csv', content })
    expect(outcome.__typename).toBe('InvalidInputError')
    expect(paths(outcome).join(' ')).toMatch(path)
  })
  test('a cell of a megabyte does not get in at all', async () => {
    const before = await fingerprint(app)
    const variables = {
      input: { fileName: 'bad.csv', content: good.replace('Test office', 'x'.repeat(1_100_000)) },
    }
    const query = 'mutation ($input: SubmitMigrationInput!) { submitMigration(input: $input) { __typename } }'
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    }
    const response = await app.fetch('opa', init)
    expect(response.status).toBe(413)
    expect(await fingerprint(app)).toBe(before)
  })
  test('the same file again, while the first waits for its decision, is a conflict', async () => {
    const content = sourceFile('CBP')
    const first = await act(app, 'opa', 'submitMigration', { fileName: 'one.csv', content })
    const outcome = await refused('opa', 'submitMigration', { fileName: 'two.csv', content })
    expect(outcome).toMatchObject({ __typename: 'ConflictError', existingId: first.id })
  })
})

describe('a question that cannot be answered is put right in words', () => {
  test.each([
    ['a page of none', '{ accounts(first: 0) { totalCount } }', 'first'],
    ['a page of a thousand', '{ accounts(first: 1000) { totalCount } }', 'first'],
    ['a cursor of somewhere else', '{ accounts(after: "bm9uc2Vuc2U") { totalCount } }', 'after'],
    ['a list read backwards', '{ accounts(last: 5) { totalCount } }', 'paged forwards'],
    [
      'a day that does not exist',
      '{ verifyAccount(input: "@CBP", on: "2026-02-30") { outcome } }',
      'A date that exists',
    ],
    [
      'an instant that is none',
      '{ directoryChanges(since: "yesterday") { edges { cursor } } }',
      'An instant such as',
    ],
    ['a NUL in a filter', '{ accounts(filter: { text: "a\\u0000b" }) { totalCount } }', 'filter.text'],
    ['2,001 characters to verify', `{ verifyAccount(input: "${'x'.repeat(2001)}") { outcome } }`, 'input'],
    ['a state that is none', '{ accounts(filter: { state: [GONE] }) { totalCount } }', 'GONE'],
  ])('%s', async (_what, document, words) => {
    const answer = await app.as('opa', document)
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT')
    expect(answer.errors?.[0]?.message).toContain(words)
  })
  test('an account that is not there is null, by id and by slug', async () => {
    const answer = await app.as(
      'opa',
      '{ a: account(id: "nonsense") { id } b: account(slug: "nonsense") { id } c: account { id } d: node(id: "bm9uc2Vuc2U=") { id } }',
    )
    expect(answer.data).toMatchObject({ a: null, b: null, c: null })
  })
})
