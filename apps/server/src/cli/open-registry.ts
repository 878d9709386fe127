import { ensureLogins } from '@official-accounts/db/database-logins'
import { runningOwnerUrl } from '@official-accounts/db/embedded/attach'
import { DATABASE } from '@official-accounts/db/embedded-postgres'
import type { Services } from '@official-accounts/schema/context'
import type { Config } from '../config.ts'
import { openDatabase, type OpenDatabase } from '../open-database.ts'
import { openServices } from '../open-services.ts'

/** The services a verb works with; `close` lets go of them and of a server started for them. */
export interface OpenRegistry {
  readonly services: Services
  close(): Promise<void>
}

/**
 * Opens the registry for a verb that changes state: through the embedded server that a running product holds, else
 * by starting it under its lock, else on the operator's own database.
 */
export async function openRegistry(config: Config): Promise<OpenRegistry> {
  const database = await openRegistryDatabase(config)
  const report = (error: Error) => console.error(error.message)
  const { services, close } = await openServices({ urls: database, report })
  return {
    services,
    async close() {
      await close()
      await database.close()
    },
  }
}

/** The same database without the services: for what reads or writes all of it as its owner. */
export async function openRegistryDatabase(config: Config): Promise<OpenDatabase> {
  return (await attach(config)) ?? (await openDatabase(config, () => {}))
}

async function attach({ database, dataDir }: Config): Promise<OpenDatabase | null> {
  if (database.kind === 'GIVEN') return null
  const ownerUrl = runningOwnerUrl(dataDir, DATABASE)
  if (ownerUrl === null) return null
  try {
    const urls = await ensureLogins(ownerUrl, dataDir)
    return { ...urls, readUrl: urls.appUrl, applied: [], close: async () => {} }
  } catch {
    // The file of a server that was killed: the ordinary way clears it.
    return null
  }
}
