import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { applyMigration } from '@official-accounts/commands/migration/apply-migration'
import { decideMigration } from '@official-accounts/commands/migration/decide-migration'
import { decodeSource } from '@official-accounts/commands/migration/decode-source'
import { previewMigration } from '@official-accounts/commands/migration/preview-migration'
import { submitMigration } from '@official-accounts/commands/migration/submit-migration'
import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import { runCommand } from '@official-accounts/commands/run-command'
import { runAs } from '@official-accounts/db/actor-settings'
import type { Services } from '@official-accounts/schema/context'
import type { Actor } from '@official-accounts/domain/access/actor'
import type { Config } from '../config.ts'
import { SYSTEM_SETTINGS } from '../identity/system-settings.ts'
import { actAs } from './act-as.ts'
import type { Outcome } from './command-line.ts'
import { openRegistry } from './open-registry.ts'

const PREVIEWER: Actor = { kind: 'SYSTEM', process: 'registry import' }
const REASON =
  'Development decision: made by a development persona from the command line. It is no decision of the department.'

/** What came of one row. */
interface ReportLine {
  readonly row: number
  readonly outcome: string
  readonly code: string
  readonly reason: string
}

interface Summary {
  readonly id?: string
  readonly columnSet: string
  readonly state: string
  readonly counts: unknown
}

/** How to import. */
export interface ImportOptions {
  readonly dryRun: boolean
  /** Whom the identity provider knows by this subject submits; the persona `opa` at the development issuer. */
  readonly submitter?: string
  /** Told how far it is. */
  readonly onProgress: (line: string) => void
}

/**
 * Imports a register's file: every row gets an outcome. At the development issuer the persona `aspa` decides at once,
 * marked as a development decision; at a real one the import waits for the Assistant Secretary in the admin client.
 */
export async function importFile(config: Config, path: string, options: ImportOptions): Promise<Outcome> {
  const file = { fileName: basename(path), content: decodeSource(readFileSync(path)) }
  const { services, close } = await openRegistry(config)
  try {
    if (options.dryRun) return await preview(services.commands, file)
    return await importDecided(config, services, file, options)
  } finally {
    await close()
  }
}

interface SourceFile {
  readonly fileName: string
  readonly content: string
}

async function preview(commands: CommandEnvironment, file: SourceFile): Promise<Outcome> {
  const { counts, rows, columnSet } = await previewMigration(commands, PREVIEWER, file)
  const report = rows.map(({ rowNumber, judgement: { outcome, code, reason } }) => ({
    row: rowNumber,
    outcome,
    code,
    reason,
  }))
  return outcomeOf({ columnSet, state: 'PREVIEWED', counts }, report)
}

async function importDecided(
  config: Config,
  services: Services,
  file: SourceFile,
  options: ImportOptions,
): Promise<Outcome> {
  const development = config.identity === null
  const submitter = options.submitter ?? (development ? 'opa' : null)
  if (submitter === null) throw new Error('Say who submits: --submitter <subject at the identity provider>.')
  const { commands } = services
  const submit = { actor: await actAs(config, services, submitter), requestId: null }
  const { id } = await runCommand(commands, submitMigration, submit, file)
  if (development) {
    const decide = { actor: await actAs(config, services, 'aspa'), requestId: null }
    const decision = { migrationId: id, decision: 'APPROVE', reason: REASON, development: true }
    await runCommand(commands, decideMigration, decide, decision)
    await applyMigration(commands, id, {
      onProgress: ({ applied, of }) => options.onProgress(`${applied} of ${of} rows`),
    })
  }
  return report(services, id)
}

async function report({ read }: Services, migrationId: string): Promise<Outcome> {
  const { migration, rows } = await runAs(SYSTEM_SETTINGS, async () => ({
    migration: await read.migration.findFirstOrThrow({ where: { id: migrationId } }),
    rows: await read.migrationRow.findMany({ where: { migrationId }, orderBy: { rowNumber: 'asc' } }),
  }))
  const { columnSet, state, counts, appliedCounts } = migration
  const lines = rows.map(({ rowNumber, outcome, code, reason }) => ({
    row: rowNumber,
    outcome,
    code,
    reason,
  }))
  return outcomeOf({ id: migrationId, columnSet, state, counts: appliedCounts ?? counts }, lines)
}

function outcomeOf(summary: Summary, rows: readonly ReportLine[]): Outcome {
  return {
    ok: true,
    report: { ...summary, rows },
    lines: [
      ...rows.map(
        ({ row, outcome, code, reason }) =>
          `${String(row).padStart(6)}  ${outcome.padEnd(9)}  ${code}: ${reason}`,
      ),
      `${summary.state}: ${rows.length} rows, ${JSON.stringify(summary.counts)}`,
    ],
  }
}
