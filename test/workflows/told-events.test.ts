import { readSubject } from '@official-accounts/db/facts/event-subject'
import { runAs } from '@official-accounts/db/actor-settings'
import { EVENT_QUEUE, type QueuedEvent } from '@official-accounts/db/outbox'
import { transaction } from '@official-accounts/db/transaction'
import { NOTICES } from '@official-accounts/domain/notification/notices'
import { UNTOLD_EVENTS } from '@official-accounts/domain/notification/untold-events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXPECTED } from '../access/expected-matrix.ts'
import { act } from '../support/act.ts'
import { ARRANGEMENTS, arrangementOf } from '../support/arrangements.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { forgetEvents } from '../support/notifications.ts'

const SYSTEM = { scope: 'system', components: [], person: null } as const

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

async function eventsSince(): Promise<readonly QueuedEvent[]> {
  const { rows } = await app.owner.query<{ data: QueuedEvent }>(
    `select data from pgboss.job where name = $1 order by data->>'id'`,
    [EVENT_QUEUE],
  )
  await forgetEvents(app)
  return rows.map(({ data }) => data)
}

async function subjectOf({ subject }: QueuedEvent) {
  const [type = '', id = ''] = subject.split('/')
  const { client } = app.services.commands
  return runAs(SYSTEM, () => transaction(client, (tx) => readSubject(tx, type, id)))
}

/** Of a claim that runs for an import nobody is told: it is reminded of as work. */
async function isClaim({ subject }: QueuedEvent): Promise<boolean> {
  const id = subject.split('/')[1]
  const { rows } = await app.owner.query(`select from account_timer where id = $1 and kind = 'CLAIM'`, [id])
  return subject.startsWith('AccountTimer/') && rows.length > 0
}

test('what a command makes happen is told of a record by its name, or is known to be told nobody', async () => {
  const people = await app.owner.query<{ name: string }>('select display_name as name from person')
  const names = people.rows.map(({ name }) => name)
  const told = new Set<string>()
  for (const name of Object.keys(ARRANGEMENTS)) {
    const row = EXPECTED[name]
    const persona = (row?.may ?? row?.cbp?.may)?.[0] ?? ''
    const input = await arrangementOf(name)(app, 'CBP')
    await act(app, persona, name, input)
    for (const event of await eventsSince()) {
      if (Object.hasOwn(UNTOLD_EVENTS, event.type)) continue
      expect(NOTICES[event.type], event.type).toBeDefined()
      const subject = await subjectOf(event)
      if (subject === null) expect(await isClaim(event), `${event.type} of ${event.subject}`).toBe(true)
      else {
        expect(
          names.filter((person) => subject.name.includes(person)),
          event.type,
        ).toEqual([])
        told.add(event.type)
      }
    }
  }
  expect(told.size).toBeGreaterThan(50)
})
