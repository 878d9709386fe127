import { sweepTimers } from '@official-accounts/commands/account-timer/sweep-timers'
import { remindDueCertifications } from '@official-accounts/commands/certification/remind-due-certifications'
import { meetLapses } from '@official-accounts/commands/lapse/meet-lapses'
import { evaluateEverything } from '@official-accounts/commands/compliance/evaluate-all'
import { reopenAllExpiredReviews } from '@official-accounts/commands/platform/reopen-expired-reviews'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChain, type AuditRow } from '../audit/chain-verifier.ts'
import { EVENTS_OF_ACCOUNTS } from './events/accounts.ts'
import { EVENTS_OF_MODERATION } from './events/moderation.ts'
import { EVENTS_OF_OFFICES } from './events/offices.ts'
import { EVENTS_OF_PEOPLE } from './events/people.ts'
import { brokenInvariants } from './invariants.ts'
import { unexplained } from './replay.ts'
import { openYear, type Year } from './year-world.ts'

const DAYS = 370
/** How often everything is evaluated; what changes is evaluated in between by the worker of a product that runs. */
const EVALUATION_DAYS = 28

const EVENTS = Map.groupBy(
  [...EVENTS_OF_ACCOUNTS, ...EVENTS_OF_MODERATION, ...EVENTS_OF_PEOPLE, ...EVENTS_OF_OFFICES],
  ({ day }) => day,
)

let year: Year
beforeAll(async () => {
  year = await openYear()
})
afterAll(() => year.close())

async function live(day: number): Promise<void> {
  const { environment } = year.world
  year.day = day
  for (const { what, happens } of EVENTS.get(day) ?? []) {
    await happens(year).catch((error: unknown) => {
      throw new Error(`On day ${day}: ${what}: ${String(error)}`, { cause: error })
    })
  }
  await meetLapses(environment)
  await sweepTimers(environment)
  await reopenAllExpiredReviews(environment)
  await remindDueCertifications(environment, year.now())
  if (day % EVALUATION_DAYS === 0) await evaluateEverything(environment)
}

async function count(rows: string): Promise<number> {
  return (await year.owner.query(`select count(*)::int as n from ${rows}`)).rows[0].n
}

test('a year of joining, leaving, expiries, campaigns and incidents over the real accounts keeps every promise, every day', async () => {
  const states = new Set<string>()
  for (let day = 0; day < DAYS; day++) {
    await live(day)
    expect(await brokenInvariants(year.owner, year.now()), `on day ${day}`).toEqual([])
    if (EVENTS.has(day)) {
      for (const id of ['CBP', 'FEMA', 'asked'].flatMap(year.recall)) states.add(await year.stateOf(id))
    }
  }
  expect([...states].toSorted()).toEqual(['ACTIVE', 'RETIRED', 'SUSPENDED'])
  expect(Math.max(...EVENTS.keys())).toBeLessThan(DAYS)
}, 400_000)

test('and the year was one in which things ran out, were late and came back', async () => {
  expect(await count(`certification_part where overdue_since is not null`)).toBe(1)
  expect(await count(`certification where state = 'CLOSED'`)).toBe(1)
  expect(await count(`account_timer where outcome = 'SUSPENDED'`)).toBeGreaterThan(5)
  expect(await count(`account_timer where outcome = 'RESOLVED' and kind = 'VACANCY'`)).toBeGreaterThan(5)
  expect(await count(`decision where kind = 'REINSTATED'`)).toBeGreaterThan(5)
  expect(await count(`decision where delegation_id is not null`)).toBe(1)
  expect(await count(`audit_entry where action = 'platform.reopenReviews'`)).toBe(1)
  expect(await count(`finding where state = 'CLOSED'`)).toBeGreaterThan(0)
})

test('at its end the audit explains every state, and its chains hold', async () => {
  expect(await unexplained(year.owner)).toEqual([])
  const { rows } = await year.owner.query<AuditRow>('select * from audit_entry order by chain_id, seq')
  const chains = Map.groupBy(rows, ({ chain_id }) => chain_id)
  expect(chains.size).toBeGreaterThan(2)
  for (const entries of chains.values()) expect(verifyChain(entries)).toBeNull()
})

test.each([
  ['an account suspended', `update account set state = 'SUSPENDED' where id = $1`, 1],
  ['a contact ended', `update contact set ended_at = now() where account_id = $1`, 2],
])('%s behind the audit’s back is noticed', async (_what, sql, promises) => {
  await year.owner.query('begin')
  await year.owner.query(sql, [year.recall('CBP')[0]])
  expect(await unexplained(year.owner)).toHaveLength(1)
  expect(await brokenInvariants(year.owner, year.now())).toHaveLength(promises)
  await year.owner.query('rollback')
  expect(await unexplained(year.owner)).toEqual([])
})
