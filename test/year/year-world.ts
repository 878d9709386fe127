import { findCommands } from '@official-accounts/commands/find-commands'
import type { Command } from '@official-accounts/commands/command'
import { runCommand } from '@official-accounts/commands/run-command'
import { loadActor } from '@official-accounts/db/actor-store'
import pg from 'pg'
import { createImportWorld, type ImportWorld } from '../import/import-world.ts'

const DAY_MS = 86_400_000
/** The first morning of the year. */
const START = new Date('2026-11-20T09:00:00Z')

/** The real registry on a clock of its own, and what people do in it. */
export interface Year {
  readonly world: ImportWorld
  readonly owner: pg.Client
  /** Days since the year began. */
  day: number
  now(): Date
  /** The date so many days from today. */
  dateIn(days: number): string
  instantIn(days: number): Date
  /** A persona runs a command; answers with the id of the record. */
  run(persona: string, command: string, input: object): Promise<string>
  person(persona: string): Promise<string>
  component(code: string): Promise<string>
  /** Real accounts of a component, in the order of their addresses. */
  accountsOf(code: string, where: string): Promise<readonly string[]>
  stateOf(accountId: string): Promise<string>
  /** What one event leaves for a later one, by a word. */
  readonly kept: Map<string, readonly string[]>
  /** The accounts kept under a word. */
  recall(word: string): readonly string[]
  close(): Promise<void>
}

/** Something that happens on a day. */
export interface YearEvent {
  readonly day: number
  readonly what: string
  happens(year: Year): Promise<void>
}

export const REASON = { reason: 'Because the year says so.' }

/** Opens the registry on the first morning. */
export async function openYear(): Promise<Year> {
  const clock = { day: 0 }
  const instantIn = (days: number) => new Date(START.getTime() + (clock.day + days) * DAY_MS)
  const world = await createImportWorld({ accounts: true, at: () => instantIn(0) })
  const owner = new pg.Client(world.database.ownerUrl)
  await owner.connect()
  const commands = await findCommands()
  const kept = new Map<string, readonly string[]>()
  async function person(persona: string): Promise<string> {
    const found = world.read((client) => client.identity.findFirstOrThrow({ where: { subject: persona } }))
    return (await found).personId
  }
  return {
    world,
    owner,
    kept,
    get day() {
      return clock.day
    },
    set day(day) {
      clock.day = day
    },
    now: () => instantIn(0),
    instantIn,
    dateIn: (days) => instantIn(days).toISOString().slice(0, 10),
    person,
    async run(persona, name, input) {
      const command = commands.get(name) as Command<unknown, unknown, unknown> | undefined
      if (command === undefined) throw new Error(`There is no command ${name}.`)
      const personId = await person(persona)
      const { actor } = await world.read((client) => loadActor(client, personId, null, { at: instantIn(0) }))
      if (actor === null) throw new Error(`The persona ${persona} is deactivated.`)
      return (await runCommand(world.environment, command, { actor, requestId: 'simulated-year' }, input)).id
    },
    component: (code) => world.componentId(code),
    async accountsOf(code, where) {
      const { rows } = await owner.query(
        `select a.id from account a join component c on c.id = a.component_id where c.code = $1 and ${where} order by a.slug`,
        [code],
      )
      return rows.map(({ id }) => id)
    },
    stateOf: async (id) =>
      (await owner.query('select state from account where id = $1', [id])).rows[0]?.state,
    recall: (word) => kept.get(word) ?? [],
    async close() {
      await owner.end()
      await world.close()
    },
  }
}
