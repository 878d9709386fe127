import { join } from 'node:path'
import { seedFirstStart } from '@official-accounts/commands/seed/first-start'
import { internalSchema, publicSchema } from '@official-accounts/schema/schema'
import type { Services } from '@official-accounts/schema/context'
import type { Logger } from 'pino'
import { givenNames, type Config, type IdentitySettings } from './config.ts'
import { createDevelopmentIssuer, type DevelopmentIssuer } from './development/issuer.ts'
import { PERSONAS } from './development/personas.ts'
import { seedPersonas } from './development/seed-personas.ts'
import { seedSamples } from './development/seed-samples.ts'
import { createIdentityProvider } from './identity/identity-provider.ts'
import type { Metrics } from './http/metrics.ts'
import { buildAdmin } from './jobs/build-admin.ts'
import { currentBuild } from './jobs/built-folder.ts'
import { loadSigningKey } from './jobs/manifest/signing-key.ts'
import { createMailMetrics } from './jobs/notification/mail-metrics.ts'
import { smtpTransport } from './jobs/notification/mail-transport.ts'
import { startMailer, type Mailer } from './jobs/notification/mailer.ts'
import { siteBuild } from './jobs/publication/build-pages.ts'
import { createPublisher, type Publisher } from './jobs/publication/publisher.ts'
import { siteSettings } from './jobs/publication/site-settings.ts'
import { startWorker } from './jobs/worker.ts'
import { listen, stopListening } from './listen.ts'
import { createLog } from './log.ts'
import { openDatabase } from './open-database.ts'
import { COMMITS_SHARED_MS, openServices } from './open-services.ts'
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
    commitsSharedForMs: COMMITS_SHARED_MS,
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
  const publisher = await openPublisher(config, host, { services, log, metrics: app.metrics })
  await buildFaces(config, host, publisher)
  const mailer = openMailer(config, host, { services, log, metrics: app.metrics })
  await startWorker({ commands: services.commands, publisher, mailer, log })
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
  if (config.identity === null) await seedSamples(services.commands, settings.issuer)
}

async function openPublisher(
  config: Config,
  { onClose }: StartHost,
  { services, log, metrics }: Pick<Parts, 'services' | 'log'> & { readonly metrics: Metrics },
): Promise<Publisher> {
  const stop = new AbortController()
  const settings = siteSettings(config)
  const publisher = createPublisher({
    dataDir: config.dataDir,
    settings,
    services,
    key: await loadSigningKey(config.auditKeyFile, config.dataDir),
    writePages: siteBuild(settings, `http://${LOOPBACK}:${config.port}/graphql`),
    metrics,
    log,
    stop: stop.signal,
  })
  onClose(async () => {
    stop.abort()
    await publisher.idle()
  })
  await publisher.recover()
  return publisher
}

function openMailer(
  { mail, publicUrl }: Config,
  { say, onClose }: StartHost,
  { services: { commands }, log, metrics }: Pick<Parts, 'services' | 'log'> & { readonly metrics: Metrics },
): Mailer | null {
  if (mail === null) {
    say('mail: no server is set; people are told in the admin client alone')
    return null
  }
  const transport = smtpTransport(mail)
  const mails = createMailMetrics(metrics.registry)
  const now = () => commands.at?.() ?? new Date()
  const mailer = startMailer({ commands, transport, publicUrl, metrics: mails, now }, log)
  onClose(mailer.stop)
  return mailer
}

async function buildFaces({ dataDir }: Config, { say, onClose }: StartHost, publisher: Publisher) {
  const stop = new AbortController()
  onClose(async () => stop.abort())
  const admin = join(dataDir, 'admin')
  await buildAdmin(dataDir, stop.signal).then(
    (built) => say(`admin client: ${built ? 'built' : 'up to date'}`),
    (error: unknown) => {
      // Fatal the first time; later the build before stays in use, and the fault is said.
      if (currentBuild({ root: admin }) === null) throw error
      say(`admin client: the build before stays in use. ${error instanceof Error ? error.message : ''}`)
    },
  )
  const start = { publicationId: null, trigger: 'START', acceptLoss: false } as const
  const { outcome, accountCount, fault } = await publisher.publish(start)
  // The registry works without its public pages, and offers what to do about them as work.
  if (fault === null)
    say(`public site: ${accountCount} accounts, ${outcome === 'PUBLISHED' ? 'built' : 'up to date'}`)
  else say(`public site: not published. ${fault.message}${fault.detail === null ? '' : `\n${fault.detail}`}`)
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
