import { newId } from '@official-accounts/db/uuid'
import { ACCOUNT_STATES, type AccountState } from '@official-accounts/domain/account/account'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountIn, act, requestInput } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import {
  insertAccount,
  insertImported,
  insertMigration,
  insertRow,
  nextNumber,
  rawId,
} from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }

const VERIFY = `query ($input: String!, $on: Date) { verifyAccount(input: $input, on: $on) {
  outcome message canonicalKey platform { slug } account { slug status } since listedOn lastConfirmedOn source
  successor { slug } similar { slug }
} }`

async function verify(input: string, on?: string) {
  const answer = await app.as(null, VERIFY, { input, on })
  expect(answer.errors).toBeUndefined()
  return answer.data.verifyAccount
}

/** Everything the public can be told of a handle, by every question there is. */
async function toldOf(handle: string): Promise<string> {
  const slug = `x-${handle.toLowerCase()}`
  const answer = await app.as(
    null,
    `query ($slug: String!, $text: String!) {
      directoryAccount(slug: $slug) { slug title status }
      directoryAccounts(filter: { text: $text }) { totalCount edges { node { slug } } }
      directoryArchivedListings { handle }
    }`,
    { slug, text: handle },
  )
  expect(answer.errors).toBeUndefined()
  const texts = [await verify(`https://x.com/${handle}`), await verify(`@${handle}`), answer.data].map(
    (part) => JSON.stringify(part),
  )
  return texts.join('\n').replaceAll(new RegExp(handle, 'gi'), 'HANDLE')
}

/** Names of one length and unlike each other, so that no answer differs by its name alone. */
function newHandle(): string {
  return `Qz${String(nextNumber() * 7919)
    .padStart(10, '0')
    .split('')
    .reverse()
    .join('')}`
}

async function insertNamed(
  state: AccountState,
  columns: object = {},
): Promise<{ id: string; handle: string }> {
  const handle = newHandle()
  const names = {
    handle,
    canonical_key: handle.toLowerCase(),
    profile_url: `https://x.com/${handle}`,
    slug: `x-${handle.toLowerCase()}`,
  }
  return { handle, id: await insertAccount(app, state, { columns: { ...names, ...columns } }) }
}

/** The contract's table, row by row. */
const TOLD: Readonly<Record<AccountState, 'OFFICIAL' | 'SUSPENDED' | 'FORMERLY_OFFICIAL' | 'NOT_LISTED'>> = {
  REQUESTED: 'NOT_LISTED',
  CHANGES_REQUESTED: 'NOT_LISTED',
  ENDORSED: 'NOT_LISTED',
  APPROVED: 'NOT_LISTED',
  DENIED: 'NOT_LISTED',
  WITHDRAWN: 'NOT_LISTED',
  ACTIVE: 'OFFICIAL',
  RETIRING: 'OFFICIAL',
  SUSPENDED: 'SUSPENDED',
  RETIRED: 'FORMERLY_OFFICIAL',
}

describe('V.B.6: what the public sees of each state', () => {
  test.each(ACCOUNT_STATES)('an account that is %s', async (state) => {
    const { handle } = await insertNamed(state)
    const { outcome, account } = await verify(`https://twitter.com/${handle.toUpperCase()}`)
    expect(outcome).toBe(TOLD[state])
    expect(account).toEqual(
      outcome === 'NOT_LISTED' ? null : { slug: `x-${handle.toLowerCase()}`, status: outcome },
    )
  })
  test.each(['ACTIVE', 'RETIRING'] as const)(
    'an account that is %s with nobody to answer for it is official still',
    async (state) => {
      const { handle, id } = await insertNamed(state)
      const inside = await app.as('opa', 'query ($id: ID!) { account(id: $id) { vacant } }', { id })
      expect(inside.data.account.vacant).toBe(true)
      expect((await verify(`https://x.com/${handle}`)).outcome).toBe('OFFICIAL')
      expect(await toldOf(handle)).not.toMatch(/vacan|contact/i)
    },
  )
  const UNSEEN = ACCOUNT_STATES.filter((state) => TOLD[state] === 'NOT_LISTED')
  test.each(UNSEEN)(
    'an account that is %s cannot be told from one that does not exist, by any question',
    async (state) => {
      const absent = await toldOf(newHandle())
      const { handle } = await insertNamed(state)
      expect(await toldOf(handle)).toBe(absent)
    },
  )
  test.each(['INTERNAL_GENERAL_AUDIENCE', 'NON_OPERATIONAL_AWARENESS'])(
    'nor can an active one whose use is %s',
    async (use) => {
      const absent = await toldOf(newHandle())
      const { handle } = await insertNamed('ACTIVE', { use_category: use })
      expect(await toldOf(handle)).toBe(absent)
    },
  )
  test('not being listed is never worded as being fake', async () => {
    const { message } = await verify(`https://x.com/${newHandle()}`)
    expect(message).not.toMatch(/fake|fraud|impost|unofficial|imperson/i)
  })
  test.each([
    ['a prohibited platform', 'https://www.tiktok.com/@somebody', 'PROHIBITED_PLATFORM'],
    ['no account in the input', 'https://x.com/', 'NOT_AN_ACCOUNT'],
    ['a platform not known here', 'https://nowhere.example/somebody', 'UNKNOWN_PLATFORM'],
  ])('%s', async (_what, input, outcome) => {
    expect((await verify(input)).outcome).toBe(outcome)
  })
  test('a name that looks like a listed one is shown beside it', async () => {
    const { handle } = await insertNamed('ACTIVE')
    const { outcome, similar } = await verify(`https://x.com/${handle}_`)
    expect(outcome).toBe('NOT_LISTED')
    expect(similar).toContainEqual({ slug: `x-${handle.toLowerCase()}` })
  })
  test('a row archived elsewhere is history and not proof', async () => {
    const handle = newHandle()
    const listing = {
      id: newId(),
      source: 'Federal registry',
      source_record: handle,
      status: 'ARCHIVED',
      platform_id: app.world.platforms['X'],
    }
    const names = {
      canonical_key: handle.toLowerCase(),
      handle,
      profile_url: `https://x.com/${handle}`,
      title: 'Once',
    }
    await insertRow(app, 'listing', {
      ...listing,
      ...names,
      listed_on: '2021-05-04',
      migration_id: await insertMigration(app),
    })
    const { outcome, message, account } = await verify(`https://x.com/${handle}`)
    expect([outcome, account]).toEqual(['NOT_LISTED', null])
    expect(message).toMatch(/archived/i)
    expect(message).toMatch(/not confirmed/i)
    expect(message).toContain('2021')
  })
  test('an imported account says when a register listed it and never that it is official since', async () => {
    const handle = newHandle()
    await insertImported(app, 'CBP', {
      handle,
      canonical_key: handle.toLowerCase(),
      profile_url: `https://x.com/${handle}`,
      slug: `x-${handle.toLowerCase()}`,
    })
    const { outcome, message, since, listedOn, source } = await verify(`https://x.com/${handle}`)
    expect([outcome, since, listedOn, source]).toEqual(['OFFICIAL', null, '2024-09-01', 'Test register'])
    expect(message).not.toMatch(/official since/i)
  })
  test('a day before the first known one is refused with that day', async () => {
    const { handle } = await insertNamed('ACTIVE')
    const answer = await app.as(null, VERIFY, { input: `https://x.com/${handle}`, on: '1999-01-01' })
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT')
    expect(answer.errors?.[0]?.message).toMatch(/\d{4}/)
  })
})

describe('V.B.6: an account that gets another name', () => {
  test('is official under the new one and formerly official under the old, also when somebody else takes it', async () => {
    const { handle, id } = await insertNamed('ACTIVE')
    const renamed = newHandle()
    await act(app, 'manager-cbp', 'renameAccount', { accountId: id, profileUrl: `https://x.com/${renamed}` })
    expect((await verify(`https://x.com/${renamed}`)).outcome).toBe('OFFICIAL')
    const former = await verify(`https://x.com/${handle}`)
    expect(former.outcome).toBe('FORMERLY_OFFICIAL')
    expect(former.message).toContain(renamed)
    expect(former.account).toEqual({ slug: `x-${handle.toLowerCase()}`, status: 'OFFICIAL' })
  })
  test('gets back its first name and is official under it again', async () => {
    const { handle, id } = await insertNamed('ACTIVE')
    await act(app, 'manager-cbp', 'renameAccount', {
      accountId: id,
      profileUrl: `https://x.com/${newHandle()}`,
    })
    await act(app, 'manager-cbp', 'renameAccount', { accountId: id, profileUrl: `https://x.com/${handle}` })
    expect((await verify(`https://x.com/${handle}`)).outcome).toBe('OFFICIAL')
  })
  test('stays on its platform, and takes no name that another has', async () => {
    const { id } = await insertNamed('ACTIVE')
    const { handle: taken } = await insertNamed('ACTIVE')
    const elsewhere = await act(app, 'manager-cbp', 'renameAccount', {
      accountId: id,
      profileUrl: 'https://www.facebook.com/TestOutpost',
    })
    expect(elsewhere.issues.map(({ path }) => path)).toEqual(['profileUrl'])
    expect(
      (
        await act(app, 'manager-cbp', 'renameAccount', {
          accountId: id,
          profileUrl: `https://x.com/${taken}`,
        })
      ).__typename,
    ).toBe('ConflictError')
  })
})

describe('V.B.6: from a request to the public page and off it again', () => {
  test('each step shows at once', async () => {
    const handle = newHandle()
    const outcome = async () => (await verify(`https://x.com/${handle}`)).outcome
    const account = await act(
      app,
      'manager-cbp',
      'requestAccount',
      requestInput(app, { profileUrl: `https://x.com/${handle}` }),
    )
    const accountId = account.id
    expect(await outcome()).toBe('NOT_LISTED')
    await act(app, 'director-cbp', 'endorseAccount', { accountId })
    await act(app, 'cio', 'attestAccountSecurity', { accountId, attestation: 'ATTESTED' })
    await act(app, 'opa', 'permitAccount', { accountId })
    await act(app, 'aspa', 'approveAccount', { accountId })
    expect(await outcome()).toBe('NOT_LISTED')
    await act(app, 'director-cbp', 'assignPrimaryContact', {
      accountId,
      personId: app.personId('manager-cbp'),
    })
    await act(app, 'manager-cbp', 'activateAccount', { accountId })
    expect(await outcome()).toBe('OFFICIAL')
    await act(app, 'cio', 'suspendAccount', { accountId, ...REASON })
    expect(await outcome()).toBe('SUSPENDED')
    await act(app, 'opa', 'reinstateAccount', { accountId, ...REASON })
    expect(await outcome()).toBe('OFFICIAL')
  })
  test('the changes of the list name the account and the day, and neither people nor reasons', async () => {
    const { id } = await accountIn(app, 'SUSPENDED')
    const { rows } = await app.owner.query('select slug from account where id = $1', [rawId(id)])
    const answer = await app.as(
      null,
      '{ directoryChanges(first: 100) { edges { node { kind at account { slug } } } } }',
    )
    const kinds = answer.data.directoryChanges.edges
      .filter(({ node }: { node: { account: { slug: string } } }) => node.account.slug === rows[0].slug)
      .map(({ node }: { node: { kind: string } }) => node.kind)
    expect(kinds).toEqual(['SUSPENDED', 'LISTED'])
    expect(JSON.stringify(answer)).not.toContain('Because the test says so')
  })
})
