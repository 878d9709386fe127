import { loadActor } from '@official-accounts/db/actor-store'
import { transaction } from '@official-accounts/db/transaction'
import type { Actor } from '@official-accounts/domain/access/actor'
import { applyMigration } from '../migration/apply-migration.ts'
import { decideMigration } from '../migration/decide-migration.ts'
import { submitMigration } from '../migration/submit-migration.ts'
import { asActor, type CommandEnvironment } from '../command-call.ts'
import { runCommand } from '../run-command.ts'
import { registerComponents } from './register-components.ts'
import { registerPlatforms } from './register-platforms.ts'
import { seedComponents, seedPlatforms, seedText } from './seed-files.ts'

/** What a first start needs to know. */
export interface FirstStartOptions {
  /** Issuer of the development personas' identities; at any other issuer there are none, and no account is loaded. */
  readonly issuer: string
  readonly log: (line: string) => void
}

interface Deciders {
  readonly opa: Actor
  readonly aspa: Actor
}

const SYSTEM = { kind: 'SYSTEM', process: 'first-start' } as const
const CALL = { actor: SYSTEM, requestId: null }
const FILES = ['accounts.csv', 'archived-accounts.csv'] as const
const REASON =
  'Development decision: made by a development persona on a first start so that there is real data to look at. It is no decision of the department.'

/**
 * Loads the real data on the first start: platforms, components, then the two lists of accounts, submitted by persona
 * opa and decided by persona aspa. Stopped half-way, it goes on where it stopped; after that it does nothing.
 */
export async function seedFirstStart(
  environment: CommandEnvironment,
  options: FirstStartOptions,
): Promise<void> {
  await loadRegisters(environment, options.log)
  const deciders = await findDeciders(environment, options.issuer)
  if (deciders === null) return
  if (await isLoaded(environment, FILES[1])) return
  for (const file of FILES) await loadAccounts(environment, file, deciders, options.log)
}

// Each list in one transaction and components last: where there is a component, both are complete.
async function loadRegisters(environment: CommandEnvironment, log: FirstStartOptions['log']): Promise<void> {
  const { client } = environment
  if ((await asActor(SYSTEM, () => client.component.count())) > 0) return
  if ((await asActor(SYSTEM, () => client.platform.count())) === 0) {
    const platforms = seedPlatforms()
    await runCommand(environment, registerPlatforms, CALL, { platforms })
    log(`Loaded ${platforms.length} platforms.`)
  }
  const components = seedComponents()
  await runCommand(environment, registerComponents, CALL, { components })
  log(`Loaded ${components.length} components.`)
}

async function findDeciders(environment: CommandEnvironment, issuer: string): Promise<Deciders | null> {
  const opa = await findPersona(environment, issuer, 'opa')
  const aspa = await findPersona(environment, issuer, 'aspa')
  return opa && aspa ? { opa, aspa } : null
}

async function findPersona(
  { client, at }: CommandEnvironment,
  issuer: string,
  subject: string,
): Promise<Actor | null> {
  return asActor(SYSTEM, () =>
    transaction(client, async (tx) => {
      const identity = await tx.identity.findFirst({ where: { issuer, subject }, select: { personId: true } })
      return identity ? (await loadActor(tx, identity.personId, null, { at: at?.() ?? null })).actor : null
    }),
  )
}

async function isLoaded({ client }: CommandEnvironment, fileName: string): Promise<boolean> {
  const state = { in: ['APPLIED' as const, 'DENIED' as const] }
  return (await asActor(SYSTEM, () => client.migration.count({ where: { fileName, state } }))) > 0
}

async function loadAccounts(
  environment: CommandEnvironment,
  fileName: string,
  { opa, aspa }: Deciders,
  log: FirstStartOptions['log'],
): Promise<void> {
  const migrationId =
    (await findMigration(environment, fileName)) ?? (await submit(environment, fileName, opa))
  if ((await stateOf(environment, migrationId)) === 'SUBMITTED') {
    const decision = { migrationId, decision: 'APPROVE', reason: REASON, development: true }
    await runCommand(environment, decideMigration, { actor: aspa, requestId: null }, decision)
  }
  await applyMigration(environment, migrationId)
  log(`Imported ${fileName}.`)
}

async function submit(environment: CommandEnvironment, fileName: string, opa: Actor): Promise<string> {
  const file = { fileName, content: seedText(fileName) }
  return (await runCommand(environment, submitMigration, { actor: opa, requestId: null }, file)).id
}

async function findMigration({ client }: CommandEnvironment, fileName: string): Promise<string | null> {
  const found = await asActor(SYSTEM, () =>
    client.migration.findFirst({ where: { fileName }, select: { id: true } }),
  )
  return found?.id ?? null
}

async function stateOf({ client }: CommandEnvironment, id: string) {
  return (
    await asActor(SYSTEM, () => client.migration.findFirstOrThrow({ where: { id }, select: { state: true } }))
  ).state
}
