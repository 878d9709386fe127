import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountIn, act, requestInput } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const clauseIds = (outcome: { clauses: readonly { id: string }[] }) => outcome.clauses.map(({ id }) => id)

describe('II.B: operational use is outside the Directive', () => {
  test('a request for operational use is refused and the refusal recorded', async () => {
    const refused = await act(
      app,
      'manager-cbp',
      'requestAccount',
      requestInput(app, { useCategory: 'OPERATIONAL' }),
    )
    expect(refused.__typename).toBe('PolicyRefusalError')
    expect(clauseIds(refused)).toEqual(['II.B'])
    const audit = await app.as(
      'opa',
      '{ auditEntries(first: 1, filter: { action: "account.request", outcome: REFUSED }) { edges { node { reason clauses { id } } } } }',
    )
    expect(audit.data.auditEntries.edges[0].node.clauses).toEqual([{ id: 'II.B' }])
  })
})

describe('V.B.1: only approved platforms are used', () => {
  test.each([
    ['suspended', 'https://www.instagram.com/testoutpost/', 'V.B.1'],
    ['only proposed', 'https://www.reddit.com/user/testoutpost', 'V.B.1'],
    ['prohibited by statute', 'https://www.tiktok.com/@testoutpost', 'V.B.1'],
    ['unknown', 'https://example.com/testoutpost', 'V.B.1'],
  ])('a request on a platform that is %s is refused', async (_state, profileUrl, clause) => {
    const refused = await act(app, 'manager-cbp', 'requestAccount', requestInput(app, { profileUrl }))
    expect(refused.__typename).toBe('PolicyRefusalError')
    expect(clauseIds(refused)).toContain(clause)
  })
})

describe('V.B.2: permission and approval are two decisions by two people other than the requester', () => {
  test('an account goes from request to active through director, Public Affairs and Assistant Secretary', async () => {
    const account = await accountIn(app, 'ACTIVE')
    expect(account).toMatchObject({ state: 'ACTIVE', status: 'ACTIVE', vacant: false })
    const seen = await app.as(
      'aspa',
      'query ($id: ID!) { account(id: $id) { decisions { kind role clauses { id } } } }',
      { id: account.id },
    )
    expect(
      seen.data.account.decisions.map(({ kind, role }: { kind: string; role: string }) => [kind, role]),
    ).toEqual([
      ['ENDORSED', 'COMPONENT_DIRECTOR'],
      ['SECURITY_ATTESTED', 'CIO'],
      ['PERMITTED', 'OPA'],
      ['APPROVED', 'ASPA'],
    ])
  })
  test('the Assistant Secretary cannot approve what Public Affairs has not permitted', async () => {
    const { id } = await accountIn(app, 'ENDORSED')
    const refused = await act(app, 'aspa', 'approveAccount', { accountId: id })
    expect(refused.__typename).toBe('PolicyRefusalError')
    expect(clauseIds(refused)).toContain('V.B.2')
  })
  test('a director does not endorse a request of their own', async () => {
    const own = await act(app, 'director-cbp', 'requestAccount', requestInput(app))
    const refused = await act(app, 'director-cbp', 'endorseAccount', { accountId: own.id })
    expect(clauseIds(refused)).toEqual(['V.B.2'])
  })
  test('whoever reworked a request decides nothing about it', async () => {
    const { id } = await accountIn(app, 'CHANGES_REQUESTED')
    const {
      componentId: _c,
      profileUrl: _p,
      useCategory: _u,
      ...details
    } = requestInput(app) as Record<string, unknown>
    await act(app, 'director-cbp', 'resubmitAccountRequest', { accountId: id, ...details })
    const refused = await act(app, 'director-cbp', 'endorseAccount', { accountId: id })
    expect(clauseIds(refused)).toEqual(['V.B.2'])
  })
  test('a permission no longer counts once the request was sent back', async () => {
    const { id } = await accountIn(app, 'PERMITTED')
    await act(app, 'opa', 'returnAccountRequest', { accountId: id, reason: 'The outlet is a draft page.' })
    const {
      componentId: _c,
      profileUrl: _p,
      useCategory: _u,
      ...details
    } = requestInput(app) as Record<string, unknown>
    await act(app, 'manager-cbp', 'resubmitAccountRequest', { accountId: id, ...details })
    await act(app, 'director-cbp', 'endorseAccount', { accountId: id })
    const refused = await act(app, 'aspa', 'approveAccount', { accountId: id })
    expect(refused.__typename).toBe('PolicyRefusalError')
  })
})

describe('V.B.3: official, mission-related purpose', () => {
  test.each(['purpose', 'missionArea', 'justification'])('a request without %s is refused', async (field) => {
    const refused = await act(app, 'manager-cbp', 'requestAccount', requestInput(app, { [field]: '  ' }))
    expect(clauseIds(refused)).toEqual(['V.B.3'])
  })
})

describe('V.B.5: a current and active primary contact', () => {
  test('an approved account without a contact is not activated', async () => {
    const { id } = await accountIn(app, 'APPROVED')
    const refused = await act(app, 'manager-cbp', 'activateAccount', { accountId: id })
    expect(clauseIds(refused)).toEqual(['V.B.5'])
  })
  test('an account is vacant at once when its contact is deactivated, and shows POC_VACANT', async () => {
    const { id } = await accountIn(app, 'ACTIVE')
    await act(app, 'director-cbp', 'assignPrimaryContact', {
      accountId: id,
      personId: app.personId('author-cbp'),
    })
    await act(app, 'admin', 'deactivatePerson', {
      personId: app.personId('author-cbp'),
      reason: 'Left the component.',
    })
    const seen = await app.as('opa', 'query ($id: ID!) { account(id: $id) { status vacant state } }', { id })
    expect(seen.data.account).toEqual({ status: 'POC_VACANT', vacant: true, state: 'ACTIVE' })
    await act(app, 'admin', 'reactivatePerson', {
      personId: app.personId('author-cbp'),
      reason: 'Came back.',
    })
  })
})

describe('V.B.8: under the department’s control and apart from personal accounts', () => {
  test('a personal profile is refused', async () => {
    const refused = await act(
      app,
      'manager-cbp',
      'requestAccount',
      requestInput(app, { profileUrl: 'https://www.linkedin.com/in/somebody' }),
    )
    expect(clauseIds(refused)).toEqual(['V.B.8'])
  })
  test('a personal login is refused where the platform’s record does not demand one', async () => {
    const refused = await act(
      app,
      'manager-cbp',
      'requestAccount',
      requestInput(app, { loginModel: 'PERSONAL_REQUIRED_BY_PLATFORM', administrators: 2 }),
    )
    expect(clauseIds(refused)).toEqual(['V.B.8'])
  })
  test('an active primary contact hands over before ending', async () => {
    const { id } = await accountIn(app, 'ACTIVE')
    const input = { accountId: id, personId: app.personId('manager-cbp'), reason: 'Moves on.' }
    const refused = await act(app, 'director-cbp', 'endContact', input)
    expect(clauseIds(refused)).toContain('V.B.8')
    await act(app, 'director-cbp', 'assignPrimaryContact', {
      accountId: id,
      personId: app.personId('contractor-cbp'),
    })
    const kept = await app.as('opa', 'query ($id: ID!) { account(id: $id) { contacts { role endedAt } } }', {
      id,
    })
    const current = kept.data.account.contacts.filter(
      ({ endedAt }: { endedAt: string | null }) => endedAt === null,
    )
    expect(current).toEqual([{ role: 'PRIMARY', endedAt: null }])
  })
})

describe('V.B.10: never the sole outlet', () => {
  test('a request without an official outlet is refused', async () => {
    const refused = await act(
      app,
      'manager-cbp',
      'requestAccount',
      requestInput(app, { officialOutletUrl: null }),
    )
    expect(clauseIds(refused)).toEqual(['V.B.10'])
  })
})

describe('V.B.11: deactivated and archived', () => {
  test('an account retires with two confirmations by two people', async () => {
    const { id } = await accountIn(app, 'RETIRING')
    const first = await act(app, 'manager-cbp', 'confirmDeactivation', {
      accountId: id,
      observation: 'Gone.',
    })
    expect(first.state).toBe('RETIRING')
    const again = await act(app, 'opa', 'confirmDeactivation', { accountId: id, observation: 'Gone.' })
    expect(clauseIds(again)).toEqual(['V.B.11'])
    const last = await act(app, 'records', 'confirmArchive', {
      accountId: id,
      archiveLocation: 'archive/7',
      archiveSha256: 'c0'.repeat(32),
    })
    expect(last.state).toBe('RETIRED')
  })
  test('an archive without its place and digest is refused field by field', async () => {
    const { id } = await accountIn(app, 'RETIRING')
    const refused = await act(app, 'records', 'confirmArchive', {
      accountId: id,
      archiveLocation: ' ',
      archiveSha256: 'abc',
    })
    expect(refused.__typename).toBe('InvalidInputError')
    expect(refused.issues.map(({ path }) => path).sort()).toEqual(['archiveLocation', 'archiveSha256'])
  })
})

describe('IV.A.2: platforms, then the accounts on them', () => {
  test('suspending a platform flags every live account on it in the same transaction', async () => {
    const { id } = await accountIn(app, 'ACTIVE', {
      profileUrl: 'https://www.linkedin.com/company/test-outpost',
    })
    const suspended = await act(app, 'aspa', 'suspendPlatform', {
      platformId: app.platformId('LinkedIn'),
      reason: 'Its terms changed.',
    })
    expect(suspended.state).toBe('SUSPENDED')
    const seen = await app.as(
      'opa',
      'query ($id: ID!) { account(id: $id) { platformReviewSince } workItems { items { kind subjectId } } }',
      { id },
    )
    expect(seen.data.account.platformReviewSince).not.toBeNull()
    expect(seen.data.workItems.items).toContainEqual({ kind: 'PLATFORM_REVIEW', subjectId: id })
  })
  test('a platform is approved only with every review in', async () => {
    const platformId = app.platformId('Reddit')
    const early = await act(app, 'aspa', 'approvePlatform', { platformId })
    expect(early.__typename).toBe('InvalidStateError')
    const wrong = await act(app, 'privacy', 'recordPlatformReview', {
      platformId,
      kind: 'SECURITY',
      outcome: 'PASSED',
      findings: 'Fine.',
    })
    expect(wrong.__typename).toBe('ForbiddenError')
  })
})
