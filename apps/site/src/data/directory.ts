import { siteConfig } from '../site-config.ts'
import type { Directory } from './directory-index.ts'
import { indexDirectory } from './directory-index.ts'
import { pullDirectory } from './pull-directory.ts'
import { readSnapshot } from './snapshot.ts'

let loading: Promise<Directory> | undefined

/**
 * The directory this build is made from, read once: from the snapshot the configuration names, else from GraphQL.
 * Throws DirectoryPullError, which fails the build.
 */
export function getDirectory(): Promise<Directory> {
  loading ??= loadDirectory()
  return loading
}

async function loadDirectory(): Promise<Directory> {
  const { snapshot, graphqlUrl } = siteConfig
  return indexDirectory(snapshot === null ? await pullDirectory(graphqlUrl) : await readSnapshot(snapshot))
}
