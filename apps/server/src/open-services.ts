import { createActorPool } from '@official-accounts/db/actor-pool'
import { createDataVersion } from '@official-accounts/db/data-version'
import type { DatabaseUrls } from '@official-accounts/db/database-logins'
import { startJobQueue } from '@official-accounts/db/job-queue'
import { createClient, createReadClient } from '@official-accounts/db/prisma-client'
import { statementSender, textStatements } from '@official-accounts/db/text-statement'
import type { Services } from '@official-accounts/schema/context'

const CONNECT_TIMEOUT_MS = 5_000
/** What the product shares commits for: too short to be noticed, long enough to ask seldom under load. */
export const COMMITS_SHARED_MS = 5

/** What the services are opened on. */
export interface ServiceOptions {
  readonly urls: DatabaseUrls & { readonly readUrl?: string }
  /** A fixed instant in tests; by default the database's clock. */
  readonly at?: () => Date
  /** Told of faults in the background. */
  readonly report: (error: Error) => void
  /** Called with every statement that reads or writes data: tests count them. */
  readonly onStatement?: (sql: string) => void
  /**
   * How long requests share what they know of the newest commit, in milliseconds: what another process commits shows
   * this much later at most, what this one commits at once. 0 by default.
   */
  readonly commitsSharedForMs?: number
}

/** The services of one process and how to let go of them. */
export interface OpenServices {
  readonly services: Services
  close(): Promise<void>
}

/** Opens the job queue, the pools for writing, for reading and for the public, and the clients over them. */
export async function openServices(options: ServiceOptions): Promise<OpenServices> {
  const { urls, at = null, report, onStatement, commitsSharedForMs = 0 } = options
  const boss = await startJobQueue(urls.appUrl, report)
  const shared = { connectionTimeoutMillis: CONNECT_TIMEOUT_MS, idleTimeoutMillis: 30_000, onStatement }
  const version = createDataVersion(urls.publicUrl, commitsSharedForMs)
  const pools = {
    write: createActorPool({
      connectionString: urls.appUrl,
      max: 10,
      ...shared,
      onCommit: version.passed,
    }),
    read: createActorPool({
      connectionString: urls.readUrl ?? urls.appUrl,
      max: 10,
      readOnly: true,
      ...shared,
    }),
    // What is compiled whole has its sizes in its text: with policies and joins, planning would cost more than running.
    whole: createActorPool({
      connectionString: urls.readUrl ?? urls.appUrl,
      max: 10,
      readOnly: true,
      genericPlans: true,
      ...shared,
    }),
    directory: createActorPool({ connectionString: urls.publicUrl, max: 10, readOnly: true, ...shared }),
  }
  const write = createClient(pools.write)
  const read = createReadClient(pools.read)
  const directory = createReadClient(pools.directory)
  async function close(): Promise<void> {
    await boss.stop({ graceful: true, timeout: 10_000 })
    await Promise.all([write.$disconnect(), read.$disconnect(), directory.$disconnect()])
    await Promise.all([...Object.values(pools).map((pool) => pool.end()), version.close()])
  }
  const statements = {
    read: textStatements(pools.whole),
    directory: textStatements(pools.directory),
    rows: statementSender(pools.read),
  }
  const commands = { client: write, boss, at }
  const services = { read, directory, statements, dataVersion: version.current, commands }
  return { services, close }
}
