import { permitAccount } from '@official-accounts/commands/account/permit-account'
import { runCommand } from '@official-accounts/commands/run-command'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountIn, act, formAnswers, requestInput, type Outcome } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)
const risky = (app_: TestApp) =>
  accountIn(app_, 'PERMITTED', { answers: formAnswers('showsPeople', 'ownModeration') })

async function stepsOf(accountId: string, persona = 'opa'): Promise<Record<string, string>> {
  const { data } = await app.as(
    persona,
    'query ($id: ID!) { account(id: $id) { approvalSteps { step standing } } }',
    { id: accountId },
  )
  const steps: { step: string; standing: string }[] = data.account.approvalSteps
  return Object.fromEntries(steps.map(({ step, standing }) => [step, standing]))
}

async function blockerOf(accountId: string, action: string, persona = 'aspa') {
  const { data } = await app.as(
    persona,
    'query ($id: ID!) { account(id: $id) { availableActions { action blockedBy { message clause { id } } } } }',
    { id: accountId },
  )
  const actions: { action: string; blockedBy: { clause: { id: string } } | null }[] =
    data.account.availableActions
  return actions.find((candidate) => candidate.action === action)?.blockedBy?.clause.id ?? null
}

async function exceptionFor(accountId: string, clause: string): Promise<void> {
  const { id: exceptionId } = await act(app, 'manager-cbp', 'requestException', {
    accountId,
    clauses: [clause],
    justification: 'The office is being set up.',
    validUntil: '2099-01-01T00:00:00Z',
  })
  await act(app, 'opa', 'decideException', { exceptionId, decision: 'GRANT', ...REASON })
}

type Input = Record<string, unknown>

describe('IV.B.3: the Chief Information Officer attests the security of a request', () => {
  test('the Assistant Secretary does not approve before it, and the button says why', async () => {
    const { id: accountId } = await accountIn(app, 'ENDORSED')
    await act(app, 'opa', 'permitAccount', { accountId })
    expect(clauseIds(await act(app, 'aspa', 'approveAccount', { accountId }))).toEqual(['IV.B.3'])
    expect(await blockerOf(accountId, 'approveAccount')).toBe('IV.B.3')
    expect(await stepsOf(accountId)).toEqual({
      ENDORSEMENT: 'GIVEN',
      SECURITY: 'WAITING',
      CIVIL_RIGHTS: 'NOT_NEEDED',
      PERMISSION: 'GIVEN',
      APPROVAL: 'NOT_YET',
    })
    await act(app, 'cio', 'attestAccountSecurity', { accountId })
    expect(await stepsOf(accountId)).toMatchObject({ SECURITY: 'GIVEN', APPROVAL: 'WAITING' })
    expect((await act(app, 'aspa', 'approveAccount', { accountId })).state).toBe('APPROVED')
  })
  test('no other office attests it, and nothing is attested before the director endorses', async () => {
    const { id: accountId } = await accountIn(app, 'REQUESTED')
    for (const persona of ['opa', 'aspa', 'director-cbp', 'crcl']) {
      expect((await act(app, persona, 'attestAccountSecurity', { accountId })).__typename).toBe(
        'ForbiddenError',
      )
    }
    expect((await act(app, 'cio', 'attestAccountSecurity', { accountId })).__typename).toBe(
      'InvalidStateError',
    )
  })
  test('what is not attested says what has to change, and blocks', async () => {
    const { id: accountId } = await accountIn(app, 'PERMITTED')
    const against = { accountId, attestation: 'NOT_ATTESTED' }
    expect((await act(app, 'cio', 'attestAccountSecurity', against)).__typename).toBe('InvalidInputError')
    await act(app, 'cio', 'attestAccountSecurity', { ...against, reason: 'One shared password.' })
    expect(clauseIds(await act(app, 'aspa', 'approveAccount', { accountId, ...REASON }))).toEqual(['IV.B.3'])
    expect(await stepsOf(accountId)).toMatchObject({ SECURITY: 'AGAINST', APPROVAL: 'NOT_YET' })
  })
  test('whoever asked for the account attests nothing, here nor in the database', async () => {
    const requestedById = rawId(app.personId('cio'))
    const accountId = await insertAccount(app, 'ENDORSED', { columns: { requested_by_id: requestedById } })
    expect(clauseIds(await act(app, 'cio', 'attestAccountSecurity', { accountId }))).toEqual(['V.B.2'])
    await expect(
      app.owner.query(
        `insert into decision (id, kind, account_id, decided_by_id, clauses, decided_at)
         values (gen_random_uuid(), 'SECURITY_ATTESTED', $1, $2, '{IV.B.3}', now())`,
        [rawId(accountId), requestedById],
      ),
    ).rejects.toThrow('answered by another')
  })
  test('an exception to IV.B.3 in force lets the approval pass, in the database too', async () => {
    const { id: accountId } = await accountIn(app, 'ENDORSED')
    await act(app, 'opa', 'permitAccount', { accountId })
    const approve = `update account set state = 'APPROVED', approved_by_id = $2 where id = $1`
    await expect(app.owner.query(approve, [rawId(accountId), rawId(app.personId('aspa'))])).rejects.toThrow(
      'not attested',
    )
    await exceptionFor(accountId, 'IV.B.3')
    expect((await act(app, 'aspa', 'approveAccount', { accountId })).state).toBe('APPROVED')
  })
  test('a request that was sent back is attested anew', async () => {
    const { id: accountId } = await accountIn(app, 'PERMITTED')
    await act(app, 'opa', 'returnAccountRequest', { accountId, ...REASON })
    expect(await stepsOf(accountId)).toMatchObject({ SECURITY: 'NOT_YET', PERMISSION: 'NOT_YET' })
  })
})

describe('IV.D.1: civil rights and civil liberties are heard where the risk screen asks for it', () => {
  test('one risk question answered by yes asks for advice before the approval', async () => {
    const { id: accountId } = await risky(app)
    expect(clauseIds(await act(app, 'aspa', 'approveAccount', { accountId }))).toEqual(['IV.D.1'])
    expect(await stepsOf(accountId)).toMatchObject({ CIVIL_RIGHTS: 'WAITING', APPROVAL: 'NOT_YET' })
    await act(app, 'crcl', 'recordAccountAdvice', { accountId, advice: 'CONCUR', ...REASON })
    expect((await act(app, 'aspa', 'approveAccount', { accountId })).state).toBe('APPROVED')
  })
  test('advice against it is passed over only with a written reason', async () => {
    const { id: accountId } = await risky(app)
    await act(app, 'crcl', 'recordAccountAdvice', { accountId, advice: 'NON_CONCUR', ...REASON })
    expect(clauseIds(await act(app, 'aspa', 'approveAccount', { accountId }))).toEqual(['IV.D.1'])
    expect(clauseIds(await act(app, 'aspa', 'approveAccount', { accountId, reason: ' ' }))).toEqual([
      'IV.D.1',
    ])
    expect((await act(app, 'aspa', 'approveAccount', { accountId, ...REASON })).state).toBe('APPROVED')
  })
  test('no other office advises, and advice has reasons', async () => {
    const { id: accountId } = await risky(app)
    const advice = { accountId, advice: 'CONCUR', ...REASON }
    for (const persona of ['opa', 'aspa', 'cio', 'manager-cbp']) {
      expect((await act(app, persona, 'recordAccountAdvice', advice)).__typename).toBe('ForbiddenError')
    }
    const unreasoned = await act(app, 'crcl', 'recordAccountAdvice', { ...advice, reason: '' })
    expect(unreasoned.__typename).toBe('InvalidInputError')
  })
  test('an exception to IV.D.1 in force lets the approval pass', async () => {
    const { id: accountId } = await risky(app)
    await exceptionFor(accountId, 'IV.D.1')
    expect((await act(app, 'aspa', 'approveAccount', { accountId })).state).toBe('APPROVED')
  })
})

describe('V.B.3: what a request carries, as the form in force asks', () => {
  test.each([
    ['administrators', 1, 'IV.B.3'],
    ['administrators', null, 'IV.B.3'],
    ['officialOutletUrl', null, 'V.B.10'],
    ['audience', ' ', 'V.B.3'],
    ['language', null, 'V.B.3'],
    ['commentPolicyUrl', null, 'V.A.2'],
    ['privacyNoticeUrl', null, 'III.H'],
    ['recordsCaptureMethod', '', 'III.E'],
    ['answers', [], 'IV.B.3'],
  ])('a request whose %s is %s is refused under %s', async (field, value, clause) => {
    const refused = await act(app, 'manager-cbp', 'requestAccount', requestInput(app, { [field]: value }))
    expect(clauseIds(refused)).toEqual([clause])
  })
  test.each(['https://www.instagram.com/cbpgov/', 'https://x.com/CBP', 'https://x.com/i/status/1'])(
    'V.B.10: %s is no official outlet, in a request, reworked or corrected',
    async (officialOutletUrl) => {
      const told = async (name: string, input: object) =>
        (await act(app, 'manager-cbp', name, { ...input, officialOutletUrl })).issues.map(({ path }) => path)
      expect(await told('requestAccount', requestInput(app))).toEqual(['officialOutletUrl'])
      const { componentId: _c, profileUrl: _p, useCategory: _u, ...details } = requestInput(app) as Input
      const inUse = await insertAccount(app, 'ACTIVE')
      const { id: accountId } = await act(app, 'manager-cbp', 'requestAccount', requestInput(app))
      expect(await told('updateAccount', { accountId: inUse, title: 'A' })).toEqual(['officialOutletUrl'])
      await act(app, 'director-cbp', 'returnAccountRequest', { accountId, reason: 'Which outlet?' })
      expect(await told('resubmitAccountRequest', { accountId, ...details })).toEqual(['officialOutletUrl'])
    },
  )
  test.each([
    [[{ key: 'nothing', value: 'YES' }], 'answers.nothing'],
    [[...formAnswers(), { key: 'showsPeople', value: 'NO' }], 'answers.showsPeople'],
    [[{ key: 'showsPeople', value: 'PERHAPS' }], 'answers.showsPeople'],
  ])('answers that fit no question name the question', async (answers, path) => {
    const refused = await act(app, 'manager-cbp', 'requestAccount', requestInput(app, { answers }))
    expect(refused.issues.map((issue) => issue.path)).toEqual([path])
  })
})

describe('a request can be reworked, and its history is kept', () => {
  test('what changed is told field by field, and the risk screen counts anew', async () => {
    const first = requestInput(app) as Input
    const { id: accountId } = await act(app, 'manager-cbp', 'requestAccount', first)
    await act(app, 'director-cbp', 'returnAccountRequest', { accountId, reason: 'Who is the audience?' })
    const { componentId: _c, profileUrl: _p, useCategory: _u, ...details } = first
    await act(app, 'manager-cbp', 'resubmitAccountRequest', {
      accountId,
      ...details,
      audience: 'Truck drivers.',
      answers: formAnswers('showsPeople'),
    })
    const { data } = await app.as(
      'director-cbp',
      `query ($id: ID!) { account(id: $id) {
        decisions { kind reason }
        submissions { number form { version } answers { key value risk } changes { field label before after } }
      } }`,
      { id: accountId },
    )
    const [sent, again] = data.account.submissions
    expect(sent.changes).toContainEqual({
      field: 'audience',
      label: 'audience',
      before: null,
      after: 'Travelers at this crossing.',
    })
    expect(again.changes).toEqual([
      {
        field: 'audience',
        label: 'audience',
        before: 'Travelers at this crossing.',
        after: 'Truck drivers.',
      },
      {
        field: 'answers.showsPeople',
        label: 'Will it show or name members of the public?',
        before: 'NO',
        after: 'YES',
      },
    ])
    expect(again.answers.filter(({ risk }: { risk: boolean }) => risk)).toEqual([
      { key: 'showsPeople', value: 'YES', risk: true },
    ])
    expect(data.account.decisions).toMatchObject([
      { kind: 'RETURNED', reason: 'Who is the audience?' },
      { kind: 'RESUBMITTED' },
    ])
    expect(await stepsOf(accountId)).toMatchObject({ CIVIL_RIGHTS: 'NOT_YET' })
  })
  test('another component sees neither the steps nor the submissions of a listed account', async () => {
    const { id } = await accountIn(app, 'ACTIVE')
    const { data } = await app.as(
      'manager-fema',
      'query ($id: ID!) { account(id: $id) { approvalSteps { step } submissions { number } } }',
      { id },
    )
    expect(data.account).toEqual({ approvalSteps: [], submissions: [] })
  })
  test.each([['returnAccountRequest'], ['denyAccount']])('%s gives a reason', async (name) => {
    const { id: accountId } = await accountIn(app, 'ENDORSED')
    expect((await act(app, 'opa', name, { accountId, reason: ' ' })).__typename).toBe('InvalidInputError')
  })
})

describe('a person deactivated in the middle of an approval', () => {
  test('decides nothing more, what they decided stands, and nothing is half-written', async () => {
    const own = await createTestApp()
    try {
      const { id: accountId } = await accountIn(own, 'ENDORSED')
      const opa = await own.actor('opa')
      await act(own, 'cio', 'attestAccountSecurity', { accountId })
      await act(own, 'admin', 'deactivatePerson', { personId: own.personId('opa'), ...REASON })
      const permit = runCommand(
        own.services.commands,
        permitAccount,
        { actor: opa, requestId: 'deactivated' },
        { accountId: rawId(accountId) },
      )
      await expect(permit).rejects.toMatchObject({ refusal: { code: 'FORBIDDEN', clauses: ['V.B.5'] } })
      const { data } = await own.as(
        'aspa',
        'query ($id: ID!) { account(id: $id) { state permittedAt approvalSteps { step standing } } }',
        { id: accountId },
      )
      expect(data.account).toMatchObject({ state: 'ENDORSED', permittedAt: null })
      expect(data.account.approvalSteps).toContainEqual({ step: 'SECURITY', standing: 'GIVEN' })
      expect(clauseIds(await act(own, 'aspa', 'approveAccount', { accountId }))).toEqual(['V.B.2'])
    } finally {
      await own.close()
    }
  })
})
