import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMetrics, type Metrics } from '@official-accounts/server/http/metrics'
import { currentBuild } from '@official-accounts/server/jobs/built-folder'
import { loadSigningKey, type SigningKey } from '@official-accounts/server/jobs/manifest/signing-key'
import type { WritePages } from '@official-accounts/server/jobs/publication/build-pages'
import { createPublisher, type Publisher } from '@official-accounts/server/jobs/publication/publisher'
import { pino } from 'pino'
import { createTestApp, type TestApp } from './create-test-app.ts'
import { smallSite } from './small-site.ts'

export const SITE = 'http://localhost:4999'

/** The registry with a publisher over it, whose build a test may replace from one publication to the next. */
export interface PublishingApp extends TestApp {
  readonly dataDir: string
  readonly key: SigningKey
  readonly metrics: Metrics
  readonly publisher: Publisher
  /** What writes the pages next. */
  build: WritePages
  /** Ends what is being built, as a stop of the server does. */
  stop(): void
  /** Id of the publication whose pages are served, and of all whose pages are there. */
  served(): string | null
  builds(): readonly string[]
  /** Another publisher on the same folder, as after a start. */
  startAgain(): Publisher
}

/** Makes it on a database and a folder of its own; nothing is published yet. */
export async function createPublishingApp(): Promise<PublishingApp> {
  const app = await createTestApp({ faulty: true })
  const dataDir = mkdtempSync(join(tmpdir(), 'official-accounts-publishing-'))
  const key = await loadSigningKey(null, dataDir)
  const metrics = createMetrics()
  const stop = new AbortController()
  const site = { root: join(dataDir, 'site') }
  function startAgain(): Publisher {
    return createPublisher({
      dataDir,
      settings: { publicUrl: SITE, opaContact: null, official: false, sources: 'sources' },
      services: app.services,
      key,
      writePages: (pages, signal) => publishing.build(pages, signal),
      metrics,
      log: pino({ level: 'silent' }),
      stop: stop.signal,
    })
  }
  const publishing: PublishingApp = {
    ...app,
    dataDir,
    key,
    metrics,
    publisher: startAgain(),
    build: smallSite(app.services),
    stop: () => stop.abort(),
    served: () => currentBuild(site),
    builds: () => readdirSync(join(site.root, 'builds')),
    startAgain,
    async close() {
      await app.close()
      rmSync(dataDir, { recursive: true })
    },
  }
  return publishing
}
