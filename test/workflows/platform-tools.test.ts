import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, requestInput } from '../support/act.ts'
import { insertRow, nextNumber, rawId } from '../support/records.ts'
import { clauseIds, createReviewApp, paths, REASON, type ReviewApp } from '../support/review-app.ts'
import { OFFICES } from '../support/reviews.ts'

let app: ReviewApp
beforeAll(async () => {
  app = await createReviewApp()
})
afterAll(() => app.close())

function proposal(more: object = {}) {
  const host = `tool${nextNumber()}.example`
  return {
    host,
    input: {
      name: `Tool at ${host}`,
      kind: 'TOOL',
      homepageUrl: `https://www.${host}/`,
      purpose: 'To plan work with.',
      ...more,
    },
  }
}

async function propose(more: object = {}, by = 'opa') {
  const { host, input } = proposal(more)
  return { host, ...(await act(app, by, 'proposePlatform', input)) }
}

describe('IV.A.2: a third-party service used as a tool is proposed, reviewed and approved like a platform', () => {
  test('it goes through every review to the Assistant Secretary’s approval', async () => {
    const { id: platformId, state } = await propose({}, 'manager-cbp')
    expect(state).toBe('PROPOSED')
    expect((await app.reviewsOf(platformId)).size).toBe(7)
    for (const [kind] of OFFICES) {
      expect((await act(app, 'aspa', 'approvePlatform', { platformId })).code).toBeDefined()
      await app.record(platformId, kind)
    }
    expect((await act(app, 'aspa', 'approvePlatform', { platformId })).state).toBe('APPROVED')
  })
  test('the reviews that apply to tools are those that the policy names for them', async () => {
    const settled = { kind: 'CIVIL_RIGHTS', dueDays: 30, validDays: 365, ...REASON }
    await act(app, 'aspa', 'settleReviewRequirement', { ...settled, appliesTo: ['PROFILE'] })
    expect([...(await app.reviewsOf((await propose()).id)).keys()]).not.toContain('CIVIL_RIGHTS')
    expect((await app.reviewsOf(await app.propose())).has('CIVIL_RIGHTS')).toBe(true)
    await act(app, 'aspa', 'settleReviewRequirement', { ...settled, appliesTo: ['PROFILE', 'TOOL'] })
  })
  test('its domains are recorded: those named, or that of its own site', async () => {
    const { id, host } = await propose()
    const named = `apps.${host}`
    const other = await propose({ hosts: [named, named] })
    const { rows } = await app.owner.query<{ host: string }>(
      'select host from platform_host where platform_id = any ($1) order by host',
      [[rawId(id), rawId(other.id)]],
    )
    expect(rows.map((row) => row.host)).toEqual([named, `www.${host}`])
  })
  test('it has no rules, its domains are domains, and none is another’s', async () => {
    expect(paths(await propose({ rules: {}, hosts: ['no domain'] }))).toEqual(['hosts.0', 'rules'])
    const { host } = await propose()
    expect((await propose({ hosts: [`www.${host}`] })).__typename).toBe('ConflictError')
    expect(paths(await propose({ kind: 'PROFILE' }))).toEqual(['rules'])
  })
})

describe('V.B.1: no account stands on a tool', () => {
  test('a request for one is refused, and one in use is reported and never adopted', async () => {
    const { host } = await propose()
    const profileUrl = `https://${host}/testoffice`
    const refused = await act(app, 'manager-cbp', 'requestAccount', requestInput(app, { profileUrl }))
    expect(refused.message).toContain('is a tool; there are no accounts on it')
    expect(clauseIds(refused)).toEqual(['V.B.1', 'IV.A.2'])
    const { id: discoveredAccountId } = await act(app, 'manager-cbp', 'reportDiscoveredAccount', {
      componentId: app.componentId('CBP'),
      profileUrl,
      whereSeen: 'On a poster at a field office.',
    })
    const adoption = await act(app, 'opa', 'adoptDiscoveredAccount', { discoveredAccountId, ...REASON })
    expect(clauseIds(adoption)).toEqual(['V.B.1', 'IV.A.2'])
  })
  test('no exception makes room for one: there is no account to name', async () => {
    const { id: platformId, host } = await propose()
    const { id: exceptionId } = await act(app, 'manager-cbp', 'requestException', {
      componentId: app.componentId('CBP'),
      platformId,
      clauses: ['V.B.1', 'IV.A.2'],
      justification: 'A pilot of one account.',
      validUntil: '2099-01-01T00:00:00Z',
    })
    await act(app, 'opa', 'decideException', { exceptionId, decision: 'GRANT', ...REASON })
    const request = requestInput(app, { profileUrl: `https://${host}/testoffice` })
    expect(clauseIds(await act(app, 'manager-cbp', 'requestAccount', request))).toEqual(['V.B.1', 'IV.A.2'])
  })
  test('not even the database takes one', async () => {
    const { id } = await propose()
    const account = {
      id: rawId(id),
      platform_id: rawId(id),
      component_id: rawId(app.componentId('CBP')),
      slug: 'on-a-tool',
      title: 'On a tool',
      handle: 'tool',
      canonical_key: 'tool',
      profile_url: 'https://tool.example/',
      state: 'REQUESTED',
    }
    await expect(insertRow(app, 'account', account)).rejects.toThrow('is on a tool')
  })
})
