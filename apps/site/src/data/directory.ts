import { siteConfig } from '../site-config.ts'
import type { Directory } from './directory-index.ts'
import { indexDirectory } from './directory-index.ts'
import { pullDirectory } from './pull-directory.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'

let loading: Promise<Directory> | undefined

/**
 * The directory this build is made from, read once: from the snapshot the configuration names, else from GraphQL,
 * when the snapshot is saved beside the output folder. Throws DirectoryPullError, which fails the build.
 */
export function getDirectory(): Promise<Directory> {
  loading ??= loadDirectory()
  return loading
}

async function loadDirectory(): Promise<Directory> {
  if (siteConfig.snapshot !== null) return indexDirectory(await readSnapshot(siteConfig.snapshot))
  const snapshot = await pullDirectory(siteConfig.graphqlUrl)
  await writeSnapshot(`${siteConfig.outDir.replace(/\/$/, '')}.snapshot.json`, snapshot)
  return indexDirectory(snapshot)
}
