import { EVENT_QUEUE, type QueuedEvent } from '@official-accounts/db/outbox'
import { newId } from '@official-accounts/db/uuid'
import { tellPeople } from '@official-accounts/server/jobs/notification/tell-people'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { insertRow, rawId, type Columns } from './records.ts'

/** Tells people of everything that happened since, as the worker does; `mailGoesOut` as with a mail server set. */
export async function tellAll(app: TestApp, mailGoesOut = false): Promise<readonly QueuedEvent[]> {
  const { rows } = await app.owner.query<{ id: string; data: QueuedEvent }>(
    `select id, data from pgboss.job where name = $1 and state = 'created' order by data->>'id'`,
    [EVENT_QUEUE],
  )
  const events = rows.map(({ data }) => data)
  for (const event of events) await tellPeople(app.services.commands, event, mailGoesOut)
  await app.owner.query('delete from pgboss.job where id = any($1)', [rows.map(({ id }) => id)])
  return events
}

/** Tells people of one event, again or for the first time. */
export async function tellEvent(app: TestApp, event: QueuedEvent, mailGoesOut = false): Promise<boolean> {
  return tellPeople(app.services.commands, event, mailGoesOut)
}

/** Puts a notification of somebody's into the database, and answers with its global id. */
export async function insertNotification(
  app: Pick<TestApp, 'owner'>,
  personId: string,
  columns: Columns = {},
): Promise<string> {
  const id = newId()
  await insertRow(app, 'notification', {
    id,
    person_id: personId,
    event_id: newId(),
    kind: 'account.suspended',
    subject_type: 'Account',
    subject_id: newId(),
    subject_name: 'Test account',
    created_at: new Date(),
    mail_state: 'NONE',
    attempts: 0,
    ...columns,
  })
  return encodeGlobalID('Notification', id)
}

/** Begins an outage of the mail server, or goes on with the one there is; answers with its global id. */
export async function insertOutage(app: Pick<TestApp, 'owner'>, columns: Columns = {}): Promise<string> {
  await app.owner.query('update mail_outage set ended_at = now() where ended_at is null')
  const id = newId()
  const at = new Date()
  const outage = { began_at: at, last_failed_at: at, next_attempt_at: at, failure: 'No connection: ETEST.' }
  await insertRow(app, 'mail_outage', { id, ...outage, attempts: 1, version: 1, ...columns })
  return encodeGlobalID('MailOutage', id)
}

/** Begins a refusal of mail to somebody, or goes on with none; answers with its global id. */
export async function insertMailRefusal(
  app: Pick<TestApp, 'owner'>,
  personId: string,
  columns: Columns = {},
): Promise<string> {
  await app.owner.query(
    `update mail_refusal set settled_at = now(), outcome = 'GIVEN_UP' where settled_at is null and person_id = $1`,
    [personId],
  )
  const id = newId()
  const at = new Date()
  const refused = { failure: 'The server answered 550.', refused_at: at, last_refused_at: at }
  await insertRow(app, 'mail_refusal', {
    id,
    person_id: personId,
    ...refused,
    mails: 1,
    version: 1,
    ...columns,
  })
  return encodeGlobalID('MailRefusal', id)
}

/** Gives personas addresses to write to. */
export async function giveAddresses(app: TestApp, ...personas: readonly string[]): Promise<void> {
  for (const persona of personas) {
    const id = rawId(app.personId(persona))
    await app.owner.query('update person set email = $1 where id = $2', [`${persona}@mail.test`, id])
  }
}

/** Forgets what happened so far, such as the arrival of the personas: tests begin with nobody to tell. */
export async function forgetEvents(app: TestApp): Promise<void> {
  await app.owner.query('delete from pgboss.job where name = $1', [EVENT_QUEUE])
}
