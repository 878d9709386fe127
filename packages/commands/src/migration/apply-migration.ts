import { DomainError, notFound } from '@official-accounts/domain/errors'
import { asActor, type CommandEnvironment } from '../command-call.ts'
import { runCommand } from '../run-command.ts'
import { applyMigrationBatch } from './apply-migration-batch.ts'

/** How to apply, and who wants to see how far it is. */
export interface ApplyOptions {
  /** Rows a transaction; 500 when not given. */
  readonly size?: number
  /** Called after every batch. */
  readonly onProgress?: (progress: { readonly applied: number; readonly of: number }) => void
}

const SYSTEM = { kind: 'SYSTEM', process: 'import' } as const

/**
 * Applies a decided import batch by batch to its end, from wherever an earlier attempt stopped. Safe to call again
 * and from two processes at once; one that is applied already is left alone.
 *
 * @throws DomainError NOT_FOUND, or INVALID_STATE when the import is not approved
 */
export async function applyMigration(
  environment: CommandEnvironment,
  migrationId: string,
  options: ApplyOptions = {},
): Promise<void> {
  const { size, onProgress } = options
  const call = { actor: SYSTEM, requestId: null, groupId: migrationId }
  for (let migration = await readMigration(environment, migrationId); migration.state !== 'APPLIED';) {
    try {
      await runCommand(environment, applyMigrationBatch, call, { migrationId, size })
    } catch (error) {
      if (!isAppliedMeanwhile(error)) throw error
    }
    migration = await readMigration(environment, migrationId)
    onProgress?.({ applied: migration.appliedRows, of: migration.rowCount })
  }
}

async function readMigration({ client }: CommandEnvironment, id: string) {
  const select = { state: true, appliedRows: true, rowCount: true }
  const migration = await asActor(SYSTEM, () => client.migration.findFirst({ where: { id }, select }))
  if (migration === null) throw new DomainError(notFound('import'))
  return migration
}

function isAppliedMeanwhile(error: unknown): boolean {
  return (
    error instanceof DomainError &&
    error.refusal.code === 'INVALID_STATE' &&
    error.refusal.state === 'APPLIED'
  )
}
