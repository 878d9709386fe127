import { createTurns } from './take-turns.ts'
import { attemptPublication, type AttemptContext, type Publication } from './attempt-publication.ts'
import { createPublicationStore, type PublicationStart } from './publication-store.ts'
import { createSiteInUse } from './site-in-use.ts'

/** What the publisher works with. */
export type PublisherOptions = Omit<AttemptContext, 'store' | 'site' | 'state'>

/** Publishes the directory, one publication at a time, and keeps the folder in use as the registry says. */
export interface Publisher {
  /** Builds, checks and puts in use what the directory says now. A failure is an outcome, and recorded. */
  publish(start: PublicationStart): Promise<Publication>
  /** Ends what is being built, unless that is urgent itself: the next publication has everything in it. */
  makeWay(): void
  /** Serves the publication that the registry says is in use. */
  followRegistry(): Promise<void>
  /** Puts right what a killed server left behind; once, before anything is published. */
  recover(): Promise<void>
  /** Failures since the last good publication. */
  failuresInRow(): Promise<number>
  /** Resolves when nothing is being built. */
  idle(): Promise<void>
}

export type { Publication }

/** Makes the publisher of this process. */
export function createPublisher(options: PublisherOptions): Publisher {
  const takeTurn = createTurns()
  const store = createPublicationStore(options.services)
  const site = createSiteInUse(options.dataDir, store, options.metrics)
  const state: AttemptContext['state'] = { running: null, lossAccepted: false }
  const context: AttemptContext = { ...options, store, site, state }
  return {
    publish: (start) => takeTurn(() => attemptPublication(context, start)),
    makeWay() {
      if (state.running !== null && state.running.trigger !== 'URGENT') state.running.wayMade.abort()
    },
    followRegistry: site.followRegistry,
    recover: site.recover,
    failuresInRow: store.failuresInRow,
    idle: () => takeTurn(async () => {}),
  }
}
