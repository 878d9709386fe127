import type { DatabaseUrls } from '@official-accounts/db/database-logins'
import { internalSchema, publicSchema } from '@official-accounts/schema/schema'
import { createDevelopmentIssuer } from '@official-accounts/server/development/issuer'
import { createIdentityProvider } from '@official-accounts/server/identity/identity-provider'
import { listen } from '@official-accounts/server/listen'
import { createLog } from '@official-accounts/server/log'
import { COMMITS_SHARED_MS, openServices } from '@official-accounts/server/open-services'
import { createServer } from '@official-accounts/server/server'

/** What the measured server is started with. */
export interface SubjectSettings {
  readonly port: number
  readonly dataDir: string
  readonly urls: DatabaseUrls
}

// The product's server as in production, sign-in and authorization included. Left out are the worker and the builds of
// the two faces, which would work beside the measurement.
const settings = JSON.parse(process.argv[2] ?? '{}') as SubjectSettings
const publicUrl = `http://localhost:${settings.port}`
const log = createLog('error')
const { services } = await openServices({
  commitsSharedForMs: COMMITS_SHARED_MS,
  urls: settings.urls,
  report: (error) => log.error({ event: 'job queue', err: error }),
})
const issuer = await createDevelopmentIssuer(publicUrl, settings.dataDir, null)
const app = createServer({
  config: { publicUrl, dataDir: settings.dataDir, production: true, trustedProxies: [], requiredAcr: null },
  services,
  schemas: { internalSchema, publicSchema },
  identityProvider: createIdentityProvider(issuer.settings),
  log,
  issuer: issuer.handle,
})
await listen(app.handle, settings.port, '127.0.0.1')
process.once('SIGTERM', () => process.exit(0))
console.log('ready')
