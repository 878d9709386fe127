import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseUrls } from '@official-accounts/db/database-logins'
import type { Config } from '@official-accounts/server/config'
import { createDevelopmentIssuer } from '@official-accounts/server/development/issuer'
import { seedPersonas } from '@official-accounts/server/development/seed-personas'
import { seedSamples } from '@official-accounts/server/development/seed-samples'
import type { Schemas } from '@official-accounts/server/graphql-endpoint'
import { createIdentityProvider } from '@official-accounts/server/identity/identity-provider'
import { listen, stopListening } from '@official-accounts/server/listen'
import { createLog } from '@official-accounts/server/log'
import { openServices } from '@official-accounts/server/open-services'
import { createServer } from '@official-accounts/server/server'
import { freePort } from '../support/free-port.ts'
import { testSchemas } from './test-schema.ts'

export interface TestServerOptions {
  readonly urls: DatabaseUrls
  readonly production?: boolean
  readonly schemas?: Schemas
  readonly requiredAcr?: string
}

/** A server on a free port with the development issuer and its personas. */
export async function startTestServer(options: TestServerOptions) {
  const dataDir = await mkdtemp(join(tmpdir(), 'official-accounts-server-'))
  const publicUrl = `http://localhost:${await freePort()}`
  const lines: string[] = []
  const log = createLog('debug', { write: (line) => void lines.push(line) })
  const { services, close } = await openServices({ urls: options.urls, report: (error) => log.error(error) })
  const issuer = await createDevelopmentIssuer(publicUrl, dataDir, options.requiredAcr ?? null)
  await seedPersonas(services.commands, issuer.settings.issuer)
  await seedSamples(services.commands, issuer.settings.issuer)
  const config: Pick<Config, 'publicUrl' | 'dataDir' | 'production' | 'trustedProxies' | 'requiredAcr'> = {
    publicUrl,
    dataDir,
    production: options.production ?? false,
    trustedProxies: [],
    requiredAcr: options.requiredAcr ?? null,
  }
  const app = createServer({
    config,
    services,
    schemas: options.schemas ?? testSchemas,
    identityProvider: createIdentityProvider(issuer.settings),
    log,
    issuer: issuer.handle,
  })
  const server = await listen(app.handle, Number(new URL(publicUrl).port), '127.0.0.1')
  async function stop(): Promise<void> {
    await stopListening(server, 500)
    await close().catch(() => {})
    await rm(dataDir, { recursive: true, force: true })
  }
  return { publicUrl, dataDir, services, settings: issuer.settings, app, lines, stop }
}

export type RunningTestServer = Awaited<ReturnType<typeof startTestServer>>

/** Posts a GraphQL document. */
export async function ask(publicUrl: string, query: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${publicUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify({ query }),
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer }
}

export interface Answer {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly { message: string; path?: string[]; extensions: Record<string, unknown> }[]
}
