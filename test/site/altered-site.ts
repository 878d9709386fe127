import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSite } from '../../apps/site/src/build-site.ts'
import type { DirectorySnapshot } from '../../apps/site/src/data/directory-model.ts'
import { pullDirectory } from '../../apps/site/src/data/pull-directory.ts'
import { writeSnapshot } from '../../apps/site/src/data/snapshot.ts'
import { alterDirectory } from './altered-directory.ts'
import { startRegistryServer } from './registry-server.ts'
import { startSiteServer } from './site-server.ts'

/** A served site in which accounts stand in every state the public can see. */
export interface AlteredSite {
  readonly origin: string
  readonly folder: string
  stop(): Promise<void>
}

/** Pulls the real directory, alters it, builds from the snapshot and serves the result. */
export async function startAlteredSite(
  alter: (snapshot: DirectorySnapshot) => DirectorySnapshot = alterDirectory,
): Promise<AlteredSite> {
  const work = mkdtempSync(join(tmpdir(), 'official-accounts-altered-'))
  const registry = await startRegistryServer()
  const snapshot = await pullDirectory(registry.graphqlUrl).finally(() => registry.stop())
  const file = join(work, 'altered.json')
  const folder = join(work, 'pages')
  await writeSnapshot(file, alter(snapshot))
  await buildSite({
    graphqlUrl: 'http://127.0.0.1:1/unused',
    outDir: folder,
    site: 'https://accounts.example.gov',
    opaContact: 'public.affairs@example.gov',
    snapshot: file,
  })
  const server = await startSiteServer(folder)
  return {
    origin: server.origin,
    folder,
    async stop() {
      await server.stop()
      rmSync(work, { recursive: true, force: true })
    },
  }
}
