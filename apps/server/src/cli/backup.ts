import { restoreBackup } from '@official-accounts/db/backup/restore-backup'
import { writeBackup } from '@official-accounts/db/backup/write-backup'
import type { Config } from '../config.ts'
import { openDatabase } from '../open-database.ts'
import { chainReport } from './audit.ts'
import type { Outcome } from './command-line.ts'
import { openRegistryDatabase } from './open-registry.ts'

/** Writes all that the database holds into a file, beside a running server as well. */
export async function backup(
  config: Config,
  file: string,
  onProgress: (line: string) => void,
): Promise<Outcome> {
  const { ownerUrl, close } = await openRegistryDatabase(config)
  try {
    const { tables, rows } = await writeBackup(ownerUrl, file, onProgress)
    return {
      ok: true,
      report: { file, tables, rows },
      lines: [`${rows} rows of ${tables} tables in ${file}`],
    }
  } finally {
    await close()
  }
}

/** How to restore. */
export interface RestoreVerbOptions {
  readonly acceptBrokenAudit: boolean
  readonly onProgress: (line: string) => void
}

/** Fills the empty database of a folder that no server holds, or the operator’s own, with a backup’s rows. */
export async function restore(config: Config, file: string, options: RestoreVerbOptions): Promise<Outcome> {
  const { acceptBrokenAudit, onProgress } = options
  const { ownerUrl, close } = await openDatabase(config, () => {})
  try {
    const { madeAt, rows, chains } = await restoreBackup(ownerUrl, file, {
      acceptBrokenAudit,
      onTable: onProgress,
    })
    const { report, lines } = chainReport(chains)
    return {
      ok: true,
      report: { file, madeAt, rows, ...report },
      lines: [...lines, `${rows} rows as of ${madeAt}; start the server to build its pages.`],
    }
  } finally {
    await close()
  }
}
