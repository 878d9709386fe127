import { createActorPool } from '@official-accounts/db/actor-pool'
import type { DatabaseUrls } from '@official-accounts/db/database-logins'
import { startJobQueue } from '@official-accounts/db/job-queue'
import { createClient, createReadClient } from '@official-accounts/db/prisma-client'
import type { Services } from '@official-accounts/schema/context'

const CONNECT_TIMEOUT_MS = 5_000

/** What the services are opened on. */
export interface ServiceOptions {
  readonly urls: DatabaseUrls & { readonly readUrl?: string }
  /** A fixed instant in tests; by default the database's clock. */
  readonly at?: () => Date
  /** Told of faults in the background. */
  readonly report: (error: Error) => void
  /** Called with every statement that reads or writes data: tests count them. */
  readonly onStatement?: (sql: string) => void
}

/** The services of one process and how to let go of them. */
export interface OpenServices {
  readonly services: Services
  close(): Promise<void>
}

/** Opens the job queue, the pools for writing, for reading and for the public, and the clients over them. */
export async function openServices(options: ServiceOptions): Promise<OpenServices> {
  const { urls, at = null, report, onStatement } = options
  const boss = await startJobQueue(urls.appUrl, report)
  const shared = { connectionTimeoutMillis: CONNECT_TIMEOUT_MS, idleTimeoutMillis: 30_000, onStatement }
  const pools = {
    write: createActorPool({ connectionString: urls.appUrl, max: 10, ...shared }),
    read: createActorPool({
      connectionString: urls.readUrl ?? urls.appUrl,
      max: 10,
      readOnly: true,
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
    await Promise.all(Object.values(pools).map((pool) => pool.end()))
  }
  return { services: { read, directory, commands: { client: write, boss, at } }, close }
}
