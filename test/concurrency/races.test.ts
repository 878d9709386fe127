import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, requestInput } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { eightTimes, race, tally } from '../support/race.ts'
import {
  insertAccount,
  insertImported,
  insertPerson,
  insertPlatform,
  nextNumber,
  rawId,
} from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const ROUNDS = 5
const rounds = Array.from({ length: ROUNDS }, (_, round) => round + 1)
const REASON = { reason: 'Because the test says so.' }

async function accountRow(id: string) {
  const { rows } = await app.owner.query('select state, version from account where id = $1', [rawId(id)])
  return rows[0]
}

async function accepted(id: string): Promise<readonly string[]> {
  const { rows } = await app.owner.query(
    `select action from audit_entry where subject_id = $1 and outcome = 'ACCEPTED' order by id`,
    [rawId(id)],
  )
  return rows.map(({ action }) => action)
}

describe.each(rounds)('eight callers at once, round %i', () => {
  test('approve one account: exactly one does, and the others are told its state', async () => {
    const accountId = await insertAccount(app, 'ENDORSED', { permitted: true })
    const ends = await race(
      app,
      eightTimes({ persona: 'aspa', mutation: 'approveAccount', input: { accountId } }),
    )
    expect(tally(ends)).toEqual({ ACCEPTED: 1, InvalidStateError: 7 })
    expect(await accountRow(accountId)).toEqual({ state: 'APPROVED', version: 2 })
    expect(await accepted(accountId)).toEqual(['account.approve'])
  })
  test('approve and withdraw one account: one of the two happens and never both', async () => {
    const accountId = await insertAccount(app, 'ENDORSED', { permitted: true })
    const approve = { persona: 'aspa', mutation: 'approveAccount', input: { accountId } }
    const deny = { persona: 'opa', mutation: 'denyAccount', input: { accountId, ...REASON } }
    const ends = await race(app, [approve, deny, approve, deny, approve, deny, approve, deny])
    expect(tally(ends)).toEqual({ ACCEPTED: 1, InvalidStateError: 7 })
    const { state, version } = await accountRow(accountId)
    expect([state, version]).toEqual([
      (await accepted(accountId))[0] === 'account.approve' ? 'APPROVED' : 'DENIED',
      2,
    ])
  })
  test('permit twice and withdraw: every accepted act is one version, in an order the states allow', async () => {
    const accountId = await insertAccount(app, 'ENDORSED')
    const permit = { persona: 'opa', mutation: 'permitAccount', input: { accountId } }
    const withdraw = { persona: 'manager-cbp', mutation: 'withdrawAccountRequest', input: { accountId } }
    const ends = await race(app, [permit, permit, withdraw, permit, permit, withdraw, permit, permit])
    const acts = await accepted(accountId)
    expect(ends.filter((end) => end === 'ACCEPTED').length).toBe(acts.length)
    expect([['account.withdrawRequest'], ['account.permit', 'account.withdrawRequest']]).toContainEqual(acts)
    expect(ends.every((end) => ['ACCEPTED', 'PolicyRefusalError', 'InvalidStateError'].includes(end))).toBe(
      true,
    )
    expect(await accountRow(accountId)).toEqual({ state: 'WITHDRAWN', version: 1 + acts.length })
  })
  test('permit one account: one permission is recorded', async () => {
    const accountId = await insertAccount(app, 'ENDORSED')
    const ends = await race(
      app,
      eightTimes({ persona: 'opa', mutation: 'permitAccount', input: { accountId } }),
    )
    expect(tally(ends)).toEqual({ ACCEPTED: 1, PolicyRefusalError: 7 })
    const { rows } = await app.owner.query('select count(*)::int as n from decision where account_id = $1', [
      rawId(accountId),
    ])
    expect(rows).toEqual([{ n: 1 }])
  })
  test('name eight primary contacts: one holds at the end, each before it handed over', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'contractor-cbp' })
    const people = await Promise.all(Array.from({ length: 8 }, () => insertPerson(app, 'CBP')))
    const ends = await race(
      app,
      people.map((personId) => ({
        persona: 'director-cbp',
        mutation: 'assignPrimaryContact',
        input: { accountId, personId },
      })),
    )
    expect(tally(ends)).toEqual({ ACCEPTED: 8 })
    const { rows } = await app.owner.query(
      `select count(*)::int as current from contact where account_id = $1 and role = 'PRIMARY' and ended_at is null`,
      [rawId(accountId)],
    )
    expect(rows).toEqual([{ current: 1 }])
    expect((await accountRow(accountId)).version).toBe(9)
  })
  test('name eight primary contacts of one version: one does and seven are stale', async () => {
    const accountId = await insertAccount(app, 'ACTIVE')
    const people = await Promise.all(Array.from({ length: 8 }, () => insertPerson(app, 'CBP')))
    const ends = await race(
      app,
      people.map((personId) => ({
        persona: 'director-cbp',
        mutation: 'assignPrimaryContact',
        input: { accountId, personId, expectedVersion: 1 },
      })),
    )
    expect(tally(ends)).toEqual({ ACCEPTED: 1, StaleVersionError: 7 })
  })
  test('request one identity: one request, and seven conflicts that point to it', async () => {
    const profileUrl = `https://x.com/TestRace${nextNumber()}`
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        act(app, 'manager-cbp', 'requestAccount', requestInput(app, { profileUrl })),
      ),
    )
    const [winner] = answers.filter(({ __typename }) => __typename === 'Account')
    const losers = answers.filter(({ __typename }) => __typename === 'ConflictError')
    expect(losers.length).toBe(7)
    expect(losers.every(({ existingId }) => existingId === null || existingId === winner?.id)).toBe(true)
  })
  test('claim one imported account: one claim', async () => {
    const accountId = await insertImported(app, 'CBP')
    const ends = await race(
      app,
      eightTimes({ persona: 'manager-cbp', mutation: 'claimAccount', input: { accountId } }),
    )
    expect(tally(ends)).toEqual({ ACCEPTED: 1, PolicyRefusalError: 7 })
  })
  test('confirm an end by the same two people: RETIRED once, with one confirmation of each kind', async () => {
    const accountId = await insertAccount(app, 'RETIRING')
    const gone = {
      persona: 'opa',
      mutation: 'confirmDeactivation',
      input: { accountId, observation: 'Gone.' },
    }
    const kept = {
      persona: 'records',
      mutation: 'confirmArchive',
      input: { accountId, archiveLocation: 'archive/1', archiveSha256: 'ab'.repeat(32) },
    }
    const ends = await race(app, [gone, kept, gone, kept, gone, kept, gone, kept])
    expect(ends.filter((end) => end === 'ACCEPTED').length).toBe(2)
    expect(ends.every((end) => ['ACCEPTED', 'PolicyRefusalError', 'InvalidStateError'].includes(end))).toBe(
      true,
    )
    expect(await accountRow(accountId)).toEqual({ state: 'RETIRED', version: 3 })
  })
  test('grant one role: held once', async () => {
    const personId = await insertPerson(app, null)
    const ends = await race(
      app,
      eightTimes({
        persona: 'admin',
        mutation: 'grantRole',
        input: { personId, role: 'ANALYST', ...REASON },
      }),
    )
    expect(tally(ends)).toEqual({ ACCEPTED: 1, ConflictError: 7 })
  })
  test('propose one platform: known once', async () => {
    const number = nextNumber()
    const rules = {
      hosts: [`race${number}.example`],
      parameters: { name: { characters: 'a-z', min: 1, max: 9 } },
      kinds: { name: { key: '{name}', handle: '{name}', url: `https://race${number}.example/{name}` } },
      patterns: [{ match: '/{name}', means: 'ACCOUNT', kind: 'name' }],
      tabs: [],
    }
    const input = {
      name: `Race ${number}`,
      homepageUrl: `https://race${number}.example/`,
      purpose: 'To be heard.',
      rules,
    }
    const ends = await race(app, eightTimes({ persona: 'opa', mutation: 'proposePlatform', input }))
    expect(tally(ends)).toEqual({ ACCEPTED: 1, ConflictError: 7 })
  })
  test('suspend a platform while its accounts are activated: no account slips past the review', async () => {
    const platformId = await insertPlatform(app, 'APPROVED')
    const accounts = await Promise.all(
      Array.from({ length: 7 }, () =>
        insertAccount(app, 'APPROVED', {
          primary: 'contractor-cbp',
          columns: { platform_id: rawId(platformId) },
        }),
      ),
    )
    const activate = accounts.map((accountId) => ({
      persona: 'manager-cbp',
      mutation: 'activateAccount',
      input: { accountId },
    }))
    const suspend = { persona: 'aspa', mutation: 'suspendPlatform', input: { platformId, ...REASON } }
    const ends = await race(app, [...activate.slice(0, 3), suspend, ...activate.slice(3)])
    expect(ends[3]).toBe('ACCEPTED')
    expect(ends.every((end) => ['ACCEPTED', 'PolicyRefusalError'].includes(end))).toBe(true)
    const { rows } = await app.owner.query(
      'select count(*)::int as n from account where platform_id = $1 and platform_review_since is null',
      [rawId(platformId)],
    )
    expect(rows).toEqual([{ n: 0 }])
  })
  test('suspend accounts and their platform: deadlocks are tried again and nobody sees one', async () => {
    const platformId = await insertPlatform(app, 'APPROVED')
    const accounts = await Promise.all(
      Array.from({ length: 6 }, () =>
        insertAccount(app, 'ACTIVE', {
          primary: 'contractor-cbp',
          columns: { platform_id: rawId(platformId) },
        }),
      ),
    )
    const one = accounts.map((accountId) => ({
      persona: 'opa',
      mutation: 'suspendAccount',
      input: { accountId, ...REASON },
    }))
    const ends = await race(app, [
      ...one.slice(0, 3),
      { persona: 'aspa', mutation: 'suspendPlatform', input: { platformId, ...REASON } },
      ...one.slice(3),
    ])
    expect(tally(ends)).toEqual({ ACCEPTED: 7 })
  })
})
