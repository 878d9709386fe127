import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
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

/** Serves the real directory, altered: built once for a whole run, because many tests look at it and none change it. */
export async function startAlteredSite(): Promise<AlteredSite> {
  const folder = join(inject('testServer').folder, 'altered-site')
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`
    await buildAltered(unfinished, alterDirectory)
    renameSync(unfinished, folder)
  }
  return serve(folder, async () => {})
}

/** Serves the real directory as a test alters it. */
export async function startSiteOf(
  alter: (snapshot: DirectorySnapshot) => DirectorySnapshot,
): Promise<AlteredSite> {
  const work = mkdtempSync(join(tmpdir(), 'official-accounts-altered-'))
  await buildAltered(work, alter)
  return serve(work, async () => rmSync(work, { recursive: true, force: true }))
}

async function buildAltered(
  work: string,
  alter: (snapshot: DirectorySnapshot) => DirectorySnapshot,
): Promise<void> {
  mkdirSync(work, { recursive: true })
  const registry = await startRegistryServer()
  const snapshot = await pullDirectory(registry.graphqlUrl).finally(() => registry.stop())
  const file = join(work, 'altered.json')
  await writeSnapshot(file, alter(snapshot))
  await buildSite({
    graphqlUrl: 'http://127.0.0.1:1/unused',
    outDir: join(work, 'pages'),
    site: 'https://accounts.example.gov',
    opaContact: 'public.affairs@example.gov',
    snapshot: file,
  })
}

async function serve(work: string, remove: () => Promise<void>): Promise<AlteredSite> {
  const folder = join(work, 'pages')
  const server = await startSiteServer(folder)
  return {
    origin: server.origin,
    folder,
    async stop() {
      await server.stop()
      await remove()
    },
  }
}
