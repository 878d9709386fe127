import type { ReviewKind } from '@official-accounts/domain/platform/platform'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, requestInput, type Outcome } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertPlatform, nextNumber, rawId, rulesFor } from '../support/records.ts'
import { OFFICES, passedReview } from '../support/reviews.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const clauseIds = ({ clauses }: Outcome) => clauses.map(({ id }) => id)

async function propose(persona = 'opa'): Promise<Outcome & { host: string }> {
  const number = nextNumber()
  const host = `proposal${number}.example`
  const input = {
    name: `Proposal ${number}`,
    homepageUrl: `https://${host}/`,
    purpose: 'To be heard there.',
    rules: rulesFor(host),
  }
  return { ...(await act(app, persona, 'proposePlatform', input)), host }
}

function review(persona: string, platformId: string, kind: ReviewKind, outcome = 'PASSED'): Promise<Outcome> {
  const conditions = outcome === 'PASSED_WITH_CONDITIONS' ? { conditions: 'As the test has it.' } : {}
  return act(app, persona, 'recordPlatformReview', {
    platformId,
    ...passedReview(kind),
    outcome,
    ...conditions,
  })
}

async function reviewed(outcome = 'PASSED'): Promise<string> {
  const { id } = await propose()
  for (const [kind, persona] of OFFICES)
    await review(persona, id, kind, kind === 'PRIVACY' ? outcome : 'PASSED')
  return id
}

describe('IV.A.2: platforms first', () => {
  test('a platform goes from its proposal through seven reviews to its approval, and then carries accounts', async () => {
    const proposed = await propose('manager-cbp')
    const platformId = proposed.id
    const request = requestInput(app, { profileUrl: `https://${proposed.host}/TestOffice` })
    expect(clauseIds(await act(app, 'manager-cbp', 'requestAccount', request))).toContain('V.B.1')
    for (const [kind, persona] of OFFICES)
      expect((await review(persona, platformId, kind)).state).toBe('UNDER_REVIEW')
    expect((await act(app, 'aspa', 'approvePlatform', { platformId })).state).toBe('APPROVED')
    expect((await act(app, 'manager-cbp', 'requestAccount', request)).state).toBe('REQUESTED')
  })
  test.each(OFFICES)(
    'the %s review is given by its own office, under its clause',
    async (kind, persona, other, clause) => {
      const { id } = await propose()
      const refused = await review(other, id, kind)
      expect(refused.__typename).toBe('ForbiddenError')
      expect(clauseIds(refused)).toEqual([clause])
      expect((await review(persona, id, kind)).state).toBe('UNDER_REVIEW')
    },
  )
  test.each(OFFICES)(
    'without the %s review there is no approval',
    async (missing, _persona, _other, clause) => {
      const { id } = await propose()
      for (const [kind, persona] of OFFICES) if (kind !== missing) await review(persona, id, kind)
      const refused = await act(app, 'aspa', 'approvePlatform', { platformId: id })
      expect(refused.__typename).toBe('PolicyRefusalError')
      expect(clauseIds(refused)).toEqual(['IV.A.2', clause])
    },
  )
  test('a review that failed stops the approval until the same office gives another', async () => {
    const platformId = await reviewed('FAILED')
    const refused = await act(app, 'aspa', 'approvePlatform', { platformId })
    expect(refused.message).toContain('negative')
    expect(clauseIds(refused)).toContain('IV.C.3')
    await review('privacy', platformId, 'PRIVACY', 'PASSED_WITH_CONDITIONS')
    expect((await act(app, 'aspa', 'approvePlatform', { platformId })).state).toBe('APPROVED')
  })
  test('nobody decides on a platform they proposed', async () => {
    const platformId = await insertPlatform(app, 'UNDER_REVIEW', {
      proposed_by_id: rawId(app.personId('aspa')),
    })
    for (const name of ['approvePlatform', 'denyPlatform']) {
      expect(clauseIds(await act(app, 'aspa', name, { platformId, ...REASON }))).toEqual(['V.B.2'])
    }
  })
  test('a denied platform carries no account and is not brought back by an approval', async () => {
    const platformId = await reviewed()
    expect((await act(app, 'aspa', 'denyPlatform', { platformId, ...REASON })).state).toBe('DENIED')
    expect((await act(app, 'aspa', 'approvePlatform', { platformId })).__typename).toBe('InvalidStateError')
  })
  test('a denial gives its reason', async () => {
    const platformId = await insertPlatform(app, 'UNDER_REVIEW')
    const refused = await act(app, 'aspa', 'denyPlatform', { platformId, reason: '  ' })
    expect(refused.issues.map(({ path }) => path)).toEqual(['reason'])
  })
  test('the same platform is not proposed twice, nor a host of another', async () => {
    const { host } = await propose()
    const again = { homepageUrl: `https://${host}/`, purpose: 'Again.', rules: rulesFor(`www.${host}`) }
    expect((await act(app, 'opa', 'proposePlatform', { name: 'X', ...again })).__typename).toBe(
      'ConflictError',
    )
    const stolen = {
      name: `Thief of ${host}`,
      homepageUrl: `https://${host}/`,
      purpose: 'To be heard.',
      rules: rulesFor(host),
    }
    expect((await act(app, 'opa', 'proposePlatform', stolen)).__typename).toBe('ConflictError')
  })
})

describe('IV.A.5: a platform is suspended and brought back', () => {
  test('nothing is activated on it meanwhile, and everything live on it is flagged once', async () => {
    const platformId = await insertPlatform(app, 'APPROVED')
    const columns = { platform_id: rawId(platformId) }
    const active = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp', columns })
    const approved = await insertAccount(app, 'APPROVED', { primary: 'manager-cbp', columns })
    const denied = await insertAccount(app, 'DENIED', { columns })
    await act(app, 'aspa', 'suspendPlatform', { platformId, ...REASON })
    expect(clauseIds(await act(app, 'manager-cbp', 'activateAccount', { accountId: approved }))).toContain(
      'V.B.1',
    )
    const flags = await Promise.all([active, approved, denied].map(reviewOf))
    expect(flags.map((since) => since !== null)).toEqual([true, true, false])
    const { rows } = await app.owner.query(
      `select chain_id, changes from audit_entry where subject_id = $1 and action = 'platform.suspend' and outcome = 'ACCEPTED'`,
      [rawId(platformId)],
    )
    expect(rows.map(({ chain_id }) => chain_id)).toContain(app.world.components['CBP'])
    expect(
      rows
        .flatMap(({ changes }) => changes)
        .find(({ field }: { field: string }) => field === 'accountsUnderReview').after,
    ).toEqual([rawId(active), rawId(approved)].sort())
  })
  test('it comes back by the Assistant Secretary alone, and not over a failed review', async () => {
    const failed = await insertPlatform(app, 'SUSPENDED', {}, 'FAILED')
    expect(
      clauseIds(await act(app, 'aspa', 'reinstatePlatform', { platformId: failed, ...REASON })),
    ).toContain('IV.A.2')
    const platformId = await insertPlatform(app, 'SUSPENDED')
    expect((await act(app, 'opa', 'reinstatePlatform', { platformId, ...REASON })).__typename).toBe(
      'ForbiddenError',
    )
    expect((await act(app, 'aspa', 'reinstatePlatform', { platformId, ...REASON })).state).toBe('APPROVED')
  })
})

async function reviewOf(id: string): Promise<string | null> {
  const answer = await app.as('opa', 'query ($id: ID!) { account(id: $id) { platformReviewSince } }', { id })
  return answer.data.account.platformReviewSince
}

describe('V.B.1: what a statute prohibits', () => {
  test.each(['PROPOSED', 'UNDER_REVIEW', 'APPROVED', 'SUSPENDED', 'DENIED', 'RETIRED'] as const)(
    'a platform that is %s is prohibited with the law and the day, and no way leads back',
    async (state) => {
      const platformId = await insertPlatform(app, state)
      const input = { platformId, ...REASON, prohibitedByLaw: 'Test Act', prohibitedOn: '2022-12-29' }
      expect((await act(app, 'aspa', 'prohibitPlatform', input)).state).toBe('PROHIBITED')
      for (const name of [
        'approvePlatform',
        'reinstatePlatform',
        'suspendPlatform',
        'retirePlatform',
        'denyPlatform',
      ]) {
        expect((await act(app, 'aspa', name, { platformId, ...REASON })).__typename).toBe('InvalidStateError')
      }
    },
  )
  test('a prohibition names its law and a day that exists', async () => {
    const platformId = await insertPlatform(app, 'APPROVED')
    const refused = await act(app, 'aspa', 'prohibitPlatform', {
      platformId,
      ...REASON,
      prohibitedByLaw: ' ',
      prohibitedOn: '2022-02-30',
    })
    expect(refused.issues.map(({ path }) => path).sort()).toEqual(['prohibitedByLaw', 'prohibitedOn'])
  })
})

describe('I.B.4: what is no longer used ends', () => {
  test('a platform is retired only after its last account', async () => {
    const platformId = await insertPlatform(app, 'APPROVED')
    const columns = { platform_id: rawId(platformId) }
    const accountId = await insertAccount(app, 'RETIRING', {
      columns,
      confirmed: [{ kind: 'DEACTIVATION', by: 'opa' }],
    })
    expect(clauseIds(await act(app, 'aspa', 'retirePlatform', { platformId, ...REASON }))).toEqual([
      'I.B.4',
      'V.B.11',
    ])
    await act(app, 'records', 'confirmArchive', {
      accountId,
      archiveLocation: 'archive/1',
      archiveSha256: 'ab'.repeat(32),
    })
    expect((await act(app, 'aspa', 'retirePlatform', { platformId, ...REASON })).state).toBe('RETIRED')
  })
})
