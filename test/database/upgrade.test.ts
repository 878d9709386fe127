import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { verifyChains } from '@official-accounts/db/audit-chains'
import { withConnection, withDatabase } from '@official-accounts/db/database-connection'
import { ensureGroupRoles } from '@official-accounts/db/database-roles'
import { migrate } from '@official-accounts/db/migrate'
import { EVENT_QUEUE } from '@official-accounts/db/outbox'
import { readMigrations } from '@official-accounts/db/prisma-files'
import { applyMigrations, databaseDrift } from '@official-accounts/db/schema-engine'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import {
  fillBeforeCompliance,
  fillBeforePolicyData,
  fillBeforeReports,
  type EarlierRecords,
} from '../support/earlier-database.ts'
import { createWorld } from '../support/world.ts'

const { ownerUrl, appUrl, publicUrl } = inject('testServer')
const name = `upgraded_${randomUUID().slice(0, 8)}`
const database = {
  ownerUrl: withDatabase(ownerUrl, name),
  appUrl: withDatabase(appUrl, name),
  publicUrl: withDatabase(publicUrl, name),
  drop: () =>
    withConnection(ownerUrl, (owner) => owner.query(`drop database if exists ${name} with (force)`)),
}
let earlier: EarlierRecords
let app: TestApp
/** From when whose training is not current, before the test's own courses. */
let lapses: pg.QueryResultRow[]

/** Applies the migrations of the version that ended with the named one. */
async function applyUntil(last: string): Promise<void> {
  const list = await readMigrations()
  const migrationDirectories = list.migrationDirectories.filter(({ path }) => path <= `${last}~`)
  await applyMigrations(database.ownerUrl, { ...list, migrationDirectories })
}

beforeAll(async () => {
  await withConnection(ownerUrl, (owner) => owner.query(`create database ${name}`))
  await withConnection(database.ownerUrl, async (owner) => {
    await ensureGroupRoles(owner)
    await applyUntil('20261122001000')
    const world = await createWorld(database.ownerUrl)
    const begun = await fillBeforeReports(owner, world)
    await applyUntil('20261122001200')
    await fillBeforeCompliance(owner, world, begun.people.cbp)
    await applyUntil('20261122001900')
    earlier = { ...begun, ...(await fillBeforePolicyData(owner, world, begun)) }
  })
  await migrate(database.ownerUrl, { queues: [{ name: EVENT_QUEUE }] })
  lapses = await withConnection(database.ownerUrl, async (owner) => {
    const { rows: found } = await owner.query('select id, training_lapses_at as at from person')
    return found
  })
  app = await createTestApp({ upgraded: database })
})
afterAll(async () => {
  await app?.close()
  await database.drop()
})

async function rows(sql: string, ...values: unknown[]): Promise<pg.QueryResultRow[]> {
  return (await app.owner.query(sql, values)).rows
}

test('a database of earlier versions, with rows in it, is brought to the schema and its audit stays whole', async () => {
  expect(await databaseDrift(database.ownerUrl)).toBe('')
  const chains = await withConnection(database.ownerUrl, (owner) => verifyChains(owner))
  expect(chains.map(({ fault }) => fault)).toEqual(chains.map(() => null))
  expect(chains.find(({ component }) => component === null)?.length).toBeGreaterThanOrEqual(3n)
})

test('IV.A.5: days of work the department had set hold, with who set them and why', async () => {
  const set = await rows(
    `select key, queue, value, reason from policy_setting
     where key like 'WORK\\_%' and changed_by_id = $1 order by queue nulls first, key`,
    earlier.people.office,
  )
  expect(set).toEqual([
    { key: 'WORK_DUE_DAYS', queue: null, value: 20, reason: 'Set for *.' },
    { key: 'WORK_NOTICE_DAYS', queue: null, value: 15, reason: 'Set for *.' },
    { key: 'WORK_STEP_DAYS', queue: null, value: 9, reason: 'Set for *.' },
    { key: 'WORK_STEP_DAYS', queue: 'FINDING', value: 5, reason: 'Set for FINDING.' },
    { key: 'WORK_NOTICE_DAYS', queue: 'TRAINING', value: 15, reason: 'Set for TRAINING.' },
  ])
})

test('IV.A.2: what an office had found is a report of its own, and each says which came before', async () => {
  const { security, due } = earlier.reviews
  expect(
    await rows(
      `select r.id, t.findings, r.opened_at is not null as opened from platform_review r
       left join review_report t on t.id = r.report_id where r.id = any($1) order by findings`,
      [security, due],
    ),
  ).toEqual([
    { id: security, findings: 'Two factors.', opened: true },
    { id: due, findings: null, opened: true },
  ])
  const { first, second } = earlier.reports
  const [covered] = await rows('select previous_report_id from review_coverage where report_id = $1', second)
  expect(covered).toEqual({ previous_report_id: first })
})

test('V.B.8: several accounts seen in use in one component keep their findings, found by hand', async () => {
  const found = await rows(`select origin, opened_by_id, state from finding where clause = 'V.B.8'`)
  const byHand = { origin: 'BY_HAND', opened_by_id: earlier.people.cbp, state: 'OPEN' }
  expect(found).toEqual([byHand, byHand])
})

test('IV.A.3: training lapses on the day a completion says, and for others when the course was required', () => {
  expect(Object.fromEntries(lapses.map(({ id, at }) => [id, at.toISOString()]))).toEqual({
    [earlier.people.cbp]: '2026-12-01T00:00:00.000Z',
    [earlier.people.fema]: '2026-10-01T12:00:00.000Z',
    [earlier.people.office]: '2026-10-01T12:00:00.000Z',
  })
})

test('IV.C.2: a kept notice becomes public with the suspension, but one that is over or names somebody does not', async () => {
  const [shown] = await rows('select notice, status from directory_account where id = $1', earlier.account)
  expect(shown).toEqual({ notice: 'Posts of October were not ours.', status: 'SUSPENDED' })
  const withdrawn = await rows('select id from incident where notice_withdrawn_at is not null order by id')
  expect(withdrawn.map(({ id }) => id).sort()).toEqual(
    [earlier.incidents.naming, earlier.incidents.over].sort(),
  )
})

test('mail that was refused before anybody was told of it waits for an administrator', async () => {
  const { data, errors } = await app.as('admin', '{ workItems { items { kind title } } }')
  expect(errors).toBeUndefined()
  expect(data.workItems.items).toContainEqual({ kind: 'MAIL_REFUSED', title: 'Fern Earlier' })
})

const READS = `{
  incidents(first: 20) { edges { node { evidence } } }
  exceptions(first: 20) { edges { node { justification } } }
  findings(first: 20) { edges { node { detail } } }
}`

test('both walls hold on what was there: its component reads it, another does not', async () => {
  const own = await app.as('director-cbp', READS)
  expect(own.errors).toBeUndefined()
  for (const text of ['«CBP Incident evidence»', '«CBP Exception justification»', '«CBP Finding detail»'])
    expect(JSON.stringify(own.data)).toContain(text)
  const other = await app.as('director-fema', READS)
  expect(other.errors).toBeUndefined()
  expect(JSON.stringify(other.data)).not.toContain('«CBP')
})
