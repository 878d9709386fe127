import { claimAccount } from '@official-accounts/commands/account/claim-account'
import { confirmArchive } from '@official-accounts/commands/account/confirm-archive'
import { confirmDeactivation } from '@official-accounts/commands/account/confirm-deactivation'
import { reinstateAccount } from '@official-accounts/commands/account/reinstate-account'
import { requestRetirement } from '@official-accounts/commands/account/request-retirement'
import { assignPrimaryContact } from '@official-accounts/commands/account/assign-contact'
import { sweepTimers } from '@official-accounts/commands/account-timer/sweep-timers'
import { openCertification } from '@official-accounts/commands/certification/open-certification'
import { remindDueCertifications } from '@official-accounts/commands/certification/remind-due-certifications'
import type { Command } from '@official-accounts/commands/command'
import { meetLapses } from '@official-accounts/commands/lapse/meet-lapses'
import { evaluateEverything } from '@official-accounts/commands/compliance/evaluate-all'
import { decideException } from '@official-accounts/commands/exception/decide-exception'
import { requestException } from '@official-accounts/commands/exception/request-exception'
import { containIncident } from '@official-accounts/commands/incident/contain-incident'
import { recordRecoveryStep } from '@official-accounts/commands/incident/record-recovery-step'
import { reportIncident } from '@official-accounts/commands/incident/report-incident'
import { resolveIncident } from '@official-accounts/commands/incident/resolve-incident'
import { deactivatePerson, reactivatePerson } from '@official-accounts/commands/organization/person-state'
import { reopenAllExpiredReviews } from '@official-accounts/commands/platform/reopen-expired-reviews'
import { runCommand } from '@official-accounts/commands/run-command'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChain, type AuditRow } from '../audit/chain-verifier.ts'
import { createImportWorld, type ImportWorld } from '../import/import-world.ts'
import { brokenInvariants } from './invariants.ts'

const START = new Date()
const DAY_MS = 86_400_000
const WEEKS = 53
const REASON = { reason: 'Because the year says so.' }

let now = START
let world: ImportWorld
let owner: pg.Client

beforeAll(async () => {
  world = await createImportWorld({ accounts: true, at: () => now })
  owner = new pg.Client(world.database.ownerUrl)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

async function run<Input, Locked, Outcome>(
  persona: string,
  command: Command<Input, Locked, Outcome>,
  input: object,
): Promise<string> {
  const call = { actor: await world.actor(persona), requestId: 'simulated-year' }
  return (await runCommand(world.environment, command, call, input)).id
}

async function personOf(persona: string): Promise<string> {
  return world.read(async (client) => {
    const found = await client.identity.findFirstOrThrow({ where: { subject: persona } })
    return found.personId
  })
}

/** Accounts of CBP, the real ones, in the order of their addresses. */
async function accountsOfCbp(where: string): Promise<readonly string[]> {
  const { rows } = await owner.query(
    `select a.id from account a join component c on c.id = a.component_id where c.code = 'CBP' and ${where} order by a.slug`,
  )
  return rows.map(({ id }) => id)
}

const stateOf = async (id: string) =>
  (await owner.query('select state from account where id = $1', [id])).rows[0]?.state

let claimed: readonly string[] = []
let incident = ''

/** What people do in the year, by week. */
const EVENTS: Readonly<Record<number, () => Promise<void>>> = {
  // The office of CBP claims a dozen of its accounts.
  1: async () => {
    claimed = (await accountsOfCbp(`a.state = 'ACTIVE' and a.claimed_at is null`)).slice(0, 12)
    for (const accountId of claimed) await run('manager-cbp', claimAccount, { accountId })
  },
  // An exception keeps the time of a vacancy off one of them, for three months.
  5: async () => {
    const validUntil = new Date(now.getTime() + 90 * DAY_MS)
    const asked = {
      accountId: claimed[0],
      clauses: ['V.B.5'],
      justification: 'A new office is being set up.',
      validUntil,
    }
    const exceptionId = await run('director-cbp', requestException, asked)
    await run('opa', decideException, { exceptionId, decision: 'GRANT', ...REASON })
  },
  // Whoever answers for them leaves; the director takes half of them over.
  6: async () => {
    await run('admin', deactivatePerson, { personId: await personOf('manager-cbp'), ...REASON })
    const personId = await personOf('director-cbp')
    for (const accountId of claimed.slice(6))
      await run('director-cbp', assignPrimaryContact, { accountId, personId })
  },
  // The person comes back, and what was suspended meanwhile comes back with them.
  14: async () => {
    const personId = await personOf('manager-cbp')
    await run('admin', reactivatePerson, { personId, ...REASON })
    const suspended = await accountsOfCbp(`a.state = 'SUSPENDED'`)
    // Six stayed with the one who left, and an exception held the time off one of them.
    expect(suspended).toHaveLength(5)
    for (const accountId of suspended) await run('opa', reinstateAccount, { accountId, ...REASON })
  },
  // A certification nobody answers becomes overdue.
  20: async () => {
    const dueOn = new Date(now.getTime() + 28 * DAY_MS).toISOString().slice(0, 10)
    const question = { key: 'needed', text: 'Is it still needed?', kind: 'YES_NO', clause: 'V.B.11' }
    const campaign = { name: 'The year’s certification', questions: [question], dueOn }
    await run('opa', openCertification, { ...campaign, accounts: [...claimed], filter: '{}' })
  },
  // An account is taken over, contained, recovered and comes back.
  30: async () => {
    const report = { kind: 'COMPROMISE', accountId: claimed[7], evidence: 'Posts nobody here wrote.' }
    incident = await run('employee', reportIncident, report)
    await run('cio', containIncident, { incidentId: incident, ...REASON })
    expect(await stateOf(claimed[7] ?? '')).toBe('SUSPENDED')
  },
  32: async () => {
    const settled = {
      incidentId: incident,
      outcome: 'CONTROL_REGAINED',
      afterAction: 'Regained after two days.',
    }
    for (const step of [0, 1, 2, 3])
      await run('cio', recordRecoveryStep, { incidentId: incident, step, note: 'Done.' })
    await run('cio', resolveIncident, settled)
    await run('opa', reinstateAccount, { accountId: claimed[7], ...REASON })
  },
  // One account ends: deactivated and archived.
  40: async () => {
    const accountId = claimed[11] ?? ''
    await run('director-cbp', requestRetirement, { accountId, ...REASON })
    await run('director-cbp', confirmDeactivation, { accountId, observation: 'The address is gone.' })
    await run('records', confirmArchive, {
      accountId,
      archiveLocation: 'archive/1',
      archiveSha256: 'ab'.repeat(32),
    })
    expect(await stateOf(accountId)).toBe('RETIRED')
  },
}

test('a year of joining, leaving, expiries, campaigns and incidents over the real accounts keeps every promise', async () => {
  const states = new Set<string>()
  for (let week = 0; week < WEEKS; week++) {
    now = new Date(START.getTime() + week * 7 * DAY_MS)
    await EVENTS[week]?.()
    await meetLapses(world.environment)
    await sweepTimers(world.environment)
    await reopenAllExpiredReviews(world.environment)
    await remindDueCertifications(world.environment, now)
    if (week % 4 === 0) await evaluateEverything(world.environment)
    expect(await brokenInvariants(owner, now), `in week ${week}`).toEqual([])
    for (const id of claimed) states.add(await stateOf(id))
  }
  expect([...states].toSorted()).toEqual(['ACTIVE', 'RETIRED', 'SUSPENDED'])
  const { rows: overdue } = await owner.query(
    'select count(*)::int as n from certification_part where overdue_since is not null',
  )
  expect(overdue).toEqual([{ n: 1 }])
}, 240_000)

test('and its whole audit holds together', async () => {
  const { rows } = await owner.query<AuditRow>('select * from audit_entry order by chain_id, seq')
  const chains = Map.groupBy(rows, ({ chain_id }) => chain_id)
  expect(chains.size).toBeGreaterThan(2)
  for (const entries of chains.values()) expect(verifyChain(entries)).toBeNull()
})

test('what nobody did is noticed: a state changed behind the audit’s back breaks a promise', async () => {
  await owner.query('begin')
  await owner.query(`update account set state = 'SUSPENDED' where id = $1`, [claimed[0]])
  expect(await brokenInvariants(owner, now)).toEqual(['REP.3: every account stands where the audit says: 1'])
  await owner.query('rollback')
  expect(await brokenInvariants(owner, now)).toEqual([])
})
