import { createMetrics } from '@official-accounts/server/http/metrics'
import { deliverMail } from '@official-accounts/server/jobs/notification/deliver-mail'
import { createMailMetrics } from '@official-accounts/server/jobs/notification/mail-metrics'
import { smtpTransport } from '@official-accounts/server/jobs/notification/mail-transport'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accountIn, act, requestInput, type Outcome } from '../support/act.ts'
import { accessRequest } from '../support/arrangements/access-grant.ts'
import { certificationInput } from '../support/arrangements/certification.ts'
import { newestVersion } from '../support/arrangements/guidance.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { fingerprint } from '../support/fingerprint.ts'
import { forgetEvents, giveAddresses, tellAll } from '../support/notifications.ts'
import { insertAccount, insertPlatform, rawId } from '../support/records.ts'
import { passedReview } from '../support/reviews.ts'
import { rowCounts } from '../support/row-counts.ts'
import { startSmtpServer } from '../support/smtp-server.ts'
import { whileHeld } from '../support/waiting.ts'

const MINUTE = 60_000
const REASON = { reason: 'Because the test says so.' }
const AUTHORITY = { writtenAuthority: 'Memorandum 7 of the Assistant Secretary' }

let offset = 0
const clock = () => new Date(Date.now() + offset)
const inMinutes = (minutes: number) => new Date(clock().getTime() + minutes * MINUTE).toISOString()
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: clock })
})
afterAll(() => app.close())
beforeEach(() => void (offset = 0))

const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)
const paths = ({ issues }: Outcome) => issues?.map(({ path }) => path)

/** Demands that of what was refused nothing is left in any table but the refusal itself, in the audit. */
async function leavesNothing<Result>(work: () => Promise<Result>): Promise<Result> {
  const [print, { refusals: _before, ...before }] = [await fingerprint(app), await rowCounts(app)]
  const result = await work()
  const { refusals: _after, ...after } = await rowCounts(app)
  expect(after, 'rows came or went').toEqual(before)
  expect(await fingerprint(app), 'something was written all the same').toBe(print)
  return result
}

const refused = (persona: string, name: string, input: object) =>
  leavesNothing(() => act(app, persona, name, input))

describe('bad input: each gets its typed refusal, and nothing is half-written', () => {
  test('a review by the wrong office', async () => {
    const platformId = await insertPlatform(app, 'UNDER_REVIEW', {}, 'DUE')
    const outcome = await refused('privacy', 'recordPlatformReview', {
      platformId,
      ...passedReview('SECURITY'),
    })
    expect([outcome.__typename, clauseIds(outcome)]).toEqual(['ForbiddenError', ['IV.B.1']])
  })
  test('a decision on one’s own request: for an account, an exception, access', async () => {
    const { id: accountId } = await act(app, 'opa', 'requestAccount', requestInput(app))
    await act(app, 'director-cbp', 'endorseAccount', { accountId })
    const permission = await refused('opa', 'permitAccount', { accountId })
    expect([permission.__typename, clauseIds(permission)]).toEqual(['PolicyRefusalError', ['V.B.2']])
    const written = { clauses: ['V.B.10'], justification: 'No site yet.', validUntil: inMinutes(60) }
    const { id: exceptionId } = await act(app, 'opa', 'requestException', { accountId, ...written })
    const grant = { exceptionId, decision: 'GRANT', ...REASON }
    expect(clauseIds(await refused('opa', 'decideException', grant))).toEqual(['V.B.12', 'V.B.2'])
    const { id: accessGrantId } = await act(app, 'opa', 'requestAccess', accessRequest())
    const approval = { accessGrantId, decision: 'APPROVE', ...REASON }
    expect(clauseIds(await refused('opa', 'decideAccess', approval))).toEqual(['V.B.2', 'V.B.4'])
  })
  test('an expired delegation, and one whose scope is another platform', async () => {
    const accountId = await insertAccount(app, 'ENDORSED', { permitted: true })
    const approve = () => act(app, 'director-cbp', 'approveAccount', { accountId })
    const lend = (scope: object) =>
      act(app, 'aspa', 'delegateApproval', {
        delegateId: app.personId('director-cbp'),
        componentId: app.componentId('CBP'),
        ...scope,
        ...AUTHORITY,
        ...REASON,
      })
    expect((await lend({ validUntil: inMinutes(10) })).__typename).toBe('Delegation')
    expect((await lend({ platformId: app.platformId('Facebook') })).__typename).toBe('Delegation')
    offset = 11 * MINUTE
    const outcome = await leavesNothing(approve)
    expect([outcome.__typename, clauseIds(outcome)]).toEqual(['ForbiddenError', ['IV.A.2']])
    offset = 5 * MINUTE
    expect((await approve()).state).toBe('APPROVED')
  })
  test.each(['III.D', 'III.E', 'III.H', 'III.I'])('an exception that names a statute: %s', async (clause) => {
    const written = { clauses: ['V.B.10', clause], justification: 'Why not.', validUntil: inMinutes(60) }
    const accountId = await insertAccount(app, 'ACTIVE')
    const outcome = await refused('manager-cbp', 'requestException', { accountId, ...written })
    expect([outcome.__typename, clauseIds(outcome)]).toEqual(['PolicyRefusalError', ['V.B.12', clause]])
  })
  test('a campaign over zero accounts', async () => {
    const nobody = certificationInput([], { filter: { topic: 'nobody-writes-of-this' } })
    const outcome = await refused('opa', 'openCertification', nobody)
    expect([outcome.__typename, paths(outcome)]).toEqual(['InvalidInputError', ['filter']])
  })
  test('two campaigns over the same accounts, one after the other and at once', async () => {
    const accountId = await insertAccount(app, 'ACTIVE')
    const first = await act(app, 'opa', 'openCertification', certificationInput([accountId]))
    const second = await refused('aspa', 'openCertification', certificationInput([accountId]))
    expect([second.__typename, second.existingId]).toEqual(['ConflictError', first.id])
    const other = certificationInput([await insertAccount(app, 'ACTIVE')])
    const before = await rowCounts(app)
    const ends = await Promise.all(['opa', 'aspa'].map((by) => act(app, by, 'openCertification', other)))
    expect(ends.map(({ __typename }) => __typename).sort()).toEqual(['Certification', 'ConflictError'])
    const after = await rowCounts(app)
    for (const table of ['certification', 'certification_part', 'certification_answer'])
      expect((after[table] ?? 0) - (before[table] ?? 0), table).toBe(1)
  })
  test('a back-dated acknowledgement', async () => {
    const guidance = { kind: 'GUIDANCE', topic: 'PERSONAL_CAPACITY', title: 'In a personal capacity' }
    const version = { body: 'Say that you speak for yourself.', changeSummary: 'New.', roles: [] }
    const { id } = await act(app, 'opa', 'publishGuidance', { ...guidance, ...version })
    const backDated = { versionId: await newestVersion(app, id), acknowledgedOn: '2020-01-01' }
    const outcome = await refused('manager-cbp', 'acknowledgeGuidance', backDated)
    expect([outcome.__typename, paths(outcome)]).toEqual(['InvalidInputError', ['acknowledgedOn']])
  })
  test('a person deactivated in the middle of an approval', async () => {
    const { id: accountId } = await accountIn(app, 'ENDORSED')
    const personId = app.personId('opa')
    let between = ''
    const outcome = await whileHeld(
      app,
      rawId(accountId),
      () => act(app, 'opa', 'permitAccount', { accountId }),
      async () => {
        await act(app, 'admin', 'deactivatePerson', { personId, ...REASON })
        between = await fingerprint(app)
      },
    )
    expect([outcome.__typename, clauseIds(outcome)]).toEqual(['ForbiddenError', ['V.B.5']])
    expect(await fingerprint(app), 'something of the permission was written').toBe(between)
    await act(app, 'admin', 'reactivatePerson', { personId, ...REASON })
    expect((await act(app, 'opa', 'permitAccount', { accountId })).code).toBeUndefined()
  })
})

test('bad input: a mail server that is down for an hour delays what it was to send, visibly, and loses nothing', async () => {
  const smtp = await startSmtpServer()
  const sending = {
    commands: app.services.commands,
    transport: smtpTransport({ smtpUrl: smtp.url, from: 'accounts@mail.test' }),
    publicUrl: 'https://accounts.test',
    metrics: createMailMetrics(createMetrics().registry),
    now: clock,
  }
  await giveAddresses(app, 'director-cbp')
  await forgetEvents(app)
  await smtp.stop()
  const { state } = await act(app, 'manager-cbp', 'requestAccount', requestInput(app))
  expect(state, 'the request does not wait for the mail').toBe('REQUESTED')
  const before = await rowCounts(app)
  await tellAll(app, true)
  for (const minute of [0, 15, 30, 45, 61]) {
    offset = minute * MINUTE
    expect(await deliverMail(sending), `after ${minute} minutes`).toBe(0)
  }
  const after = await rowCounts(app)
  expect([after['notification'], after['mail_outage']]).toEqual([
    (before['notification'] ?? 0) + 1,
    (before['mail_outage'] ?? 0) + 1,
  ])
  const { data } = await app.as('admin', '{ mailOutage { failure } workItems { items { kind } } }')
  expect(data.mailOutage.failure).toContain('No connection')
  expect(data.workItems.items).toContainEqual({ kind: 'MAIL_OUTAGE' })
  await smtp.start()
  offset = 200 * MINUTE
  expect(await deliverMail(sending)).toBe(1)
  expect(await deliverMail(sending)).toBe(0)
  expect(smtp.mails).toHaveLength(1)
  await smtp.stop()
})
