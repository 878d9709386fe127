import { QUEUES } from '@official-accounts/server/queues'
import { startWorker } from '@official-accounts/server/jobs/worker'
import { PublicationFault } from '@official-accounts/server/jobs/publication/publication-fault'
import type { Publication, Publisher } from '@official-accounts/server/jobs/publication/publisher'
import type { PublicationStart } from '@official-accounts/server/jobs/publication/publication-store'
import { EVENT_QUEUE } from '@official-accounts/db/outbox'
import { newId } from '@official-accounts/db/uuid'
import { migrate } from '@official-accounts/db/migrate'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

const GOOD: Publication = { outcome: 'PUBLISHED', accountCount: 1, fault: null }

let app: TestApp
let starts: PublicationStart[]
let calls: string[]
let outcome: Publication

beforeEach(async () => {
  app = await createTestApp()
  // The queues of a test's database are those that commands write to; the worker has more.
  await migrate(app.database.ownerUrl, { queues: QUEUES })
  starts = []
  calls = []
  outcome = GOOD
  const publisher: Publisher = {
    publish: async (start) => {
      starts.push(start)
      return outcome
    },
    makeWay: () => void calls.push('makeWay'),
    followRegistry: async () => void calls.push('followRegistry'),
    recover: async () => {},
    failuresInRow: async () => 3,
    idle: async () => {},
  }
  const boss = app.services.commands.boss as Parameters<typeof startWorker>[0]['commands']['boss']
  await startWorker({
    mailer: null,
    commands: { ...app.services.commands, boss },
    publisher,
    log: pino({ level: 'silent' }),
  })
})
afterEach(() => app.close())

/** Puts an event into the outbox, as a command does. */
async function tell(type: string): Promise<void> {
  const event = { id: newId(), type, subject: `${type.split('.')[0]}/x`, time: new Date().toISOString() }
  await app.services.commands.boss.send(EVENT_QUEUE, event)
}

const triggers = () => starts.map(({ trigger }) => trigger)

test('a start looks once whether something is to be published', async () => {
  await expect.poll(triggers, { timeout: 30_000 }).toEqual(['CHANGE'])
})

test('many changes at once are a few publications and not one each', async () => {
  await Promise.all(Array.from({ length: 20 }, () => tell('account.updated')))
  await expect.poll(triggers, { timeout: 30_000 }).toContain('CHANGE')
  const { rows } = await app.owner.query(
    `select count(*)::int as count from pgboss.job where name = 'directory-publish'`,
  )
  expect(rows[0].count).toBeLessThan(5)
})

test('a suspension waits for nothing: what is being built makes way', async () => {
  await tell('account.suspended')
  await expect.poll(triggers, { timeout: 30_000 }).toContain('URGENT')
  expect(calls).toContain('makeWay')
  const { rows } = await app.owner.query(
    `select priority, start_after <= created_on as at_once from pgboss.job where name = 'directory-publish' and data->>'trigger' = 'URGENT'`,
  )
  expect(rows).toEqual([{ priority: 10, at_once: true }])
})

test('a request by hand is taken up by its id, and going back is followed', async () => {
  const { id } = await act(app, 'opa', 'publishDirectory', { acceptLoss: true })
  await tell('publication.rolledBack')
  await expect.poll(triggers, { timeout: 30_000 }).toContain('MANUAL')
  const manual = starts.find(({ trigger }) => trigger === 'MANUAL')
  expect(manual?.publicationId).toBe(Buffer.from(id, 'base64').toString().split(':')[1])
  await expect.poll(() => calls, { timeout: 30_000 }).toContain('followRegistry')
})

test('a failure is tried again, later each time and one attempt at a time; a refused check is not', async () => {
  const waiting = async () => {
    const { rows } = await app.owner.query(
      `select extract(epoch from start_after - created_on)::int as seconds from pgboss.job
       where name = 'directory-publish' and singleton_key = 'again'`,
    )
    return rows.map(({ seconds }) => seconds)
  }
  outcome = { ...GOOD, outcome: 'FAILED', fault: new PublicationFault('PERSONAL_DATA', 'A person.') }
  await tell('account.suspended')
  await expect.poll(triggers, { timeout: 30_000 }).toContain('URGENT')
  expect(await waiting()).toEqual([])

  outcome = {
    ...GOOD,
    outcome: 'FAILED',
    fault: new PublicationFault('BUILD_FAILED', 'It could not be built.'),
  }
  await tell('account.suspended')
  // Three failures in a row: 30 s, doubled twice.
  await expect.poll(waiting, { timeout: 30_000 }).toEqual([120])
})
