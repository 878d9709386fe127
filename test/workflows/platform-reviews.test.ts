import type { ReviewKind } from '@official-accounts/domain/platform/platform'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { rawId } from '../support/records.ts'
import { clauseIds, createReviewApp, paths, REASON, type ReviewApp } from '../support/review-app.ts'
import { OFFICES, passedReview } from '../support/reviews.ts'

let app: ReviewApp
beforeAll(async () => {
  app = await createReviewApp()
})
afterAll(() => app.close())

describe('IV.A.2: a proposal opens the reviews that apply, as the policy’s rows say', () => {
  test('each has its office and its day', async () => {
    const reviews = await app.reviewsOf(await app.propose())
    const offices = Object.entries(REVIEW_OFFICES).map(([kind, { role }]) => [
      kind,
      role,
      'DUE',
      '2026-12-22',
    ])
    expect(
      [...reviews.values()].map(({ kind, office, outcome, dueOn }) => [kind, office, outcome, dueOn]),
    ).toEqual(offices)
  })
  test('the offices in the rows are those that the Directive names, and unsettled numbers say so', async () => {
    const answer = await app.as('cio', '{ reviewRequirements { kind office settled } }')
    expect(answer.data.reviewRequirements).toHaveLength(7)
    for (const { kind, office } of answer.data.reviewRequirements as { kind: ReviewKind; office: string }[])
      expect(office).toBe(REVIEW_OFFICES[kind].role)
    expect(answer.data.reviewRequirements[0].settled).toBe(false)
  })
  test('the Assistant Secretary settles by when, how long and for what; the next proposal follows', async () => {
    const settled = { kind: 'RECORDS', dueDays: 10, validDays: 100, appliesTo: ['PROFILE'], ...REASON }
    expect((await act(app, 'opa', 'settleReviewRequirement', settled)).__typename).toBe('ForbiddenError')
    const zero = await act(app, 'aspa', 'settleReviewRequirement', { ...settled, dueDays: 0, appliesTo: [] })
    expect(paths(zero)).toEqual(['appliesTo', 'dueDays'])
    expect((await act(app, 'aspa', 'settleReviewRequirement', settled)).code).toBeUndefined()
    const platformId = await app.propose()
    expect((await app.reviewsOf(platformId)).get('RECORDS').dueOn).toBe('2026-12-02')
    await app.record(platformId, 'RECORDS')
    expect((await app.reviewsOf(platformId)).get('RECORDS').expiresOn).toBe('2027-03-02')
    await act(app, 'aspa', 'settleReviewRequirement', { ...settled, appliesTo: ['TOOL'] })
    expect((await app.reviewsOf(await app.propose())).has('RECORDS')).toBe(false)
    await act(app, 'aspa', 'settleReviewRequirement', { ...settled, appliesTo: ['PROFILE', 'TOOL'] })
  })
  test('who settled it, when and why is on record, and what was settled before is compared', async () => {
    const document = `{ reviewRequirements { kind settled settledAt reason settledBy { displayName }
      availableActions { action allowed } } }`
    const read = async (persona: string) =>
      (await app.as(persona, document)).data.reviewRequirements as { kind: string }[]
    const security = async (persona: string) => (await read(persona)).find(({ kind }) => kind === 'SECURITY')
    expect(await security('opa')).toEqual({
      kind: 'SECURITY',
      settled: false,
      settledAt: null,
      reason: null,
      settledBy: null,
      availableActions: [{ action: 'settleReviewRequirement', allowed: false }],
    })
    const settled = { kind: 'SECURITY', dueDays: 20, validDays: 200, appliesTo: ['PROFILE', 'TOOL'] }
    await act(app, 'aspa', 'settleReviewRequirement', { ...settled, ...REASON, expectedVersion: 1 })
    expect(await security('aspa')).toMatchObject({
      settled: true,
      settledAt: '2026-11-22T09:00:00.000Z',
      ...REASON,
      availableActions: [{ action: 'settleReviewRequirement', allowed: true }],
    })
    const stale = { ...settled, ...REASON, expectedVersion: 1 }
    expect((await act(app, 'aspa', 'settleReviewRequirement', stale)).__typename).toBe('StaleVersionError')
  })
  test('a review that comes to be asked of a platform waits for it, and its approval with it', async () => {
    const settle = (appliesTo: string[]) => {
      const settled = { kind: 'ACCESSIBILITY', dueDays: 5, validDays: 100, appliesTo, ...REASON }
      return act(app, 'aspa', 'settleReviewRequirement', settled)
    }
    await settle(['TOOL'])
    const platformId = await app.reviewed({ ACCESSIBILITY: null })
    expect((await app.reviewsOf(platformId)).has('ACCESSIBILITY')).toBe(false)
    await settle(['PROFILE', 'TOOL'])
    expect((await app.reviewsOf(platformId)).get('ACCESSIBILITY')).toMatchObject({
      outcome: 'DUE',
      dueOn: '2026-11-27',
    })
    const refused = await act(app, 'aspa', 'approvePlatform', { platformId })
    expect(clauseIds(refused)).toEqual(['IV.A.2', 'IV.B.1'])
    await app.record(platformId, 'ACCESSIBILITY')
    expect((await act(app, 'aspa', 'approvePlatform', { platformId })).state).toBe('APPROVED')
  })
  test('a platform that was only known gets all its reviews with the first one', async () => {
    const platformId = app.platformId('Reddit')
    expect((await app.record(platformId, 'SECURITY')).state).toBe('UNDER_REVIEW')
    const refused = await act(app, 'aspa', 'approvePlatform', { platformId })
    expect(clauseIds(refused)).toEqual(['IV.A.2', 'IV.B.1'])
    expect((await app.reviewsOf(platformId)).size).toBe(7)
  })
})

describe('M-13-10: the terms are read, and none binds the department without limit', () => {
  test('what passes says what was found on indemnification, and which text of which day was read', async () => {
    const platformId = await app.propose()
    const bare = { indemnification: null, textSha256: null, textDatedOn: null }
    expect(paths(await app.record(platformId, 'TERMS_OF_SERVICE', bare))).toEqual([
      'indemnification',
      'textDatedOn',
      'textSha256',
    ])
    await app.record(platformId, 'TERMS_OF_SERVICE')
    expect((await app.reviewsOf(platformId)).get('TERMS_OF_SERVICE').report).toMatchObject({
      indemnification: 'REMOVED_BY_AMENDMENT',
      textSha256: 'ab'.repeat(32),
      textDatedOn: '2026-01-31',
    })
  })
  test('open-ended indemnification never passes', async () => {
    const refused = await app.record(await app.propose(), 'TERMS_OF_SERVICE', {
      indemnification: 'OPEN_ENDED',
    })
    expect(clauseIds(refused)).toEqual(['III.I'])
  })
  test('a digest that is none, a day to come and an address without https are refused by name', async () => {
    const wrong = { textSha256: 'abc', textUrl: 'http://terms.example/' }
    expect(paths(await app.record(await app.propose(), 'TERMS_OF_SERVICE', wrong))).toEqual([
      'textSha256',
      'textUrl',
    ])
    const early = await app.record(await app.propose(), 'TERMS_OF_SERVICE', { textDatedOn: '2026-11-23' })
    expect(paths(early)).toEqual(['textDatedOn'])
  })
})

describe('M-10-23, IV.C.3: privacy is analyzed, and assessed where people may become known', () => {
  test('without personal information the threshold analysis is enough', async () => {
    const platformId = await app.propose()
    const simple = { threshold: 'NO_PERSONAL_INFORMATION', assessment: null, use: null }
    expect((await app.record(platformId, 'PRIVACY', simple)).state).toBe('UNDER_REVIEW')
  })
  test('otherwise all eight parts are needed, and whether the use goes one way or two', async () => {
    const platformId = await app.propose()
    expect(paths(await app.record(platformId, 'PRIVACY', { threshold: null }))).toEqual(['threshold'])
    const refused = await app.record(platformId, 'PRIVACY', {
      assessment: { sharing: 'With nobody.' },
      use: null,
    })
    expect(paths(refused)).toHaveLength(8)
    expect(paths(refused)).toContain('use')
    expect(paths(refused)).not.toContain('assessment.sharing')
  })
  test('one assessment covers comparable platforms; its appendix says how each is used', async () => {
    const [first, second] = [await app.propose(), await app.propose()]
    const slug = await app.slugOf(second)
    const also = { alsoCovers: [{ platform: slug, use: 'ONE_WAY' }] }
    expect((await app.record(first, 'PRIVACY', also)).code).toBeUndefined()
    const [of1, of2] = await Promise.all([app.reviewsOf(first), app.reviewsOf(second)])
    expect(of1.get('PRIVACY').report.id).toBe(of2.get('PRIVACY').report.id)
    const appendix = of2.get('PRIVACY').report.coverage as { use: string; platform: { id: string } }[]
    expect(new Map(appendix.map(({ use, platform }) => [platform.id, use]))).toEqual(
      new Map([
        [first, 'TWO_WAY'],
        [second, 'ONE_WAY'],
      ]),
    )
    const again = {
      use: 'ONE_WAY',
      alsoCovers: [{ platform: slug, use: 'TWO_WAY' }],
      findings: 'Used otherwise.',
    }
    await app.record(first, 'PRIVACY', again)
    const { id } = (await app.reviewsOf(first)).get('PRIVACY').report
    const { data } = await app.as(
      'privacy',
      `query ($id: ID!) { reviewReport(id: $id) {
        coverage { platform { id } use previousReport { id } changes { field before after } } } }`,
      { id },
    )
    const covered = new Map(
      (data.reviewReport.coverage as { platform: { id: string } }[]).map((one) => [one.platform.id, one]),
    )
    const previousReport = { id: of1.get('PRIVACY').report.id }
    expect(covered.get(first)).toMatchObject({ use: 'ONE_WAY', previousReport })
    expect(covered.get(second)).toMatchObject({
      use: 'TWO_WAY',
      previousReport,
      changes: [
        { field: 'findings', before: 'Nothing stands against it.', after: 'Used otherwise.' },
        { field: 'use', before: 'ONE_WAY', after: 'TWO_WAY' },
      ],
    })
    const entries = await app.owner.query(
      `select count(*)::int as count from audit_entry where action = 'platform.review' and outcome = 'ACCEPTED' and subject_id = any ($1)`,
      [[rawId(first), rawId(second)]],
    )
    expect(entries.rows[0].count).toBe(4)
  })
  test('a platform twice in one review, or one that does not exist, is refused, and nothing is written', async () => {
    const platformId = await app.propose()
    const twice = { alsoCovers: [{ platform: await app.slugOf(platformId) }] }
    expect(paths(await app.record(platformId, 'SECURITY', twice))).toEqual(['alsoCovers'])
    const unknown = { alsoCovers: [{ platform: 'no-such-platform' }] }
    expect(paths(await app.record(platformId, 'SECURITY', unknown))).toEqual(['alsoCovers.0.platform'])
    expect((await app.reviewsOf(platformId)).get('SECURITY').outcome).toBe('DUE')
  })
  test('a review does not reach a platform that is prohibited', async () => {
    const prohibited = { alsoCovers: [{ platform: 'tiktok' }] }
    expect((await app.record(await app.propose(), 'SECURITY', prohibited)).__typename).toBe(
      'InvalidStateError',
    )
  })
})

describe('a review by the wrong office is refused under the clause that names the right one', () => {
  test.each(OFFICES)('%s', async (kind, _persona, other, clause) => {
    const platformId = await app.propose()
    const refused = await act(app, other, 'recordPlatformReview', { platformId, ...passedReview(kind) })
    expect([refused.__typename, ...clauseIds(refused)]).toEqual(['ForbiddenError', clause])
    expect((await app.reviewsOf(platformId)).get(kind).outcome).toBe('DUE')
  })
  test('what belongs to another review is refused where it stands', async () => {
    const strange = { threshold: 'ASSESSMENT_NEEDED', indemnification: 'NONE' }
    expect(paths(await app.record(await app.propose(), 'SECURITY', strange))).toEqual([
      'indemnification',
      'threshold',
    ])
  })
  test('conditions are named, and an end that has passed is none', async () => {
    const platformId = await app.propose()
    const unnamed = { outcome: 'PASSED_WITH_CONDITIONS', conditions: ' ' }
    expect(paths(await app.record(platformId, 'SECURITY', unnamed))).toEqual(['conditions'])
    expect(paths(await app.record(platformId, 'SECURITY', { expiresOn: '2026-11-22' }))).toEqual([
      'expiresOn',
    ])
    expect(paths(await app.record(platformId, 'SECURITY', { expiresOn: '9999-12-31' }))).toEqual([
      'expiresOn',
    ])
  })
})
