import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, requestInput, type Outcome } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, nextNumber, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const CLOSURE = {
  closure: 'TAKEN_DOWN',
  evidence: 'The address answers that there is no such account.',
  ...REASON,
}
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)
const address = () => `https://x.com/TestFound${nextNumber()}`

function report(profileUrl: string, by = 'manager-cbp') {
  return act(app, by, 'reportDiscoveredAccount', {
    componentId: app.componentId('CBP'),
    profileUrl,
    whereSeen: 'On a poster at a field office.',
  })
}

async function read(id: string) {
  const { data } = await app.as(
    'opa',
    `query ($id: ID!) { discoveredAccount(id: $id) {
      state evidence closure account { id state requestedBy { id } } decisions { kind reason role }
    } }`,
    { id },
  )
  return data.discoveredAccount
}

async function openFindings(text: string): Promise<number> {
  const { data } = await app.as(
    'opa',
    '{ findings(first: 100, state: OPEN) { edges { node { code detail } } } }',
  )
  const nodes: { code: string; detail: string }[] = data.findings.edges.map(
    ({ node }: { node: { code: string; detail: string } }) => node,
  )
  return nodes.filter(
    ({ code, detail }) =>
      code === 'IN_USE_WITHOUT_APPROVAL' && detail.toLowerCase().includes(text.toLowerCase()),
  ).length
}

async function waitsFor(persona: string, subjectId: string): Promise<readonly string[]> {
  const { data } = await app.as(persona, '{ workItems(first: 100) { items { kind subjectId } } }')
  const items: { kind: string; subjectId: string }[] = data.workItems.items
  return items.filter((item) => item.subjectId === subjectId).map(({ kind }) => kind)
}

describe('V.B.8: an account discovered in use without approval is adopted or closed by a recorded decision', () => {
  test('while it is undecided a finding stands and Public Affairs has it to do', async () => {
    const profileUrl = address()
    const { id, state } = await report(profileUrl)
    expect(state).toBe('REPORTED')
    expect(await openFindings(profileUrl)).toBe(1)
    expect(await waitsFor('opa', id)).toEqual(['DISCOVERED_ACCOUNT'])
    expect(await waitsFor('aspa', id)).toEqual([])
    await act(app, 'opa', 'closeDiscoveredAccount', { discoveredAccountId: id, ...CLOSURE })
    expect(await openFindings(profileUrl)).toBe(0)
    expect(await waitsFor('opa', id)).toEqual([])
    expect(await read(id)).toMatchObject({
      state: 'CLOSED',
      closure: 'TAKEN_DOWN',
      evidence: CLOSURE.evidence,
      account: null,
      decisions: [{ kind: 'CLOSED', role: 'OPA', ...REASON }],
    })
  })
  test('an adopted one walks the ordinary way, and the public hears nothing of it meanwhile', async () => {
    const profileUrl = address()
    const { id: discoveredAccountId } = await report(profileUrl, 'analyst')
    const adopted = await act(app, 'opa', 'adoptDiscoveredAccount', { discoveredAccountId, ...REASON })
    expect(adopted.state).toBe('ADOPTED')
    const { account } = await read(discoveredAccountId)
    expect(account).toMatchObject({ state: 'CHANGES_REQUESTED', requestedBy: null })
    expect(await waitsFor('manager-cbp', account.id)).toEqual(['REWORK'])
    const verified = await app.as(
      null,
      'query ($input: String!) { verifyAccount(input: $input) { outcome } }',
      {
        input: profileUrl,
      },
    )
    expect(verified.data.verifyAccount.outcome).toBe('NOT_LISTED')
    const {
      componentId: _c,
      profileUrl: _p,
      useCategory: _u,
      ...details
    } = requestInput(app) as Record<string, unknown>
    const steps = [
      ['manager-cbp', 'resubmitAccountRequest', details],
      ['director-cbp', 'endorseAccount', {}],
      ['cio', 'attestAccountSecurity', {}],
      ['opa', 'permitAccount', {}],
      ['aspa', 'approveAccount', {}],
    ] as const
    let last: Outcome | null = null
    for (const [persona, name, more] of steps) {
      last = await act(app, persona, name, { accountId: account.id, ...more })
      expect(last.code, `${name}: ${last.message}`).toBeUndefined()
    }
    expect(last?.state).toBe('APPROVED')
  })
  test('nobody decides on an account they reported; another person of the office does', async () => {
    const { id } = await report(address(), 'opa')
    for (const [name, input] of [
      ['adoptDiscoveredAccount', REASON],
      ['closeDiscoveredAccount', CLOSURE],
    ] as const) {
      const refused = await act(app, 'opa', name, { discoveredAccountId: id, ...input })
      expect(refused.__typename).toBe('PolicyRefusalError')
      expect(clauseIds(refused)).toEqual(['V.B.8', 'V.B.2'])
    }
    const document = `query ($id: ID!) { discoveredAccount(id: $id) { state
      availableActions { action allowed blockedBy { code message clause { id } } } } }`
    const { data } = await app.as('opa', document, { id })
    expect(data.discoveredAccount.state).toBe('REPORTED')
    expect(data.discoveredAccount.availableActions).toMatchObject([
      { action: 'adoptDiscoveredAccount', allowed: false, blockedBy: { clause: { id: 'V.B.8' } } },
      { action: 'closeDiscoveredAccount', allowed: false, blockedBy: { clause: { id: 'V.B.8' } } },
    ])
  })
  test('not even the database takes a decision of the reporter', async () => {
    const { id } = await report(address(), 'opa')
    const decision = app.owner.query(
      `insert into decision (id, kind, discovered_account_id, decided_by_id, clauses, reason, decided_at)
       values (gen_random_uuid(), 'CLOSED', $1, $2, '{V.B.8}', 'By hand.', now())`,
      [rawId(id), rawId(app.personId('opa'))],
    )
    await expect(decision).rejects.toMatchObject({
      constraint: 'discovered_account_decider_is_not_reporter',
    })
  })
  test('no other office decides, and a decision has a reason and evidence', async () => {
    const { id: discoveredAccountId } = await report(address())
    for (const persona of ['aspa', 'cio', 'director-cbp', 'analyst']) {
      const adopted = await act(app, persona, 'adoptDiscoveredAccount', { discoveredAccountId, ...REASON })
      expect(adopted.__typename).toBe('ForbiddenError')
    }
    const bare = { discoveredAccountId, ...CLOSURE }
    for (const missing of ['reason', 'evidence']) {
      const refused = await act(app, 'opa', 'closeDiscoveredAccount', { ...bare, [missing]: ' ' })
      expect(refused.issues.map(({ path }) => path)).toEqual([missing])
    }
    await act(app, 'opa', 'closeDiscoveredAccount', bare)
    const again = await act(app, 'opa', 'adoptDiscoveredAccount', { discoveredAccountId, ...REASON })
    expect(again.__typename).toBe('InvalidStateError')
  })
  test.each([
    ['on a platform that statute prohibits', 'https://www.tiktok.com/@testfound', 'V.B.1'],
    ['on a platform that is not approved', 'https://www.reddit.com/user/testfound', 'V.B.1'],
    ['on a platform nobody knows', 'https://example.com/testfound', 'V.B.1'],
    ['that is a personal profile', 'https://www.linkedin.com/in/test-found', 'V.B.8'],
  ])('one %s is reported and closed, and never adopted', async (_what, profileUrl, clause) => {
    const { id: discoveredAccountId } = await report(profileUrl)
    const refused = await act(app, 'opa', 'adoptDiscoveredAccount', { discoveredAccountId, ...REASON })
    expect(clauseIds(refused)).toContain(clause)
    const closed = await act(app, 'opa', 'closeDiscoveredAccount', { discoveredAccountId, ...CLOSURE })
    expect(closed.state).toBe('CLOSED')
  })
  test('operational use is never adopted (II.B)', async () => {
    const { id: discoveredAccountId } = await report(address())
    const input = { discoveredAccountId, useCategory: 'OPERATIONAL', ...REASON }
    expect(clauseIds(await act(app, 'opa', 'adoptDiscoveredAccount', input))).toEqual(['II.B'])
  })
  test('with an exception in force one on a platform that is not approved is adopted', async () => {
    const { id: discoveredAccountId } = await report('https://www.reddit.com/user/testexcepted')
    const { id: exceptionId } = await act(app, 'manager-cbp', 'requestException', {
      componentId: app.componentId('CBP'),
      platformId: app.platformId('Reddit'),
      clauses: ['V.B.1', 'IV.A.2'],
      justification: 'A pilot of one account.',
      validUntil: '2099-01-01T00:00:00Z',
    })
    await act(app, 'opa', 'decideException', { exceptionId, decision: 'GRANT', ...REASON })
    const adopted = await act(app, 'opa', 'adoptDiscoveredAccount', { discoveredAccountId, ...REASON })
    expect(adopted.state).toBe('ADOPTED')
  })
  test('what is registered or reported already is not reported again', async () => {
    const profileUrl = address()
    const first = await report(profileUrl)
    expect(await report(profileUrl, 'opa')).toMatchObject({
      __typename: 'ConflictError',
      existingId: first.id,
    })
    // Whoever only reads sees no report but is told all the same.
    expect((await report(profileUrl, 'analyst')).__typename).toBe('ConflictError')
    const id = await insertAccount(app, 'ACTIVE')
    const { data } = await app.as('opa', 'query ($id: ID!) { account(id: $id) { profileUrl } }', { id })
    expect((await report(data.account.profileUrl)).__typename).toBe('ConflictError')
  })
  test('another component neither reports for this one nor sees its reports', async () => {
    expect((await report(address(), 'manager-fema')).__typename).toBe('ForbiddenError')
    const { data } = await app.as('manager-fema', '{ discoveredAccounts { totalCount } }')
    expect(data.discoveredAccounts.totalCount).toBe(0)
  })
})
