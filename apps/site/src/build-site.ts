import { rm } from 'node:fs/promises'
import { runAstro } from './build-site/run-astro.ts'
import { writeSearchIndex } from './build-site/search-index.ts'
import { SiteBuildError } from './build-site/site-build-error.ts'
import { writeDataFiles } from './build-site/write-files.ts'
import { pullDirectory } from './data/pull-directory.ts'
import { readSnapshot, writeSnapshot } from './data/snapshot.ts'

export interface SiteBuild {
  graphqlUrl: string
  /** Folder the pages are written into; the snapshot is saved beside it. */
  outDir: string
  /** Origin of the absolute addresses, such as `http://localhost:4000`. */
  site: string
  opaContact?: string
  /** Only where the department itself publishes. */
  official?: boolean
  /** Build from this file instead of asking `graphqlUrl`. */
  snapshot?: string
  /** Ends the build. */
  signal?: AbortSignal
}

/**
 * Builds the public site: the pages, then what is made from the same snapshot without a page, then the search index
 * of the pages. Throws SiteBuildError when the directory, a page or an index fails, and an AbortError when the signal
 * ends it; nothing in the output folder may be served then.
 */
export async function buildSite(build: SiteBuild): Promise<void> {
  const file = build.snapshot ?? (await saveDirectory(build))
  await runAstro(siteEnvironment(build, file), build.signal)
  try {
    writeDataFiles(await readSnapshot(file), build.outDir, {
      site: build.site,
      opaContact: build.opaContact ?? null,
    })
    build.signal?.throwIfAborted()
    await writeSearchIndex(build.outDir)
    build.signal?.throwIfAborted()
  } catch (error) {
    await rm(build.outDir, { recursive: true, force: true })
    throw error
  }
}

// One directory for all parts of the build, and to be able to repeat it.
async function saveDirectory({ graphqlUrl, outDir, signal }: SiteBuild): Promise<string> {
  const file = `${outDir.replace(/\/$/, '')}.snapshot.json`
  try {
    await writeSnapshot(file, await pullDirectory(graphqlUrl, signal))
  } catch (error) {
    signal?.throwIfAborted()
    throw new SiteBuildError(messageOf(error), { cause: error })
  }
  return file
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function siteEnvironment(build: SiteBuild, snapshot: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    GRAPHQL_URL: build.graphqlUrl,
    SITE_OUT_DIR: build.outDir,
    SITE_URL: build.site,
    OPA_CONTACT: build.opaContact ?? '',
    OFFICIAL_SITE: build.official ? '1' : '0',
    DIRECTORY_SNAPSHOT: snapshot,
  }
}
