import type { TestApp } from '../support/create-test-app.ts'
import { createMetrics } from '@official-accounts/server/http/metrics'
import { deliverMail, type MailDelivery } from '@official-accounts/server/jobs/notification/deliver-mail'
import { createMailMetrics } from '@official-accounts/server/jobs/notification/mail-metrics'
import { smtpTransport } from '@official-accounts/server/jobs/notification/mail-transport'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { act, requestInput } from '../support/act.ts'
import { rawId } from '../support/records.ts'
import { createTestApp } from '../support/create-test-app.ts'
import { forgetEvents, giveAddresses, tellAll, tellEvent } from '../support/notifications.ts'
import { startSmtpServer, type SmtpServer } from '../support/smtp-server.ts'

const START = new Date('2027-03-01T15:00:00Z')
const MINUTE = 60_000

let app: TestApp
let smtp: SmtpServer
let now: Date
let metrics: ReturnType<typeof createMetrics>
let delivery: MailDelivery

beforeEach(async () => {
  now = START
  app = await createTestApp({ at: () => now })
  smtp = await startSmtpServer()
  metrics = createMetrics()
  delivery = {
    commands: app.services.commands,
    transport: smtpTransport({ smtpUrl: smtp.url, from: 'accounts@mail.test' }),
    publicUrl: 'https://accounts.test',
    metrics: createMailMetrics(metrics.registry),
    now: () => now,
  }
  await giveAddresses(app, 'director-cbp', 'opa', 'admin')
  await forgetEvents(app)
})
afterEach(async () => {
  await smtp.stop()
  await app.close()
})

function pass(minutes: number): void {
  now = new Date(now.getTime() + minutes * MINUTE)
}

async function requestAccounts(count: number): Promise<void> {
  for (let made = 0; made < count; made++) {
    const { code } = await act(app, 'manager-cbp', 'requestAccount', requestInput(app))
    expect(code).toBeUndefined()
  }
}

async function mailStates(): Promise<Record<string, number>> {
  const { rows } = await app.owner.query(
    `select mail_state, count(*)::int as count from notification group by 1 order by 1`,
  )
  return Object.fromEntries(rows.map(({ mail_state, count }) => [mail_state, count]))
}

async function work(persona: string): Promise<{ kind: string; action: string }[]> {
  const answer = await app.as(persona, '{ workItems { items { kind action reason } } }')
  return answer.data.workItems.items
}

test('a mail server that is down for an hour delays mail, and each arrives once when it is back', async () => {
  await smtp.stop()
  for (let minute = 0; minute < 60; minute++) {
    if (minute % 20 === 0) await requestAccounts(2)
    await tellAll(app, true)
    expect(await deliverMail(delivery)).toBe(0)
    pass(1)
  }
  expect(await mailStates()).toEqual({ PENDING: 6 })
  const { rows: outages } = await app.owner.query('select attempts, ended_at, failure from mail_outage')
  expect(outages).toEqual([
    { attempts: expect.any(Number), ended_at: null, failure: 'No connection: ESOCKET.' },
  ])
  expect(outages[0].attempts).toBeLessThan(12)
  expect((await work('admin')).map(({ kind, action }) => [kind, action])).toEqual([
    ['MAIL_OUTAGE', 'retryMail'],
  ])
  expect((await work('opa')).map(({ kind }) => kind)).not.toContain('MAIL_OUTAGE')
  expect(await metrics.registry.metrics()).toContain('official_accounts_mail_waiting 6')

  await smtp.start()
  pass(15)
  expect(await deliverMail(delivery)).toBe(6)
  expect(await deliverMail(delivery)).toBe(0)
  pass(24 * 60)
  expect(await deliverMail(delivery)).toBe(0)
  expect(smtp.mails).toHaveLength(6)
  expect(new Set(smtp.mails.map(({ messageId }) => messageId)).size).toBe(6)
  expect(await mailStates()).toEqual({ SENT: 6 })
  expect(await work('admin')).toEqual([])
  expect(await metrics.registry.metrics()).toContain('official_accounts_mail_waiting 0')
})

test('an outage of less than an hour is nobody’s work, and an administrator may have it tried at once', async () => {
  await smtp.stop()
  await requestAccounts(1)
  await tellAll(app, true)
  await deliverMail(delivery)
  pass(59)
  expect(await work('admin')).toEqual([])
  await deliverMail(delivery)
  await smtp.start()
  expect(await deliverMail(delivery)).toBe(0)
  const answer = await app.as('admin', '{ mailOutage { id failure attempts } }')
  expect(answer.data.mailOutage).toMatchObject({ attempts: 2 })
  const { code } = await act(app, 'admin', 'retryMail', { outageId: answer.data.mailOutage.id })
  expect(code).toBeUndefined()
  expect(await deliverMail(delivery)).toBe(1)
  expect((await app.as('admin', '{ mailOutage { id } }')).data.mailOutage).toBeNull()
  const again = await act(app, 'admin', 'retryMail', { outageId: answer.data.mailOutage.id })
  expect(again.code).toBe('NOT_FOUND')
})

test('two senders at once send each mail once', async () => {
  await requestAccounts(8)
  await tellAll(app, true)
  const sent = await Promise.all([deliverMail(delivery), deliverMail(delivery), deliverMail(delivery)])
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(8)
  expect(smtp.mails).toHaveLength(8)
})

test('an event that is told twice is told each person once', async () => {
  await requestAccounts(1)
  const [event] = await tellAll(app, true)
  if (event === undefined) throw new Error('Nothing happened.')
  expect(await tellEvent(app, event, true)).toBe(false)
  await Promise.all([tellEvent(app, event, true), tellEvent(app, event, true)])
  expect(await mailStates()).toEqual({ PENDING: 1 })
})

test('whoever dies between sending and recording sends once more under the same message id', async () => {
  await requestAccounts(1)
  await tellAll(app, true)
  smtp.dropAfter = 1
  expect(await deliverMail(delivery)).toBe(0)
  smtp.dropAfter = null
  pass(15)
  expect(await deliverMail(delivery)).toBe(1)
  expect(smtp.mails).toHaveLength(2)
  expect(smtp.mails[0]?.messageId).toBe(smtp.mails[1]?.messageId)
})

test('a refused address fails alone, a full mailbox waits alone, and the others go out', async () => {
  await giveAddresses(app, 'manager-cbp')
  await requestAccounts(1)
  const [request] = await tellAll(app, true)
  await act(app, 'director-cbp', 'endorseAccount', { accountId: accountOf(request) })
  await act(app, 'opa', 'permitAccount', { accountId: accountOf(request) })
  await tellAll(app, true)
  smtp.answerTo = (address) => {
    if (address.startsWith('director')) return '550 no such mailbox'
    return address.startsWith('opa') ? '452 mailbox full' : '250 ok'
  }
  expect(await deliverMail(delivery)).toBe(1)
  expect(await mailStates()).toMatchObject({ FAILED: 1, PENDING: 1, SENT: 1 })
  expect((await app.owner.query('select * from mail_outage')).rows).toEqual([])
  smtp.answerTo = () => '250 ok'
  expect(await deliverMail(delivery)).toBe(0)
  pass(1)
  expect(await deliverMail(delivery)).toBe(1)
  const { rows } = await app.owner.query(
    `select reason from audit_entry where action = 'notification.recordMail' and reason is not null order by reason`,
  )
  expect(rows.map(({ reason }) => reason)).toEqual(['The server answered 452.', 'The server answered 550.'])
})

test('a digest goes out once a day with all that waits, and a preference for no mail sends none', async () => {
  await act(app, 'director-cbp', 'setNotificationPreference', { mail: 'DAILY' })
  await requestAccounts(3)
  await tellAll(app, true)
  expect(await deliverMail(delivery)).toBe(0)
  pass(20 * 60)
  await requestAccounts(1)
  await tellAll(app, true)
  expect(await deliverMail(delivery)).toBe(1)
  expect(smtp.mails[0]?.subject).toBe('Official Accounts: 3 notifications')
  expect(smtp.mails[0]?.text.match(/^- /gm)).toHaveLength(3)
  await act(app, 'director-cbp', 'setNotificationPreference', { mail: 'NONE' })
  pass(24 * 60)
  expect(await deliverMail(delivery)).toBe(0)
  expect(await mailStates()).toEqual({ NONE: 1, SENT: 3 })
})

test('a preference for mail at once releases what waits for a digest', async () => {
  await act(app, 'director-cbp', 'setNotificationPreference', { mail: 'DAILY' })
  await requestAccounts(1)
  await tellAll(app, true)
  await act(app, 'director-cbp', 'setNotificationPreference', { mail: 'AT_ONCE' })
  expect(await deliverMail(delivery)).toBe(1)
})

test('no subject line names a person, an account or an address, and no line of a title is a line of the mail', async () => {
  // Refused when it is written; a name from before that rule is on record all the same.
  const title = 'Port of Entry\r\nBcc: everybody@mail.test'
  const { id } = await act(app, 'manager-cbp', 'requestAccount', requestInput(app))
  await app.owner.query('update account set title = $1 where id = $2', [title, rawId(id)])
  await tellAll(app, true)
  expect(await deliverMail(delivery)).toBe(1)
  const [mail] = smtp.mails
  expect(mail).toMatchObject({
    to: 'director-cbp@mail.test',
    subject: 'Official Accounts: An account was requested and waits for endorsement',
    messageId: expect.stringMatching(/^<[0-9a-f-]{36}@accounts\.test>$/),
  })
  expect(smtp.mails).toHaveLength(1)
  expect(mail?.text).toContain('https://accounts.test/admin/notifications')
  expect(mail?.text).not.toMatch(/^Bcc/m)
})

test('whoever has left, or has no address, gets no mail', async () => {
  await requestAccounts(1)
  await tellAll(app, true)
  await act(app, 'admin', 'deactivatePerson', { personId: app.personId('director-cbp'), reason: 'Left.' })
  expect(await deliverMail(delivery)).toBe(0)
  expect(smtp.mails).toEqual([])
  expect(await mailStates()).toMatchObject({ NONE: 1 })
})

function accountOf(event: { readonly subject: string } | undefined): string {
  return Buffer.from(`Account:${event?.subject.split('/')[1]}`).toString('base64')
}
