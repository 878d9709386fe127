import { runCommand } from '@official-accounts/commands/run-command'
import type { Command } from '@official-accounts/commands/command'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXPECTED } from '../access/expected-matrix.ts'
import { ARRANGEMENTS, arrangementOf } from '../support/arrangements.ts'
import { findCommands } from '@official-accounts/commands/find-commands'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { rawId } from '../support/records.ts'

/** Statements of one audited command without BEGIN, COMMIT and settings; a key costs two more, to look for its answer. */
const MOST = 8
/** These look at every platform, row and identity of a whole file: the count is for a batch and not for a record. */
const MOST_OF_IMPORTS = 14

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const NAMES = Object.keys(ARRANGEMENTS).filter((name) => name !== 'runBulkAction')

/** The input as the command takes it: its ids are records' own, and a filter is the accounts it has now. */
function toCommandInput({ filter, ...input }: Record<string, unknown>): Record<string, unknown> {
  const { ids } = (filter ?? {}) as { ids?: readonly string[] }
  return {
    ...Object.fromEntries(Object.entries(input).map(([key, value]) => [key, ownIds(key, value)])),
    ...(ids ? { accounts: ids.map(rawId), filter: '{}' } : {}),
  }
}

function ownIds(key: string, value: unknown): unknown {
  if (key.endsWith('Ids') && Array.isArray(value)) return value.map((id) => rawId(String(id)))
  return key.endsWith('Id') && typeof value === 'string' ? rawId(value) : value
}

function mostOf(name: string): number {
  return name.includes('Migration') ? MOST_OF_IMPORTS : MOST
}

test('a command sends few statements, and how many is known', async () => {
  const commands = await findCommands()
  const counts: Record<string, number> = {}
  for (const name of NAMES) {
    const command = commands.get(name) as unknown as Command<unknown, unknown, unknown>
    const row = EXPECTED[name]
    const actor = await app.actor((row?.may ?? row?.cbp?.may)?.[0] ?? '')
    const input = toCommandInput(await arrangementOf(name)(app, 'CBP'))
    const call = { actor, requestId: 'command-statements' }
    const sent = await app.statementsOf(() => runCommand(app.services.commands, command, call, input))
    counts[name] = sent.length
  }
  process.stdout.write(
    `statements per command: ${Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}\n`,
  )
  const tooMany = Object.entries(counts).filter(([name, count]) => count > mostOf(name))
  expect(tooMany).toEqual([])
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(3)
})
