import { join } from 'node:path'
import { isRecordId } from '@official-accounts/domain/record-id'
import type { Metrics } from '../../http/metrics.ts'
import { dropUnfinished, finishedBuilds, keepOnly, useBuild, type BuiltFolder } from '../built-folder.ts'
import type { PublicationStore } from './publication-store.ts'
import { createTurns } from './take-turns.ts'

export type SiteInUse = ReturnType<typeof createSiteInUse>

/** The folder of published sites, in which every build is named after its publication. */
export function createSiteInUse(
  dataDir: string,
  store: PublicationStore,
  metrics: Pick<Metrics, 'setPublishedAt'>,
) {
  const folder: BuiltFolder = { root: join(dataDir, 'site') }
  const takeTurn = createTurns()

  // The registry is the truth: a stop between the two steps of a switch is made good by the next start.
  async function follow(): Promise<void> {
    const inUse = await store.inUse()
    if (inUse === null) return
    if (finishedBuilds(folder).includes(inUse.id)) useBuild(folder, inUse.id)
    if (inUse.publishedAt !== null) metrics.setPublishedAt(inUse.publishedAt)
    keepOnly(folder, await store.keptIds())
  }
  const followRegistry = () => takeTurn(follow)

  async function recover(): Promise<void> {
    dropUnfinished(folder)
    await store.recover(finishedBuilds(folder).filter((name) => isRecordId(name)))
    await followRegistry()
  }
  return { folder, followRegistry, recover }
}
