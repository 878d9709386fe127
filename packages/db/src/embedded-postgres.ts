import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { postgresFolder } from './embedded/binaries.ts'
import { OWNER_LOGIN, ensureCluster } from './embedded/cluster.ts'
import { lockFolder } from './embedded/folder-lock.ts'
import { clearOrphan } from './embedded/orphan.ts'
import { serverIdentity } from './embedded/run-as.ts'
import { secretFrom } from './embedded/secret-file.ts'
import { startServer } from './embedded/server.ts'
import { withConnection } from './database-connection.ts'

/** The embedded server's one database. */
export const DATABASE = 'official_accounts'

/** Where the embedded server keeps everything, and settings of PostgreSQL that differ from ours. */
export interface EmbeddedOptions {
  readonly dataDir: string
  readonly settings?: Readonly<Record<string, string>>
}

/** A running embedded server. `note` says in words what an earlier run had left to clear, else it is empty. */
export interface EmbeddedPostgres {
  readonly ownerUrl: string
  readonly port: number
  readonly pid: number
  readonly note: string
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that comes with the package on a data folder, as root or as an ordinary user, after
 * a crash as after a clean stop. Passwords only, on 127.0.0.1 only.
 *
 * @throws EmbeddedDatabaseInUseError when another running process has the folder
 * @throws Error in words when this machine cannot run it
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
  const dataDir = realpathSync(options.dataDir)
  const lock = await lockFolder(dataDir)
  try {
    return await startLocked({ ...options, dataDir }, lock.release)
  } catch (error) {
    lock.release()
    throw error
  }
}

async function startLocked(options: EmbeddedOptions, release: () => void): Promise<EmbeddedPostgres> {
  const { dataDir, settings = {} } = options
  const clusterFolder = join(dataDir, 'postgres-18')
  const identity = serverIdentity(clusterFolder)
  const place = { clusterFolder, identity, postgresFolder: postgresFolder(identity) }
  const password = secretFrom(join(dataDir, 'owner-password'))
  await ensureCluster({ ...place, password, sync: settings['fsync'] !== 'off' })
  const note = await clearOrphan(clusterFolder)
  const server = await startServer({ ...place, settings, logFile: join(dataDir, 'postgres.log') })
  async function stop(): Promise<void> {
    await server.stop()
    release()
  }
  try {
    const address = `postgresql://${OWNER_LOGIN}:${password}@127.0.0.1:${server.port}`
    await withConnection(`${address}/postgres`, ensureDatabase)
    return { ownerUrl: `${address}/${DATABASE}`, port: server.port, pid: server.pid, note, stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function ensureDatabase(owner: pg.Client): Promise<void> {
  const found = await owner.query('select from pg_database where datname = $1', [DATABASE])
  if (found.rowCount === 0) await owner.query(`create database ${DATABASE}`)
}
