import { riskRating, RISK_IMPACTS, RISK_LIKELIHOODS } from '@official-accounts/domain/risk/risk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { insertAccount, rawId } from '../support/records.ts'
import { clauseIds, createReviewApp, REASON, type ReviewApp } from '../support/review-app.ts'
import { ASSESSMENT, MITIGATION, RISK } from '../support/risks.ts'

let app: ReviewApp
beforeAll(async () => {
  app = await createReviewApp()
})
afterAll(() => app.close())

const RIGHTS = {
  area: 'CIVIL_RIGHTS',
  title: 'Comments are hidden by view',
  description: 'Some are not heard.',
}
const LITTLE = { likelihood: 'UNLIKELY', impact: 'MINOR' }
const FOR_OPA = { ...MITIGATION, ownerRole: 'OPA' }

async function raise(subject: object, persona = 'opa'): Promise<string> {
  const { id, message } = await act(app, persona, 'raiseRisk', { ...RISK, ...subject })
  expect(message).toBeUndefined()
  return id
}

async function assessed(subject: object, persona = 'opa', changes: object = {}): Promise<string> {
  const riskId = await raise(subject, persona)
  const office = 'area' in subject && subject.area === 'CIVIL_RIGHTS' ? 'crcl' : 'privacy'
  const done = await act(app, office, 'assessRisk', { riskId, ...ASSESSMENT, ...REASON, ...changes })
  expect(done.message).toBeUndefined()
  return riskId
}

async function ofRisk(riskId: string, fields: string, persona = 'opa') {
  const { data } = await app.as(persona, `query ($id: ID!) { risk(id: $id) { ${fields} } }`, { id: riskId })
  return data.risk
}

describe('the privacy officer assesses and mitigates risks to privacy (IV.C.3)', () => {
  test('a risk is raised, assessed, something is done about it, and what is left is rated', async () => {
    const riskId = await assessed({ accountId: await insertAccount(app, 'ACTIVE') }, 'director-cbp')
    expect(await ofRisk(riskId, 'state inherentRating residualRating')).toEqual({
      state: 'OPEN',
      inherentRating: 'HIGH',
      residualRating: 'HIGH',
    })
    const early = await act(app, 'privacy', 'mitigateRisk', { riskId, ...LITTLE, ...REASON })
    expect(early).toMatchObject({ code: 'POLICY_REFUSAL' })
    expect(clauseIds(early)).toEqual(['IV.C.3', 'IV.C.5'])
    const { id: riskMitigationId } = await act(app, 'privacy', 'planRiskMitigation', {
      riskId,
      ...MITIGATION,
    })
    const left = await act(app, 'privacy', 'mitigateRisk', { riskId, ...LITTLE, ...REASON })
    expect(left.message).toBe('1 mitigation is still to be done or dropped.')
    expect((await act(app, 'privacy', 'closeRisk', { riskId, ...REASON })).message).toBe(left.message)
    const evidence = { riskMitigationId, evidence: 'It is off.', evidenceUrl: 'https://www.cbp.gov/off' }
    expect((await act(app, 'director-cbp', 'completeRiskMitigation', evidence)).state).toBe('DONE')
    const much = { riskId, likelihood: 'POSSIBLE', impact: 'SEVERE', ...REASON }
    expect(clauseIds(await act(app, 'privacy', 'mitigateRisk', much))).toEqual(['IV.C.3', 'IV.C.5'])
    await act(app, 'privacy', 'mitigateRisk', { riskId, ...LITTLE, ...REASON })
    expect(await ofRisk(riskId, 'state inherentRating residualRating')).toEqual({
      state: 'MITIGATED',
      inherentRating: 'HIGH',
      residualRating: 'LOW',
    })
    await act(app, 'privacy', 'reopenRisk', { riskId, ...REASON })
    expect(await ofRisk(riskId, 'state residualRating')).toEqual({ state: 'OPEN', residualRating: 'HIGH' })
  })
  test('nothing is decided on a risk that its office has not assessed', async () => {
    const riskId = await raise({ componentId: app.componentId('CBP') })
    const accepted = { riskId, acceptedUntil: '2027-06-01', ...REASON }
    const answers = [
      await act(app, 'privacy', 'acceptRisk', accepted),
      await act(app, 'privacy', 'planRiskMitigation', { riskId, ...MITIGATION }),
      await act(app, 'privacy', 'reviewRisk', { riskId, reviewBy: '2027-06-01', ...REASON }),
    ]
    for (const answer of answers) expect(clauseIds(answer)).toEqual(['IV.C.3', 'IV.C.5'])
  })
  test('each area is its own office’s, and no other decides on it', async () => {
    const privacy = await raise({ componentId: app.componentId('CBP') })
    const rights = await raise({ ...RIGHTS, componentId: app.componentId('CBP') })
    const assessment = { ...ASSESSMENT, ...REASON }
    const wrong = [
      await act(app, 'crcl', 'assessRisk', { riskId: privacy, ...assessment }),
      await act(app, 'privacy', 'assessRisk', { riskId: rights, ...assessment }),
      await act(app, 'aspa', 'assessRisk', { riskId: privacy, ...assessment }),
    ]
    expect(wrong.map(({ code }) => code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
    expect(wrong.map(clauseIds)).toEqual([['IV.C.3'], ['IV.D.2'], ['IV.C.3']])
    expect((await act(app, 'crcl', 'assessRisk', { riskId: rights, ...assessment })).state).toBe('OPEN')
  })
  test('what is left is accepted by its office, until a day, and never by who raised it', async () => {
    const own = await assessed({ platformId: await app.propose() }, 'privacy')
    const until = { acceptedUntil: '2027-03-01', ...REASON }
    const refused = await act(app, 'privacy', 'acceptRisk', { riskId: own, ...until })
    expect(refused).toMatchObject({ code: 'POLICY_REFUSAL' })
    expect(clauseIds(refused)).toEqual(['IV.C.3', 'V.B.2'])
    const riskId = await assessed({ platformId: await app.propose() })
    expect(await act(app, 'crcl', 'acceptRisk', { riskId, ...until })).toMatchObject({ code: 'FORBIDDEN' })
    const past = await act(app, 'privacy', 'acceptRisk', { riskId, ...until, acceptedUntil: '2026-11-21' })
    expect(past).toMatchObject({ code: 'INVALID_INPUT' })
    const unreasoned = await act(app, 'privacy', 'acceptRisk', { riskId, ...until, reason: ' ' })
    expect(unreasoned).toMatchObject({ code: 'INVALID_INPUT' })
    expect((await act(app, 'privacy', 'acceptRisk', { riskId, ...until })).state).toBe('ACCEPTED')
    expect(await ofRisk(riskId, 'acceptedUntil reviewBy')).toEqual({
      acceptedUntil: '2027-03-01',
      reviewBy: '2027-03-01',
    })
    const longer = await act(app, 'privacy', 'reviewRisk', { riskId, reviewBy: '2027-03-02', ...REASON })
    expect(longer).toMatchObject({ code: 'INVALID_INPUT' })
    await expect(
      app.owner.query('update risk set accepted_by_id = raised_by_id where id = $1', [rawId(riskId)]),
    ).rejects.toThrow(/risk_accepter_is_not_raiser/)
  })
})

describe('a high risk to privacy or civil rights that nobody bears stops a platform’s approval (IV.C.3, IV.D.2)', () => {
  const approve = (platformId: string, more: object = {}): Promise<Outcome> =>
    act(app, 'aspa', 'approvePlatform', { platformId, ...REASON, ...more })

  test.each([
    ['PRIVACY', 'privacy', RISK, 'IV.C.3'],
    ['CIVIL_RIGHTS', 'crcl', RIGHTS, 'IV.D.2'],
  ])('%s: refused, over no advice either, until it is accepted', async (_area, office, risk, clause) => {
    const platformId = await app.reviewed()
    const riskId = await assessed({ ...risk, platformId })
    expect(clauseIds(await approve(platformId))).toEqual([clause, 'IV.A.2'])
    const over = await approve(platformId, { overriddenReviews: ['CIVIL_RIGHTS'] })
    expect(over.state).not.toBe('APPROVED')
    await act(app, office, 'acceptRisk', { riskId, acceptedUntil: '2027-03-01', ...REASON })
    expect((await approve(platformId)).state).toBe('APPROVED')
  })
  test('once it is mitigated it stands in the way no longer, and a small one never did', async () => {
    const platformId = await app.reviewed()
    await assessed({ platformId }, 'opa', LITTLE)
    const riskId = await assessed({ platformId })
    expect(clauseIds(await approve(platformId))).toEqual(['IV.C.3', 'IV.A.2'])
    const { id: riskMitigationId } = await act(app, 'privacy', 'planRiskMitigation', { riskId, ...FOR_OPA })
    await act(app, 'opa', 'completeRiskMitigation', { riskMitigationId, evidence: 'It is off.' })
    await act(app, 'privacy', 'mitigateRisk', { riskId, ...LITTLE, ...REASON })
    expect((await approve(platformId)).state).toBe('APPROVED')
  })
  test('an acceptance that has run out counts no more, also for a suspended platform', async () => {
    const platformId = await app.reviewed()
    const riskId = await assessed({ platformId })
    await act(app, 'privacy', 'acceptRisk', { riskId, acceptedUntil: '2026-12-01', ...REASON })
    expect((await approve(platformId)).state).toBe('APPROVED')
    await act(app, 'aspa', 'suspendPlatform', { platformId, ...REASON })
    app.later(20)
    const refused = await act(app, 'aspa', 'reinstatePlatform', { platformId, ...REASON })
    expect(clauseIds(refused)).toEqual(['IV.C.3', 'IV.A.2'])
    await act(app, 'privacy', 'acceptRisk', { riskId, acceptedUntil: '2027-03-01', ...REASON })
    expect((await act(app, 'aspa', 'reinstatePlatform', { platformId, ...REASON })).state).toBe('APPROVED')
    app.later(0)
  })
  test('the database holds it back as well, and rates as the domain does', async () => {
    const platformId = await app.reviewed()
    await assessed({ platformId })
    await expect(
      app.owner.query(`update platform set state = 'APPROVED' where id = $1`, [rawId(platformId)]),
    ).rejects.toThrow(/bears a high risk/)
    for (const likelihood of RISK_LIKELIHOODS)
      for (const impact of RISK_IMPACTS) {
        const { rows } = await app.owner.query(
          'select risk_is_high($1::"RiskLikelihood", $2::"RiskImpact") as high',
          [likelihood, impact],
        )
        expect(rows).toEqual([{ high: riskRating({ likelihood, impact }) === 'HIGH' }])
      }
  })
  test('a platform that changes its privacy policy or its terms makes the privacy risks on it due again (IV.C.5)', async () => {
    const platformId = await app.reviewed()
    const privacy = await assessed({ platformId })
    const rights = await assessed({ ...RIGHTS, platformId })
    const change = { platformId, changedOn: '2026-11-20', textUrl: 'https://terms.example/2027' }
    const text = { textSha256: 'cd'.repeat(32), ...REASON }
    const done = await act(app, 'privacy', 'recordPlatformTermsChange', {
      ...change,
      ...text,
      text: 'PRIVACY_POLICY',
    })
    expect(done.message).toBeUndefined()
    expect(await ofRisk(privacy, 'reviewBy reviewBecause')).toEqual({
      reviewBy: '2026-11-22',
      reviewBecause: 'PRIVACY_POLICY_CHANGED',
    })
    expect(await ofRisk(rights, 'reviewBy reviewBecause')).toMatchObject({ reviewBecause: 'PLANNED' })
    const { rows } = await app.owner.query(
      `select clauses from audit_entry where subject_id = $1 and action = 'platform.recordTermsChange'`,
      [rawId(privacy)],
    )
    expect(rows).toEqual([{ clauses: ['IV.C.3', 'IV.C.5'] }])
    await act(app, 'privacy', 'reviewRisk', { riskId: privacy, reviewBy: '2027-11-01', ...REASON })
    expect(await ofRisk(privacy, 'reviewBecause')).toEqual({ reviewBecause: 'PLANNED' })
  })
})

describe('bad input', () => {
  test('a risk has one subject and one source that is there', async () => {
    const platformId = app.platformId('X')
    const componentId = app.componentId('CBP')
    const finding = { clause: 'V.A.2', detail: 'It was seen here.' }
    const { id: findingId } = await act(app, 'opa', 'openFinding', { platformId, ...finding })
    const { id: incidentId } = await act(app, 'opa', 'reportIncident', {
      kind: 'COMPROMISE',
      accountId: await insertAccount(app, 'ACTIVE'),
      evidence: 'Posts nobody wrote.',
    })
    for (const wrong of [{}, { platformId, componentId }, { platformId, findingId, incidentId }])
      expect(await act(app, 'opa', 'raiseRisk', { ...RISK, ...wrong })).toMatchObject({
        code: 'INVALID_INPUT',
      })
    const unseen = { ...RISK, componentId, findingId }
    expect(await act(app, 'director-cbp', 'raiseRisk', unseen)).toMatchObject({ code: 'NOT_FOUND' })
    const riskId = await raise({ platformId, findingId })
    expect(await ofRisk(riskId, 'finding { id } component { code }')).toEqual({
      finding: { id: findingId },
      component: { code: 'DHS HQ' },
    })
  })
  test('a director raises risks of the own component alone, and reads those alone', async () => {
    const elsewhere = { ...RISK, componentId: app.componentId('FEMA') }
    expect(await act(app, 'director-cbp', 'raiseRisk', elsewhere)).toMatchObject({ code: 'FORBIDDEN' })
    const onPlatform = { ...RISK, platformId: app.platformId('X') }
    expect(await act(app, 'director-cbp', 'raiseRisk', onPlatform)).toMatchObject({ code: 'FORBIDDEN' })
    const riskId = await raise({ componentId: app.componentId('CBP') })
    expect(await ofRisk(riskId, 'title', 'director-cbp')).toEqual({ title: RISK.title })
    expect(await ofRisk(riskId, 'title', 'director-fema')).toBeNull()
    expect(await ofRisk(riskId, 'title', 'employee')).toBeNull()
  })
  test('a mitigation has one owner and a day to come, and ends once', async () => {
    const riskId = await assessed({ componentId: app.componentId('CBP') })
    for (const wrong of [{ ownerRole: null }, { dueOn: '2020-01-01' }, { ownerRole: 'ANALYST' }])
      expect(
        await act(app, 'privacy', 'planRiskMitigation', { riskId, ...MITIGATION, ...wrong }),
      ).toMatchObject({ code: 'INVALID_INPUT' })
    const { id: riskMitigationId } = await act(app, 'privacy', 'planRiskMitigation', {
      riskId,
      ...MITIGATION,
    })
    const done = { riskMitigationId, evidence: 'It is off.' }
    expect(await act(app, 'opa', 'completeRiskMitigation', done)).toMatchObject({ code: 'FORBIDDEN' })
    const shown = await app.as(
      'director-cbp',
      'query ($id: ID!) { riskMitigation(id: $id) { risk { id title } availableActions { action allowed } } }',
      { id: riskMitigationId },
    )
    expect(shown.data.riskMitigation).toEqual({
      risk: { id: riskId, title: RISK.title },
      availableActions: [
        { action: 'completeRiskMitigation', allowed: true },
        { action: 'dropRiskMitigation', allowed: false },
      ],
    })
    await act(app, 'privacy', 'dropRiskMitigation', { riskMitigationId, ...REASON })
    expect(await act(app, 'director-cbp', 'completeRiskMitigation', done)).toMatchObject({
      code: 'INVALID_STATE',
    })
  })
})
