import { createMetrics } from '@official-accounts/server/http/metrics'
import { deliverMail, type MailDelivery } from '@official-accounts/server/jobs/notification/deliver-mail'
import { createMailMetrics } from '@official-accounts/server/jobs/notification/mail-metrics'
import { smtpTransport } from '@official-accounts/server/jobs/notification/mail-transport'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { act, requestInput } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { forgetEvents, giveAddresses, tellAll } from '../support/notifications.ts'
import { rawId } from '../support/records.ts'
import { startSmtpServer, type SmtpServer } from '../support/smtp-server.ts'

const START = new Date('2027-03-01T15:00:00Z')
const MINUTE = 60_000

let app: TestApp
let smtp: SmtpServer
let now: Date
let delivery: MailDelivery

beforeEach(async () => {
  now = START
  app = await createTestApp({ at: () => now })
  smtp = await startSmtpServer()
  delivery = {
    commands: app.services.commands,
    transport: smtpTransport({ smtpUrl: smtp.url, from: 'accounts@mail.test' }),
    publicUrl: 'https://accounts.test',
    metrics: createMailMetrics(createMetrics().registry),
    now: () => now,
  }
  await giveAddresses(app, 'director-cbp')
  await forgetEvents(app)
})
afterEach(async () => {
  await smtp.stop()
  await app.close()
})

async function tellDirector(count = 1): Promise<void> {
  for (let made = 0; made < count; made++) await act(app, 'manager-cbp', 'requestAccount', requestInput(app))
  await tellAll(app, true)
}

async function refused(persona = 'admin'): Promise<{ subjectId: string; reason: string; title: string }[]> {
  const answer = await app.as(
    persona,
    '{ workItems(queues: ["MAIL_REFUSED"]) { items { subjectId reason title } } }',
  )
  expect(answer.errors).toBeUndefined()
  return answer.data.workItems.items
}

async function states(): Promise<readonly string[]> {
  const { rows } = await app.owner.query('select mail_state from notification order by id')
  return rows.map(({ mail_state }) => mail_state)
}

const setAddress = (address: string) =>
  app.owner.query('update person set email = $1 where id = $2', [
    address,
    rawId(app.personId('director-cbp')),
  ])

test('mail that is refused for good is one work item of the administrators for each reader, and no outage', async () => {
  smtp.answerTo = () => '550 no such mailbox'
  await tellDirector(2)
  expect(await deliverMail(delivery)).toBe(0)
  const [item, ...others] = await refused()
  expect([item?.reason, others]).toEqual([
    'Mail to this reader is refused for good. The server answered 550.',
    [],
  ])
  expect(await refused('opa')).toEqual([])
  expect(await states()).toEqual(['FAILED', 'FAILED'])
  expect((await app.owner.query('select * from mail_outage')).rows).toEqual([])
  const { data } = await app.as('director-cbp', 'query ($id: ID!) { mailRefusal(id: $id) { failure } }', {
    id: item?.subjectId,
  })
  expect(data.mailRefusal).toBeNull()
})

test('with a mended address it goes out again, once, and the address stays out of the audit', async () => {
  smtp.answerTo = (address) => (address === 'new@mail.test' ? '250 ok' : '550 no such mailbox')
  await tellDirector(2)
  await deliverMail(delivery)
  const [item] = await refused()
  const resend = (by: string, input: object = {}) =>
    act(app, by, 'resendRefusedMail', { mailRefusalId: item?.subjectId, reason: 'A new name.', ...input })
  expect(['NOT_FOUND', 'FORBIDDEN']).toContain((await resend('director-cbp')).code)
  expect((await resend('opa')).code).toBe('FORBIDDEN')
  expect((await resend('admin', { address: 'nobody' })).code).toBe('INVALID_INPUT')
  expect((await resend('admin', { address: 'new@mail.test' })).code).toBeUndefined()
  expect((await resend('admin')).code).toBe('INVALID_STATE')
  expect(await refused()).toEqual([])
  expect(await deliverMail(delivery)).toBe(2)
  expect(await deliverMail(delivery)).toBe(0)
  expect(smtp.mails.map(({ to }) => to)).toEqual(['new@mail.test', 'new@mail.test'])
  expect(await states()).toEqual(['SENT', 'SENT'])
  const { rows } = await app.owner.query(
    `select changes from audit_entry where action = 'mailRefusal.resend' and outcome = 'ACCEPTED'`,
  )
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).toContain('MENDED')
  expect(JSON.stringify(rows)).not.toContain('@')
})

test('more mail that is refused meanwhile does not stand in the way of whoever is about to settle it', async () => {
  smtp.answerTo = () => '550 no such mailbox'
  await tellDirector()
  await deliverMail(delivery)
  const [item] = await refused()
  const read = 'query ($id: ID!) { mailRefusal(id: $id) { version mails } }'
  const { data } = await app.as('admin', read, { id: item?.subjectId })
  await tellDirector()
  await deliverMail(delivery)
  const settled = await act(app, 'admin', 'resendRefusedMail', {
    mailRefusalId: item?.subjectId,
    expectedVersion: data.mailRefusal.version,
    reason: 'A new name.',
  })
  expect(settled.code).toBeUndefined()
  expect((await app.as('admin', read, { id: item?.subjectId })).data.mailRefusal.mails).toBe(2)
})

test('refused again it is work again; given up, it is told here alone', async () => {
  smtp.answerTo = () => '550 no such mailbox'
  await tellDirector()
  await deliverMail(delivery)
  const [first] = await refused()
  await act(app, 'admin', 'resendRefusedMail', { mailRefusalId: first?.subjectId, reason: 'Try it.' })
  await deliverMail(delivery)
  const [second] = await refused()
  expect(second?.subjectId).not.toBe(first?.subjectId)
  const { code } = await act(app, 'admin', 'giveUpRefusedMail', {
    mailRefusalId: second?.subjectId,
    reason: 'Reads it here.',
  })
  expect(code).toBeUndefined()
  expect(await states()).toEqual(['NONE'])
  now = new Date(now.getTime() + 60 * MINUTE)
  expect(await deliverMail(delivery)).toBe(0)
  expect(smtp.mails).toEqual([])
  const told = await app.as('director-cbp', '{ notifications { totalCount } }')
  expect(told.data.notifications.totalCount).toBe(1)
})

test('what is no address fails alone, and the others’ mail goes out', async () => {
  await giveAddresses(app, 'opa')
  await setAddress('not an address')
  await tellDirector()
  await setAddress('a b@mail.test, c')
  await deliverMail(delivery)
  expect((await refused()).length + smtp.mails.length).toBe(1)
  expect((await app.owner.query('select * from mail_outage')).rows).toEqual([])
})

test('the database settles refused mail once, and nobody’s but through it', async () => {
  smtp.answerTo = () => '550 no such mailbox'
  await tellDirector()
  await deliverMail(delivery)
  const [item] = await refused()
  const id = rawId(item?.subjectId ?? '')
  await expect(app.owner.query(`delete from mail_refusal where id = $1`, [id])).rejects.toThrow(
    'not rewritten',
  )
  await act(app, 'admin', 'giveUpRefusedMail', { mailRefusalId: item?.subjectId, reason: 'Enough.' })
  await expect(
    app.owner.query(`update mail_refusal set outcome = 'SENT_AGAIN' where id = $1`, [id]),
  ).rejects.toThrow('not rewritten')
})
