import { PERMISSION_NAMES } from '@official-accounts/domain/access/permissions'
import { internalSchema, publicSchema } from '@official-accounts/schema/schema'
import { PERSONAS, PROGRAM } from '@official-accounts/server/development/personas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ARRANGEMENTS, arrangementOf } from '../support/arrangements.ts'
import { attempt } from '../support/attempt.ts'
import { findCommands } from '@official-accounts/commands/find-commands'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { fingerprint } from '../support/fingerprint.ts'
import type { ComponentCode } from '../support/records.ts'
import { EXPECTED, SYSTEM_COMMANDS, type ExpectedCell, type ExpectedRow } from './expected-matrix.ts'

const CALLERS = [...PERSONAS, PROGRAM].map(({ name }) => name)

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

describe('a new mutation has a row in the table before it ships', () => {
  const mutations = Object.values(internalSchema.getMutationType()?.getFields() ?? {})

  test('every mutation has a row and an arrangement, and nothing else has', () => {
    const names = mutations.map(({ name }) => name).sort()
    expect(Object.keys(EXPECTED).sort()).toEqual(names)
    expect(Object.keys(ARRANGEMENTS).sort()).toEqual(names)
  })
  test('every command is reached by the mutation of its name or is the system’s own', async () => {
    const commands = await findCommands()
    const reached = mutations.map(({ name }) => name).filter((name) => name !== 'runBulkAction')
    expect([...commands.keys()].sort()).toEqual([...reached, ...Object.keys(SYSTEM_COMMANDS)].sort())
    for (const { name, permission } of commands.values()) {
      expect([name, permission]).toEqual([name, EXPECTED[name]?.permission ?? SYSTEM_COMMANDS[name]])
    }
    expect([...new Set([...commands.values()].map(({ permission }) => permission))].sort()).toEqual(
      [...PERMISSION_NAMES].sort(),
    )
  })
  test('strangers have no mutations at all', () => {
    expect(publicSchema.getMutationType()).toBeUndefined()
  })
})

interface Case {
  readonly name: string
  readonly row: ExpectedRow
  readonly component: ComponentCode
  readonly cell: ExpectedCell
}

const CASES: readonly Case[] = Object.entries(EXPECTED).flatMap(([name, row]) => {
  const { may, hiddenFrom = [], refusedFor = [], cbp, fema } = row
  const cells = [
    ['CBP', may ? { may, hiddenFrom, refusedFor } : cbp],
    ['FEMA', fema],
  ] as const
  return cells.flatMap(([component, cell]) => (cell ? [{ name, row, component, cell }] : []))
})

function expectedEnd(cell: ExpectedCell, caller: string): string {
  if (cell.may.includes(caller)) return 'ACCEPTED'
  if (cell.refusedFor?.includes(caller)) return 'PolicyRefusalError'
  if (cell.unknownTo?.includes(caller)) return 'InvalidInputError'
  return cell.hiddenFrom?.includes(caller) ? 'NotFoundError' : 'ForbiddenError'
}

describe.each(CASES)('$name on a record of $component', ({ name, row, component, cell }) => {
  test('ends for every persona as the table says', async () => {
    const arrange = arrangementOf(name)
    const input = await arrange(app, component)
    const refused = CALLERS.filter((caller) => !cell.may.includes(caller))
    const before = await fingerprint(app)
    const ends: Record<string, string> = {}
    for (const caller of refused) ends[caller] = await attempt(app, caller, name, input)
    expect(await fingerprint(app), 'a refusal changed something').toBe(before)
    for (const caller of cell.may)
      ends[caller] = await attempt(app, caller, name, await arrange(app, component))
    expect(ends).toEqual(Object.fromEntries(CALLERS.map((caller) => [caller, expectedEnd(cell, caller)])))
  })
  test('each refusal by permission is audited with who, what and the component', async () => {
    const refused = CALLERS.filter((caller) => expectedEnd(cell, caller) === 'ForbiddenError')
    const since = await lastEntry()
    const input = await arrangementOf(name)(app, component)
    for (const caller of refused) await attempt(app, caller, name, input)
    const { rows } = await app.owner.query(
      `select actor_id, outcome, reason from audit_entry where id > $1 and outcome = 'REFUSED' and action = $2`,
      [since, row.permission],
    )
    expect(rows.map(({ actor_id }) => actor_id).sort()).toEqual(refused.map(personOf).sort())
    expect(rows.every(({ reason }) => String(reason).startsWith('FORBIDDEN: '))).toBe(true)
  })
  test('a stranger is told nothing and changes nothing', async () => {
    const input = await arrangementOf(name)(app, component)
    const before = await fingerprint(app)
    expect(await attempt(app, null, name, input)).toBe('UNAUTHENTICATED')
    expect(await fingerprint(app)).toBe(before)
  })
})

async function lastEntry(): Promise<string> {
  const { rows } = await app.owner.query('select id from audit_entry order by id desc limit 1')
  return rows[0].id
}

function personOf(persona: string): string {
  return Buffer.from(app.personId(persona), 'base64').toString().replace('Person:', '')
}
