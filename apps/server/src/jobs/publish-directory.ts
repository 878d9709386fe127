import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { beginBuild, currentBuild, keepNewest, switchTo } from './built-folder.ts'
import { readDirectoryStatus, type PublishableDirectory } from './directory-status.ts'
import { runNode } from './run-node.ts'
import { repositoryPath, sourceDigest } from './source-digest.ts'

/** Where the public site is built from and to. */
export interface PublishOptions {
  readonly dataDir: string
  readonly graphqlUrl: string
  readonly publicUrl: string
  readonly opaContact: string | null
  readonly signal: AbortSignal
}

/** What a publication did. */
export interface Publication {
  readonly outcome: 'PUBLISHED' | 'UNCHANGED'
  readonly version: string
  readonly accountCount: number
  readonly at: string
}

/** The directory has lost too many accounts at once to be believed; nothing was published. */
export class DirectoryCollapsedError extends Error {
  override readonly name = 'DirectoryCollapsedError'

  constructor(before: number, now: number) {
    super(
      `The directory would shrink from ${before} to ${now} accounts. Nothing was published; publish with --accept-loss if this is right.`,
    )
  }
}

const SOURCES = [
  'apps/site',
  'packages/client/src',
  'packages/domain/src',
  'packages/schema/schema.graphql',
  'pnpm-lock.yaml',
]
const BUILDS_KEPT = 5
const LARGEST_LOSS = 0.2

/**
 * Builds the public site when the directory, its sources or its settings have changed, and switches to it at once.
 * What is there stays when the build fails. Throws DirectoryCollapsedError when more than a fifth of the accounts
 * would go, unless `acceptLoss`.
 */
export async function publishDirectory(options: PublishOptions, acceptLoss = false): Promise<Publication> {
  const { dataDir, graphqlUrl, publicUrl, opaContact, signal } = options
  const site = { root: join(dataDir, 'site') }
  const directory = await readDirectoryStatus(graphqlUrl, signal)
  const name = buildName(directory, options)
  const at = new Date().toISOString()
  const facts = { version: directory.version, accountCount: directory.accountCount, at }
  if (currentBuild(site) === name) return { outcome: 'UNCHANGED', ...facts }
  if (!acceptLoss) refuseCollapse(site.root, directory.accountCount)
  const folder = beginBuild(site, name)
  const env = {
    GRAPHQL_URL: graphqlUrl,
    SITE_OUT_DIR: join(folder, 'pages'),
    SITE_URL: publicUrl,
    OPA_CONTACT: opaContact ?? '',
  }
  await runNode({ args: ['build.ts'], cwd: repositoryPath('apps/site'), env, signal })
  if (!existsSync(join(folder, 'pages/index.html')))
    throw new Error('The build of the site has no start page.')
  switchTo(site, folder, name)
  const publication: Publication = { outcome: 'PUBLISHED', ...facts }
  writeFileSync(publicationFile(site.root), JSON.stringify(publication))
  keepNewest(site, BUILDS_KEPT)
  return publication
}

/** What was published last; null before the first time. */
export function lastPublication(
  siteRoot: string,
): Pick<Publication, 'accountCount' | 'at' | 'version'> | null {
  const schema = z.object({ accountCount: z.int(), at: z.string(), version: z.string() })
  try {
    return schema.parse(JSON.parse(readFileSync(publicationFile(siteRoot), 'utf8')))
  } catch {
    return null
  }
}

function refuseCollapse(siteRoot: string, accountCount: number): void {
  const before = lastPublication(siteRoot)?.accountCount ?? 0
  if (accountCount < before * (1 - LARGEST_LOSS)) throw new DirectoryCollapsedError(before, accountCount)
}

function publicationFile(siteRoot: string): string {
  return join(siteRoot, 'publication.json')
}

function buildName(directory: PublishableDirectory, { publicUrl, opaContact }: PublishOptions): string {
  const inputs = [directory.version, directory.digest, sourceDigest(SOURCES), publicUrl, opaContact]
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 20)
}
