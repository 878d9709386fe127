import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureLogins } from '@official-accounts/db/database-logins'
import { startEmbedded, type EmbeddedPostgres } from '@official-accounts/db/embedded-postgres'
import { migrate } from '@official-accounts/db/migrate'
import { personaToken } from '@official-accounts/server/development/persona-token'
import { QUEUES } from '@official-accounts/server/queues'
import pg from 'pg'
import { startContenders } from './contenders/contenders.ts'
import { makePeerLogins } from './contenders/peer-logins.ts'
import { loadDataset } from './dataset/load-dataset.ts'
import { freePort } from '../support/free-port.ts'
import { canPin, LOAD_CORE, pin } from './machine/pin.ts'
import type { BenchWorld } from './operations/operation.ts'
import type { BenchOptions } from './options.ts'

// As an operator would set it up on this much memory, durable: a command's commit is on the disk.
const DATABASE_SETTINGS = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track': 'top',
  shared_buffers: '512MB',
  max_wal_size: '4GB',
}

/** Everything that is measured, running. */
export interface Bench {
  readonly world: BenchWorld
  readonly databasePid: number
  /** A folder of the run's own, removed at the end. */
  readonly folder: string
  close(): Promise<void>
}

/** Starts a database of the run's own, loads the dataset and starts the contenders. */
export async function openBench(options: BenchOptions, say: (line: string) => void): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'official-accounts-bench-'))
  const closers: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })]
  async function close(): Promise<void> {
    for (const closer of closers.toReversed()) await closer()
  }
  try {
    const database = await startEmbedded({ dataDir: folder, settings: DATABASE_SETTINGS })
    closers.push(() => database.stop())
    if (!canPin()) say('taskset or a second core is missing: server, database and load share what there is')
    pin(database.pid, LOAD_CORE)
    pin(process.pid, LOAD_CORE)
    const world = await openWorld(database, options, folder, closers, say)
    return { world, databasePid: database.pid, folder, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openWorld(
  database: EmbeddedPostgres,
  options: BenchOptions,
  folder: string,
  closers: (() => Promise<unknown>)[],
  say: (line: string) => void,
): Promise<BenchWorld> {
  const subjectPort = await freePort()
  const publicUrl = `http://localhost:${subjectPort}`
  await migrate(database.ownerUrl, { queues: QUEUES })
  const urls = await ensureLogins(database.ownerUrl, folder)
  const started = performance.now()
  await loadDataset(urls, `${publicUrl}/oidc`, options)
  say(
    `dataset: ${options.accounts} accounts, ${options.auditEntries} audit entries, loaded in ${Math.round((performance.now() - started) / 1000)} s`,
  )
  const owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  closers.push(() => owner.end())
  await owner.query('create extension pg_stat_statements')
  const { readerUrl: peerUrl, writerUrl: rawUrl } = await makePeerLogins(
    database.ownerUrl,
    randomBytes(18).toString('base64url'),
  )
  const { connections } = options
  const contenders = await startContenders({
    urls,
    peerUrl,
    rawUrl,
    dataDir: folder,
    subjectPort,
    connections,
  })
  closers.push(() => Promise.all(Object.values(contenders).map((contender) => contender.stop())))
  const tokens = new Map<string, Promise<string>>()
  async function token(persona: string): Promise<string> {
    const known = tokens.get(persona) ?? personaToken(publicUrl, persona)
    tokens.set(persona, known)
    return known
  }
  return { owner, contenders, token, connections }
}
