import { join } from 'node:path'
import { seedFirstStart } from '@official-accounts/commands/seed/first-start'
import { internalSchema, publicSchema } from '@official-accounts/schema/schema'
import type { Services } from '@official-accounts/schema/context'
import type { Logger } from 'pino'
import { givenNames, type Config, type IdentitySettings } from './config.ts'
import { createDevelopmentIssuer, type DevelopmentIssuer } from './development/issuer.ts'
import { PERSONAS } from './development/personas.ts'
import { seedPersonas } from './development/seed-personas.ts'
import { createIdentityProvider } from './identity/identity-provider.ts'
import { buildAdmin } from './jobs/build-admin.ts'
import { currentBuild } from './jobs/built-folder.ts'
import { publishDirectory } from './jobs/publish-directory.ts'
import { startWorker } from './jobs/worker.ts'
import { listen, stopListening } from './listen.ts'
import { createLog } from './log.ts'
import { openDatabase } from './open-database.ts'
import { openServices } from './open-services.ts'
import { createServer } from './server.ts'

const LOOPBACK = '127.0.0.1'
const DRAIN_MS = 5_000

/** Whom a start tells what it does, and who stops what it opened, last first. */
export interface StartHost {
  readonly say: (line: string) => void
  readonly onClose: (close: () => Promise<void>) => void
}

/** Starts everything in order and says `ready` at the end. Throws when a part cannot be had. */
export async function startProduct(config: Config, host: StartHost): Promise<void> {
  const { say, onClose } = host
  const names = givenNames()
  say(`settings: ${names.length === 0 ? 'all by default' : names.join(', ')}`)
  const log = createLog(config.logLevel)
  const database = await openDatabase(config, say)
  onClose(database.close)
  for (const migration of database.applied) say(`database: applied ${migration}`)
  const { services, close } = await openServices({
    urls: database,
    report: (error) => log.error({ event: 'job queue', err: error }),
  })
  onClose(close)
  const issuer = config.identity
    ? null
    : await createDevelopmentIssuer(config.publicUrl, config.dataDir, config.requiredAcr)
  const settings = config.identity ?? issuer?.settings
  if (!settings) throw new Error('There is no identity provider.')
  const app = await openToRequests(config, host, { services, log, issuer, settings })
  await seed(config, services, settings, say)
  const publish = await buildFaces(config, host)
  await startWorker({ commands: services.commands, publish, metrics: app.metrics, log })
  announce(config, issuer, say)
}

interface Parts {
  readonly services: Services
  readonly log: Logger
  readonly issuer: DevelopmentIssuer | null
  readonly settings: IdentitySettings
}

async function openToRequests(config: Config, { onClose }: StartHost, parts: Parts) {
  const { services, log, issuer, settings } = parts
  const app = createServer({
    config,
    services,
    schemas: { internalSchema, publicSchema },
    identityProvider: createIdentityProvider(settings),
    log,
    issuer: issuer?.handle ?? null,
  })
  const server = await listen(app.handle, config.port, LOOPBACK)
  onClose(async () => {
    app.close()
    await stopListening(server, DRAIN_MS)
  })
  return app
}

// Components come with the first start, and the personas of a component after it.
async function seed(
  config: Config,
  services: Services,
  settings: IdentitySettings,
  say: (line: string) => void,
) {
  if (config.identity === null) await seedPersonas(services.commands, settings.issuer)
  await seedFirstStart(services.commands, { issuer: settings.issuer, log: say })
  if (config.identity === null) await seedPersonas(services.commands, settings.issuer)
}

async function buildFaces(config: Config, { say, onClose }: StartHost) {
  const stop = new AbortController()
  onClose(async () => stop.abort())
  const { dataDir, publicUrl, opaContact, port } = config
  const graphqlUrl = `http://${LOOPBACK}:${port}/graphql`
  const publish = () => publishDirectory({ dataDir, graphqlUrl, publicUrl, opaContact, signal: stop.signal })
  await orKeep(join(dataDir, 'admin'), say, async () => {
    say(`admin client: ${(await buildAdmin(dataDir, stop.signal)) ? 'built' : 'up to date'}`)
  })
  await orKeep(join(dataDir, 'site'), say, async () => {
    const { outcome, accountCount } = await publish()
    say(`public site: ${accountCount} accounts, ${outcome === 'PUBLISHED' ? 'built' : 'up to date'}`)
  })
  return publish
}

/** A build that fails is fatal the first time; later the one before stays in use, and the fault is said. */
async function orKeep(root: string, say: (line: string) => void, build: () => Promise<void>): Promise<void> {
  try {
    await build()
  } catch (error) {
    if (currentBuild({ root }) === null) throw error
    say(`${root}: the build before stays in use. ${error instanceof Error ? error.message : String(error)}`)
  }
}

function announce(
  { publicUrl, dataDir }: Config,
  issuer: DevelopmentIssuer | null,
  say: (line: string) => void,
): void {
  say('')
  say(`  public site   ${publicUrl}/`)
  say(`  admin client  ${publicUrl}/admin/`)
  say(`  GraphQL       ${publicUrl}/graphql`)
  if (issuer !== null) {
    say(`  sign in       ${publicUrl}/auth/sign-in as ${PERSONAS.map(({ name }) => name).join(' ')}`)
    say(`  programs      client id program, secret in ${dataDir}/development-issuer/program-secret`)
  }
  say('')
  say(`ready at ${publicUrl}/`)
}
