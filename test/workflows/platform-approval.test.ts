import {
  reopenAllExpiredReviews,
  reopenExpiredReviews,
} from '@official-accounts/commands/platform/reopen-expired-reviews'
import { runCommand } from '@official-accounts/commands/run-command'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { insertPlatform, rawId } from '../support/records.ts'
import { clauseIds, createReviewApp, paths, REASON, type ReviewApp } from '../support/review-app.ts'
import { OFFICES } from '../support/reviews.ts'

let app: ReviewApp
beforeAll(async () => {
  app = await createReviewApp()
})
afterAll(() => app.close())
beforeEach(() => app.later(0))

describe('IV.A.2: the Assistant Secretary decides with every review in view', () => {
  const NEGATIVE = { outcome: 'FAILED' }
  test.each(['CIVIL_RIGHTS', 'COUNSEL'] as const)(
    'the advice of %s is overridden with a written reason, and the decision says so',
    async (kind) => {
      const platformId = await app.reviewed({ [kind]: NEGATIVE })
      expect(clauseIds(await act(app, 'aspa', 'approvePlatform', { platformId }))).toContain('IV.A.2')
      const over = { platformId, overriddenReviews: [kind] }
      expect(paths(await act(app, 'aspa', 'approvePlatform', over))).toEqual(['reason'])
      expect((await act(app, 'aspa', 'approvePlatform', { ...over, ...REASON })).state).toBe('APPROVED')
      const answer = await app.as(
        'inspector',
        'query ($id: ID!) { platform(id: $id) { decisions { kind reason overriddenReviews clauses { id } } } }',
        { id: platformId },
      )
      expect(answer.data.platform.decisions).toEqual([
        {
          kind: 'APPROVED',
          reason: REASON.reason,
          overriddenReviews: [kind],
          clauses: [{ id: 'IV.A.2' }, { id: REVIEW_OFFICES[kind].clause }],
        },
      ])
    },
  )
  test.each(['SECURITY', 'ACCESSIBILITY', 'PRIVACY', 'TERMS_OF_SERVICE', 'RECORDS'] as const)(
    'the %s review is no advice: nobody decides over it',
    async (kind) => {
      const platformId = await app.reviewed({ [kind]: NEGATIVE })
      const refused = await act(app, 'aspa', 'approvePlatform', {
        platformId,
        overriddenReviews: [kind],
        ...REASON,
      })
      expect(clauseIds(refused)).toEqual(['IV.A.2', REVIEW_OFFICES[kind].clause])
    },
  )
  test('advice that was not asked for in time is waited for, and decided over after its day', async () => {
    const platformId = await app.reviewed({ COUNSEL: null })
    const over = { platformId, overriddenReviews: ['COUNSEL'], ...REASON }
    expect(clauseIds(await act(app, 'aspa', 'approvePlatform', over))).toEqual(['IV.A.2', 'V.A.2'])
    app.later(31)
    expect((await act(app, 'aspa', 'approvePlatform', over)).state).toBe('APPROVED')
  })
  test('what does not stand in the way is not overridden', async () => {
    const platformId = await app.reviewed()
    const refused = await act(app, 'aspa', 'approvePlatform', {
      platformId,
      overriddenReviews: ['COUNSEL'],
      ...REASON,
    })
    expect(paths(refused)).toEqual(['overriddenReviews'])
  })
  test.each(OFFICES)('an expired %s review blocks the approval', async (kind, _persona, _other, clause) => {
    const platformId = await app.reviewed({ [kind]: { expiresOn: '2026-12-31' } })
    app.later(40)
    const refused = await act(app, 'aspa', 'approvePlatform', { platformId })
    expect(refused.message).toContain('expired')
    expect(clauseIds(refused)).toEqual(['IV.A.2', clause])
  })
  test('the page of the platform names what stands in the way and what may be gone over', async () => {
    const platformId = await app.reviewed({ SECURITY: NEGATIVE, CIVIL_RIGHTS: NEGATIVE, COUNSEL: null })
    const answer = await app.as(
      'aspa',
      'query ($id: ID!) { platform(id: $id) { blockingReviews { kind trouble overridable overridableAfter } } }',
      { id: platformId },
    )
    expect(answer.data.platform.blockingReviews).toEqual([
      { kind: 'SECURITY', trouble: 'NEGATIVE', overridable: false, overridableAfter: null },
      { kind: 'CIVIL_RIGHTS', trouble: 'NEGATIVE', overridable: true, overridableAfter: null },
      { kind: 'COUNSEL', trouble: 'MISSING', overridable: false, overridableAfter: '2026-12-22' },
    ])
  })
  test('a platform whose reviews are in waits for the Assistant Secretary, and for nobody else', async () => {
    const [platformId, early] = [
      await app.reviewed({ COUNSEL: null }),
      await app.reviewed({ SECURITY: null }),
    ]
    const document = '{ workItems(first: 100, queues: ["PLATFORM_DECISION"]) { items { subjectId action } } }'
    const { items } = (await app.as('aspa', document)).data.workItems
    expect(items).toContainEqual({ subjectId: platformId, action: 'approvePlatform' })
    expect(items.filter(({ subjectId }: { subjectId: string }) => subjectId === early)).toEqual([])
    expect((await app.as('cio', document)).data.workItems.items).toEqual([])
  })
  test('nor does the database approve a platform that lacks a review, or take advice for more', async () => {
    const platformId = await app.reviewed({ SECURITY: NEGATIVE })
    const approve = `update platform set state = 'APPROVED' where id = $1`
    await expect(app.owner.query(approve, [rawId(platformId)])).rejects.toThrow('lacks a review')
    const decision = `insert into decision (id, kind, platform_id, decided_by_id, clauses, reason, decided_at, overridden_reviews)
      values (gen_random_uuid(), 'APPROVED', $1, $2, '{}', 'x', now(), '{SECURITY}')`
    await expect(app.owner.query(decision, [rawId(platformId), rawId(app.personId('aspa'))])).rejects.toThrow(
      'decision_overrides_advice',
    )
  })
  test('what an office found is appended and never changed, by the owner neither', async () => {
    await app.reviewed()
    for (const statement of ['update review_report set findings = id::text', 'delete from review_coverage'])
      await expect(app.owner.query(statement)).rejects.toThrow('append-only')
  })
})

describe('a review starts from a former one and shows what changed', () => {
  test('against the template, and against the last review of the platform', async () => {
    const platformId = await app.reviewed()
    const { report } = (await app.reviewsOf(platformId)).get('SECURITY')
    const changes = {
      templateId: report.id,
      findings: 'Two factors are possible now.',
      expiresOn: '2027-10-31',
    }
    await app.record(platformId, 'SECURITY', changes)
    const review = (await app.reviewsOf(platformId)).get('SECURITY')
    expect(review.changes).toEqual([
      { field: 'findings', before: 'Nothing stands against it.', after: 'Two factors are possible now.' },
      { field: 'expiresOn', before: '2027-11-22', after: '2027-10-31' },
    ])
    const answer = await app.as(
      'cio',
      `query ($id: ID!, $filter: ReviewReportFilter) { reviewReport(id: $id) { template { id } changes { field } }
        reviewReports(first: 5, filter: $filter) { totalCount edges { node { id kind } } } }`,
      { id: review.report.id, filter: { kind: 'SECURITY', platform: await app.slugOf(platformId) } },
    )
    expect(answer.data.reviewReport).toEqual({
      template: { id: report.id },
      changes: [{ field: 'findings' }, { field: 'expiresOn' }],
    })
    expect(answer.data.reviewReports.totalCount).toBe(2)
  })
  test('never from one of another kind', async () => {
    const platformId = await app.reviewed()
    const { report } = (await app.reviewsOf(platformId)).get('RECORDS')
    expect(paths(await app.record(platformId, 'SECURITY', { templateId: report.id }))).toEqual(['templateId'])
  })
})

describe('reviews expire and are asked for again by themselves', () => {
  test('on the day after the last one, once, with its audit; what was found stays to be read', async () => {
    const platformId = await app.reviewed({ SECURITY: { expiresOn: '2026-12-31' } })
    await act(app, 'aspa', 'approvePlatform', { platformId })
    app.later(39)
    await reopenAllExpiredReviews(app.services.commands)
    expect((await app.reviewsOf(platformId)).get('SECURITY')).toMatchObject({
      outcome: 'PASSED',
      expired: false,
    })
    app.later(40)
    expect((await app.reviewsOf(platformId)).get('SECURITY').expired).toBe(true)
    expect(await reopenAllExpiredReviews(app.services.commands)).toBeGreaterThan(0)
    expect(await reopenAllExpiredReviews(app.services.commands)).toBe(0)
    const review = (await app.reviewsOf(platformId)).get('SECURITY')
    expect(review).toMatchObject({
      outcome: 'DUE',
      openedBecause: 'EXPIRED',
      dueOn: '2027-01-31',
      overdue: false,
    })
    expect(review.report.id).toBeDefined()
    const { rows } = await app.owner.query(
      `select actor_kind, clauses, changes from audit_entry where action = 'platform.reopenReviews' and subject_id = $1`,
      [rawId(platformId)],
    )
    expect(rows).toEqual([
      {
        actor_kind: 'SYSTEM',
        clauses: ['IV.B.1'],
        changes: [{ field: 'review.SECURITY', before: 'PASSED', after: 'DUE' }],
      },
    ])
  })
  test('it comes back to its office as work, and the load of every office is told', async () => {
    const platformId = await app.reviewed({ RECORDS: { expiresOn: '2026-12-31' } })
    app.later(40)
    await reopenAllExpiredReviews(app.services.commands)
    const work = await app.as(
      'records',
      '{ workItems(queues: ["REVIEW_RECORDS"]) { items { subjectId reason dueOn } } }',
    )
    expect(
      work.data.workItems.items.find(({ subjectId }: { subjectId: string }) => subjectId === platformId),
    ).toMatchObject({ reason: expect.stringContaining('expired') })
    app.later(400)
    const answer = await app.as('aspa', '{ reviewLoads { kind office open overdue nextDueOn } }')
    const load = answer.data.reviewLoads.find(({ kind }: { kind: string }) => kind === 'RECORDS')
    expect(load.office).toBe('RECORDS_OFFICER')
    expect(load.overdue).toBeGreaterThan(0)
    expect(load.open).toBeGreaterThanOrEqual(load.overdue)
  })
  test('people do not do it: it is the system’s alone', async () => {
    const { rows } = await app.owner.query(`select id from platform limit 1`)
    const call = { actor: await app.actor('aspa'), requestId: null }
    await expect(
      runCommand(app.services.commands, reopenExpiredReviews, call, { platforms: [rows[0].id] }),
    ).rejects.toThrow()
  })
})

describe('III.H, III.I: a platform’s changed texts are read again', () => {
  test.each([
    ['TERMS_OF_SERVICE', 'TERMS_OF_SERVICE', 'TERMS_CHANGED'],
    ['PRIVACY_POLICY', 'PRIVACY', 'PRIVACY_POLICY_CHANGED'],
  ] as const)(
    'a change of %s asks for the %s review again, and for no other',
    async (text, kind, because) => {
      const platformId = await app.reviewed()
      await act(app, 'aspa', 'approvePlatform', { platformId })
      const change = { platformId, text, changedOn: '2026-11-20', ...REASON }
      expect((await act(app, 'crcl', 'recordPlatformTermsChange', change)).__typename).toBe('ForbiddenError')
      expect((await act(app, 'opa', 'recordPlatformTermsChange', change)).state).toBe('APPROVED')
      const reviews = await app.reviewsOf(platformId)
      expect(reviews.get(kind)).toMatchObject({ outcome: 'DUE', openedBecause: because, dueOn: '2026-12-22' })
      expect([...reviews.values()].filter(({ outcome }) => outcome === 'DUE')).toHaveLength(1)
    },
  )
  test('the text before the change does not close the review it opened; the new one does', async () => {
    const platformId = await app.reviewed()
    const change = { platformId, text: 'TERMS_OF_SERVICE', changedOn: '2026-11-20', ...REASON }
    await act(app, 'counsel', 'recordPlatformTermsChange', change)
    expect(paths(await app.record(platformId, 'TERMS_OF_SERVICE', { textDatedOn: '2026-11-19' }))).toEqual([
      'textDatedOn',
    ])
    const failed = { textDatedOn: '2026-11-19', outcome: 'FAILED' }
    expect((await app.record(platformId, 'TERMS_OF_SERVICE', failed)).__typename).toBe('Platform')
    const read = await app.record(platformId, 'TERMS_OF_SERVICE', { textDatedOn: '2026-11-20' })
    expect(read.__typename).toBe('Platform')
  })
  test('a change that is still to come is not recorded', async () => {
    const change = { text: 'PRIVACY_POLICY', changedOn: '2026-11-23', ...REASON }
    const platformId = await app.reviewed()
    expect(paths(await act(app, 'opa', 'recordPlatformTermsChange', { platformId, ...change }))).toEqual([
      'changedOn',
    ])
  })
})

describe('V.B.1, V.B.12: what a statute prohibits', () => {
  test('no exception is asked for a prohibited platform, and none granted before reaches it', async () => {
    const platformId = await insertPlatform(app, 'SUSPENDED')
    const exception = {
      platformId,
      clauses: ['V.B.1', 'IV.A.2'],
      justification: 'For the test.',
      validUntil: '2099-01-01T00:00:00Z',
    }
    const asked = await act(app, 'manager-cbp', 'requestException', {
      ...exception,
      componentId: app.componentId('CBP'),
    })
    const granted = { exceptionId: asked.id, decision: 'GRANT', ...REASON }
    expect((await act(app, 'opa', 'decideException', granted)).state).toBe('GRANTED')
    const law = { platformId, prohibitedByLaw: 'Test Act', prohibitedOn: '2026-11-01', ...REASON }
    expect((await act(app, 'aspa', 'prohibitPlatform', law)).state).toBe('PROHIBITED')
    const again = await act(app, 'manager-cbp', 'requestException', {
      ...exception,
      componentId: app.componentId('CBP'),
    })
    expect(clauseIds(again)).toContain('V.B.12')
  })
})
