import { runAs } from '@official-accounts/db/actor-settings'
import type { PublicationTrigger } from '@official-accounts/domain/publication/publication'
import { mayPublish } from '@official-accounts/domain/publication/publication-rules'
import { readStatus } from '@official-accounts/schema/modules/directory/status'
import type { Services } from '@official-accounts/schema/context'
import type { Logger } from 'pino'
import type { Metrics } from '../../http/metrics.ts'
import { beginBuild, currentBuild, dropBuild, finishBuild } from '../built-folder.ts'
import type { SigningKey } from '../manifest/signing-key.ts'
import { buildPages, type WritePages } from './build-pages.ts'
import { PublicationFault } from './publication-fault.ts'
import type { PublicationStart, PublicationStore } from './publication-store.ts'
import type { SiteInUse } from './site-in-use.ts'
import { buildDigest, type SiteSettings } from './site-settings.ts'

/** What an attempt works with, and what one leaves to the next. */
export interface AttemptContext {
  readonly dataDir: string
  readonly settings: SiteSettings
  readonly services: Services
  readonly key: SigningKey
  readonly writePages: WritePages
  readonly metrics: Pick<Metrics, 'publications' | 'setPublishedAt'>
  readonly log: Logger
  /** Ends what is being built when the server stops. */
  readonly stop: AbortSignal
  readonly store: PublicationStore
  readonly site: SiteInUse
  readonly state: {
    running: { readonly trigger: PublicationTrigger; readonly wayMade: AbortController } | null
    /** A loss that was accepted for a build that had to make way holds for the one that took its place. */
    lossAccepted: boolean
  }
}

/** What came of one attempt to publish. */
export interface Publication {
  readonly outcome: 'PUBLISHED' | 'UNCHANGED' | 'FAILED' | 'SUPERSEDED'
  readonly accountCount: number | null
  readonly fault: PublicationFault | null
}

const LONGEST_BUILD_MS = 600_000
const PUBLIC = { scope: 'public', components: [], person: null } as const

/** Publishes what the directory says now, unless it is published already or somebody went back from just that. */
export async function attemptPublication(
  context: AttemptContext,
  asked: PublicationStart,
): Promise<Publication> {
  const { settings, services, key, store, site, metrics, log } = context
  // What is taken up while the server stops is left to the next start.
  context.stop.throwIfAborted()
  const start = await withRequest(store, asked)
  if (start === null) return { outcome: 'UNCHANGED', accountCount: null, fault: null }
  const { digest, accounts } = await runAs(PUBLIC, () => readStatus(services.directory))
  const build = buildDigest(digest, settings, key.thumbprint)
  const inUse = await store.inUse()
  const isInUse = inUse?.build === build && currentBuild(site.folder) === inUse.id
  const isHeld = !isInUse && !mayPublish(start.trigger, await store.newestOfBuild(build))
  if (isInUse) await recordSkip(store, start, digest, accounts)
  const publication: Publication =
    isInUse || isHeld
      ? { outcome: 'UNCHANGED', accountCount: accounts, fault: null }
      : await buildAndUse(context, start, build, inUse?.accountCount ?? null)
  metrics.publications.inc({ outcome: publication.outcome })
  log.info({ event: 'publication', trigger: start.trigger, outcome: publication.outcome })
  return publication
}

// A request that was delivered twice has been taken up already: null.
async function withRequest(
  store: PublicationStore,
  start: PublicationStart,
): Promise<PublicationStart | null> {
  if (start.publicationId === null) return start
  const requested = await store.find(start.publicationId)
  return requested?.state === 'REQUESTED' ? { ...start, acceptLoss: requested.acceptLoss } : null
}

// Most changes of the registry change nothing public: without a request or a failure before there is nothing to say.
async function recordSkip(
  store: PublicationStore,
  start: PublicationStart,
  directoryVersion: string,
  accountCount: number,
): Promise<void> {
  const isAwaited = start.publicationId !== null || (await store.newestEnded())?.state === 'FAILED'
  if (isAwaited) await store.skip(start, { directoryVersion, accountCount })
}

async function buildAndUse(
  context: AttemptContext,
  start: PublicationStart,
  build: string,
  accountsInUse: number | null,
): Promise<Publication> {
  const { store, site, state } = context
  const acceptLoss = start.acceptLoss || state.lossAccepted
  // Whatever still counts as being built was left behind: this process builds one at a time.
  await site.recover()
  const id = await store.begin({ ...start, acceptLoss }, build)
  const folder = beginBuild(site.folder, id)
  const wayMade = new AbortController()
  const limit = AbortSignal.timeout(LONGEST_BUILD_MS)
  const signal = AbortSignal.any([context.stop, wayMade.signal, limit])
  state.running = { trigger: start.trigger, wayMade }
  state.lossAccepted = false
  try {
    const accountsBefore = acceptLoss ? null : accountsInUse
    const built = await buildPages({ ...context, folder, accountsBefore, signal })
    finishBuild(site.folder, folder, id)
    await store.complete(id, built)
    await site.followRegistry()
    return { outcome: 'PUBLISHED', accountCount: built.accountCount, fault: null }
  } catch (error) {
    dropBuild(folder)
    if (!wayMade.signal.aborted) return await fail(context, id, error, limit)
    state.lossAccepted = acceptLoss
    await store.abandon(id)
    return { outcome: 'SUPERSEDED', accountCount: null, fault: null }
  } finally {
    state.running = null
  }
}

async function fail(
  { store, log, stop }: AttemptContext,
  id: string,
  error: unknown,
  limit: AbortSignal,
): Promise<Publication> {
  const fault = toFault(error, stop, limit)
  const { code, detail } = fault
  log.error({ event: 'publication failed', publication: id, code, detail, err: error })
  await store.fail(id, fault)
  return { outcome: 'FAILED', accountCount: null, fault }
}

function toFault(error: unknown, stop: AbortSignal, limit: AbortSignal): PublicationFault {
  if (error instanceof PublicationFault) return error
  if (stop.aborted)
    return new PublicationFault('INTERRUPTED', 'The server stopped in the middle of the build.')
  if (limit.aborted) return new PublicationFault('TIMED_OUT', 'The pages were not built in time.')
  return new PublicationFault('BUILD_FAILED', 'The pages could not be built.', String(error), error)
}
