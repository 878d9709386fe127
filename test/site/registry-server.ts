import { seedFirstStart } from '@official-accounts/commands/seed/first-start'
import { internalSchema, publicSchema } from '@official-accounts/schema/schema'
import { startTestServer, type RunningTestServer } from '../server/start-test-server.ts'
import { createTestDatabase } from '../support/database.ts'

/** The registry after a first start with the real data, listening. */
export interface RegistryServer {
  readonly server: RunningTestServer
  readonly graphqlUrl: string
  readonly ownerUrl: string
  stop(): Promise<void>
}

/** Starts it on a database of its own. */
export async function startRegistryServer(): Promise<RegistryServer> {
  const database = await createTestDatabase()
  const server = await startTestServer({ urls: database, schemas: { internalSchema, publicSchema } })
  await seedFirstStart(server.services.commands, { issuer: server.settings.issuer, log: () => {} })
  return {
    server,
    graphqlUrl: `${server.publicUrl}/graphql`,
    ownerUrl: database.ownerUrl,
    async stop() {
      await server.stop()
      await database.drop()
    },
  }
}
