import { runCommand } from '@official-accounts/commands/run-command'
import { recordMail } from '@official-accounts/commands/notification/record-mail'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { accountIn, act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { forgetEvents, insertNotification, tellAll } from '../support/notifications.ts'
import { insertAccount, insertPlatform, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
beforeEach(async () => {
  await forgetEvents(app)
  await app.owner.query('delete from notification')
})
afterAll(() => app.close())

const TOLD = `{
  me { unreadNotifications mailPreference }
  notifications(first: 50) { totalCount edges { node { id kind words subjectName subjectId readAt mailState } } }
}`

interface Told {
  readonly unread: number
  readonly nodes: readonly {
    readonly id: string
    readonly kind: string
    readonly words: string
    readonly subjectId: string
    readonly readAt: string | null
  }[]
}

async function toldTo(persona: string): Promise<Told> {
  const { data, errors } = await app.as(persona, TOLD)
  expect(errors).toBeUndefined()
  const nodes = data.notifications.edges.map(({ node }: { node: unknown }) => node)
  return { unread: data.me.unreadNotifications, nodes }
}

async function kindsOf(persona: string): Promise<readonly string[]> {
  return (await toldTo(persona)).nodes.map(({ kind }) => kind)
}

test('each step of a request is told to the office whose turn it is, and the end of it to who asked', async () => {
  const account = await accountIn(app, 'APPROVED')
  await tellAll(app)
  expect(await kindsOf('director-cbp')).toEqual(['account.approved', 'account.requested'])
  expect(await kindsOf('opa')).toEqual(['account.securityAttested', 'account.endorsed'])
  expect(await kindsOf('aspa')).toEqual(['account.permitted'])
  expect(await kindsOf('manager-cbp')).toEqual([
    'account.approved',
    'account.permitted',
    'account.securityAttested',
  ])
  expect(await kindsOf('director-fema')).toEqual([])
  const { nodes } = await toldTo('opa')
  expect(nodes.at(-1)).toMatchObject({
    words: 'An endorsed request for an account waits for permission',
    subjectId: account.id,
    mailState: 'NONE',
  })
})

test('nobody is told of what they did themselves', async () => {
  const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
  await act(app, 'director-cbp', 'suspendAccount', { accountId, reason: 'A test.' })
  await tellAll(app)
  expect(await kindsOf('director-cbp')).toEqual([])
  expect(await kindsOf('manager-cbp')).toEqual(['account.suspended'])
  expect(await kindsOf('opa')).toEqual(['account.suspended'])
})

test('a suspended platform is told to the directors of every component', async () => {
  await act(app, 'aspa', 'suspendPlatform', { platformId: app.platformId('LinkedIn'), reason: 'A test.' })
  await tellAll(app)
  expect(await kindsOf('director-cbp')).toEqual(['platform.suspended'])
  expect(await kindsOf('director-fema')).toEqual(['platform.suspended'])
  expect(await kindsOf('manager-cbp')).toEqual([])
  await act(app, 'aspa', 'reinstatePlatform', { platformId: app.platformId('LinkedIn'), reason: 'A test.' })
})

test('who stands in for an office is told what its holder is told (IV.A.4)', async () => {
  const { code } = await act(app, 'aspa', 'recordStandIn', {
    kind: 'COVER',
    role: 'ASPA',
    delegateId: app.personId('policy'),
    validUntil: '2099-01-01T00:00:00Z',
    writtenAuthority: 'Memorandum 1',
    reason: 'A test.',
  })
  expect(code).toBeUndefined()
  await forgetEvents(app)
  await accountIn(app, 'PERMITTED')
  await tellAll(app)
  expect(await kindsOf('policy')).toEqual(['account.permitted'])
})

test('what was told is one’s own: nobody else reads it, marks it, or counts it', async () => {
  const id = await insertNotification(app, rawId(app.personId('manager-cbp')))
  for (const persona of ['director-cbp', 'admin', 'aspa', 'inspector', 'employee']) {
    const answer = await app.as(persona, 'query ($id: ID!) { node(id: $id) { id } }', { id })
    expect(answer.data.node, persona).toBeNull()
    expect((await toldTo(persona)).nodes).toEqual([])
    expect((await act(app, persona, 'markNotificationRead', { notificationId: id })).code).toBe('NOT_FOUND')
  }
  expect((await toldTo('manager-cbp')).unread).toBe(1)
})

test('what is read is read once, and all at once', async () => {
  const personId = rawId(app.personId('employee'))
  const id = await insertNotification(app, personId)
  await insertNotification(app, personId)
  await insertNotification(app, personId)
  expect((await act(app, 'employee', 'markNotificationRead', { notificationId: id })).code).toBeUndefined()
  expect((await act(app, 'employee', 'markNotificationRead', { notificationId: id })).code).toBe('CONFLICT')
  expect((await toldTo('employee')).unread).toBe(2)
  expect((await act(app, 'employee', 'markAllNotificationsRead', {})).code).toBeUndefined()
  const { unread, nodes } = await toldTo('employee')
  expect(unread).toBe(0)
  expect(nodes.every(({ readAt }) => readAt !== null)).toBe(true)
})

test('how one is told is set by oneself, with the version one saw', async () => {
  const set = (input: object) => act(app, 'director-fema', 'setNotificationPreference', input)
  expect((await app.as('director-fema', TOLD)).data.me.mailPreference).toBe('AT_ONCE')
  expect(await set({ mail: 'DAILY' })).toMatchObject({ version: 1 })
  expect(await set({ mail: 'NONE', expectedVersion: 0 })).toMatchObject({ code: 'STALE_VERSION', actual: 1 })
  expect((await app.as('director-fema', TOLD)).data.me.mailPreference).toBe('DAILY')
  expect((await app.as('director-cbp', TOLD)).data.me.mailPreference).toBe('AT_ONCE')
})

test('who was told of what is in the audit, by id and without a name', async () => {
  await accountIn(app, 'REQUESTED')
  await tellAll(app)
  const { rows } = await app.owner.query(
    `select changes, actor_kind from audit_entry where action = 'notification.record' order by id desc limit 1`,
  )
  expect(rows[0].actor_kind).toBe('SYSTEM')
  expect(rows[0].changes).toContainEqual({
    field: 'told',
    before: null,
    after: [rawId(app.personId('director-cbp'))],
  })
})

test('the database refuses a second telling, a mail that is sent twice, and words that are rewritten', async () => {
  const personId = rawId(app.personId('opa'))
  const sent = { mail_state: 'SENT', mail_id: crypto.randomUUID(), sent_at: new Date() }
  const id = rawId(await insertNotification(app, personId, sent))
  const change = (set: string) => app.owner.query(`update notification set ${set} where id = $1`, [id])
  await expect(change(`mail_state = 'PENDING', sent_at = null, next_attempt_at = now()`)).rejects.toThrow(
    'told once',
  )
  await expect(change(`subject_name = 'Another'`)).rejects.toThrow('told once')
  const { rows } = await app.owner.query('select event_id from notification where id = $1', [id])
  await expect(insertNotification(app, personId, { event_id: rows[0].event_id })).rejects.toThrow('duplicate')
  const call = { actor: { kind: 'SYSTEM', process: 'test' } as const, requestId: null }
  const again = { mailId: sent.mail_id, outcome: 'SENT', failure: null }
  await expect(runCommand(app.services.commands, recordMail, call, again)).rejects.toThrow(
    'This mail is SENT',
  )
})

test('IV.A.2: that a review no longer holds is told to the office whose review it is, once, and to no other', async () => {
  const platformId = await insertPlatform(app, 'APPROVED', { name: 'Platform with new terms' })
  const change = {
    platformId,
    text: 'TERMS_OF_SERVICE',
    changedOn: '2026-11-01',
    textUrl: 'https://platform.test/terms',
    textSha256: 'a'.repeat(64),
    reason: 'They ask for more.',
  }
  const changed = await act(app, 'opa', 'recordPlatformTermsChange', change)
  expect(changed.code, changed.message).toBeUndefined()
  await tellAll(app)
  const { nodes } = await toldTo('counsel')
  expect(nodes.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([
    ['platform-review.reopened', platformId],
  ])
  for (const persona of ['cio', 'privacy', 'crcl', 'records', 'opa', 'aspa']) {
    expect(await kindsOf(persona), persona).toEqual([])
  }
})
