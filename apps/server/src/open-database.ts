import { ensureLogins, type DatabaseUrls } from '@official-accounts/db/database-logins'
import { startEmbedded } from '@official-accounts/db/embedded-postgres'
import { migrate } from '@official-accounts/db/migrate'
import type { Config } from './config.ts'
import { QUEUES } from './queues.ts'

/** A migrated database and how to reach it. */
export interface OpenDatabase extends DatabaseUrls {
  /** Where queries are read from: a replica where there is one. */
  readonly readUrl: string
  /** Names of the migrations just applied. */
  readonly applied: readonly string[]
  close(): Promise<void>
}

/**
 * Brings up the embedded server, or goes to the operator's, and migrates it.
 *
 * @param log told in words what is being done
 * @throws EmbeddedDatabaseInUseError when another process has the data folder
 */
export async function openDatabase(
  config: Pick<Config, 'database' | 'dataDir'>,
  log: (line: string) => void,
): Promise<OpenDatabase> {
  const { database } = config
  if (database.kind === 'GIVEN') {
    log('database: the one of DATABASE_URL')
    const { applied } = await migrate(database.ownerUrl, { queues: QUEUES })
    const { ownerUrl, appUrl, publicUrl, replicaUrl } = database
    return { ownerUrl, appUrl, publicUrl, readUrl: replicaUrl ?? appUrl, applied, close: async () => {} }
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir })
  if (embedded.note !== '') log(`database: ${embedded.note}`)
  log(
    `database: PostgreSQL on 127.0.0.1:${embedded.port}, process ${embedded.pid}, data in ${config.dataDir}`,
  )
  try {
    const { applied } = await migrate(embedded.ownerUrl, { queues: QUEUES })
    const urls = await ensureLogins(embedded.ownerUrl, config.dataDir)
    return { ...urls, readUrl: urls.appUrl, applied, close: embedded.stop }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}
