import { readFileSync } from 'node:fs'
import { applyMigration } from '@official-accounts/commands/migration/apply-migration'
import { decideMigration } from '@official-accounts/commands/migration/decide-migration'
import { submitMigration } from '@official-accounts/commands/migration/submit-migration'
import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import { runCommand } from '@official-accounts/commands/run-command'
import { seedFirstStart } from '@official-accounts/commands/seed/first-start'
import { loadActor } from '@official-accounts/db/actor-store'
import { runAs } from '@official-accounts/db/actor-settings'
import { withConnection } from '@official-accounts/db/database-connection'
import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import type { Actor } from '@official-accounts/domain/access/actor'
import { DomainError, type Refusal } from '@official-accounts/domain/errors'
import { seedPersonas } from '@official-accounts/server/development/seed-personas'
import { openServices } from '@official-accounts/server/open-services'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

const ISSUER = 'https://issuer.test/oidc'
const SYSTEM = { scope: 'system', components: [], person: null } as const
const FOLDER = new URL('../../prisma/seed/data/', import.meta.url)

/** A registry of its own with the real components and platforms, and what an import test does to it. */
export interface ImportWorld {
  readonly environment: CommandEnvironment
  readonly database: TestDatabase
  /** Lines the first start said. */
  readonly said: string[]
  /** Starts once more, as a second `start` would. */
  firstStart(): Promise<void>
  actor(persona: string): Promise<Actor>
  /** Reads as the system. */
  read<Result>(query: (client: PrismaClient) => Promise<Result>): Promise<Result>
  /** Changes the database behind the product's back, as its owner. */
  tamper(sql: string, values?: readonly unknown[]): Promise<void>
  submit(content: string, fileName?: string): Promise<string>
  approve(migrationId: string): Promise<void>
  /** Submits, decides and applies. */
  importFile(content: string, fileName?: string): Promise<string>
  componentId(code: string): Promise<string>
  close(): Promise<void>
}

/**
 * @param accounts whether the real accounts are loaded too, as a development start does
 * @param at a fixed clock instead of the database's
 */
export async function createImportWorld({
  accounts,
  at,
}: {
  accounts: boolean
  at?: () => Date
}): Promise<ImportWorld> {
  const database = await createTestDatabase()
  const open = await openServices({
    urls: database,
    report: (error) => process.stderr.write(`${error.message}\n`),
    ...(at ? { at } : {}),
  })
  const environment = open.services.commands
  const said: string[] = []
  const log = (line: string) => void said.push(line)
  const read: ImportWorld['read'] = (query) => runAs(SYSTEM, () => query(environment.client))
  async function firstStart(issuer = ISSUER): Promise<void> {
    await seedPersonas(environment, ISSUER)
    await seedFirstStart(environment, { issuer, log })
    await seedPersonas(environment, ISSUER)
  }
  await firstStart(accounts ? ISSUER : 'https://elsewhere.test')

  async function actor(persona: string): Promise<Actor> {
    const identity = await read((client) => client.identity.findFirstOrThrow({ where: { subject: persona } }))
    const { actor: loaded } = await read((client) => loadActor(client, identity.personId, null))
    if (loaded === null) throw new Error(`There is no persona ${persona}.`)
    return loaded
  }
  async function submit(content: string, fileName = 'test.csv'): Promise<string> {
    const call = { actor: await actor('opa'), requestId: null }
    return (await runCommand(environment, submitMigration, call, { fileName, content })).id
  }
  async function approve(migrationId: string): Promise<void> {
    const call = { actor: await actor('aspa'), requestId: null }
    await runCommand(environment, decideMigration, call, {
      migrationId,
      decision: 'APPROVE',
      reason: 'For the test.',
    })
  }
  return {
    environment,
    database,
    said,
    firstStart: () => firstStart(),
    actor,
    read,
    async tamper(sql, values = []) {
      await withConnection(database.ownerUrl, (owner) => owner.query(sql, [...values]))
    },
    submit,
    approve,
    async importFile(content, fileName) {
      const id = await submit(content, fileName)
      await approve(id)
      await applyMigration(environment, id)
      return id
    },
    async componentId(code) {
      return (await read((client) => client.component.findFirstOrThrow({ where: { code } }))).id
    },
    async close() {
      await open.close()
      await database.drop()
    },
  }
}

/** A file of prisma/seed/data. */
export function realFile(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8')
}

/** A file of the set `accounts`, of rows given as component, platform, url, name, status and source. */
export function accountsFile(
  ...rows: readonly (readonly [string, string, string, string, string, string])[]
): string {
  const lines = rows.map(([component, platform, url, name, status, source]) =>
    [component, platform, '', url, name, '', status, source].map(quoted).join(','),
  )
  return ['component,platform,handle,url,purpose_or_name,language,status,source', ...lines].join('\n')
}

/** A row's source as the register writes it. */
export function record(id: number, updated: string): string {
  return `Test register, record ${id}, last updated ${updated}`
}

/** A file of the old registry's columns, of rows given as agency, service, name, description, date, link and status. */
export function exportFile(
  ...rows: readonly (readonly [string, string, string, string, string, string, string])[]
): string {
  const lines = rows.map((row) => row.map(quoted).join(','))
  return ['Agency,Service,Account Name,Short description,Last update,link,status', ...lines].join('\n')
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}

/** The refusal a command ends with; anything else fails. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work
  } catch (error) {
    if (error instanceof DomainError) return error.refusal
    throw error
  }
  throw new Error('Nothing was refused.')
}
