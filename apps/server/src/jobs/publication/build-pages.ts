import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hasCollapsed } from '@official-accounts/domain/publication/publication-rules'
import type { Services } from '@official-accounts/schema/context'
import { inspectApart } from '../inspection/inspect-apart.ts'
import type { SigningKey } from '../manifest/signing-key.ts'
import { ChildFailedError, runNode } from '../run-node.ts'
import { repositoryPath } from '../source-digest.ts'
import { readBuiltDirectory, type BuiltDirectory } from './built-directory.ts'
import { knownPeople } from './known-people.ts'
import { collapsed, faultOf, PublicationFault } from './publication-fault.ts'
import type { CompletedBuild } from './publication-store.ts'
import { buildDigest, siteEnvironment, type SiteSettings } from './site-settings.ts'

const TAIL = 600

/** Writes the site's pages and, beside their folder, what they were made from. */
export type WritePages = (pages: string, signal: AbortSignal) => Promise<void>

/** The site's own build, run as a process of its own. */
export function siteBuild(settings: SiteSettings, graphqlUrl: string): WritePages {
  return (pages, signal) =>
    runNode({
      args: ['build.ts'],
      cwd: repositoryPath('apps/site'),
      env: siteEnvironment(settings, graphqlUrl, pages),
      signal,
    })
}

/** What a build is made with and measured against. */
export interface BuildOrder {
  readonly folder: string
  readonly settings: SiteSettings
  readonly key: SigningKey
  readonly writePages: WritePages
  readonly services: Pick<Services, 'read'>
  /** Accounts of the publication in use; null before the first, or where the loss is accepted. */
  readonly accountsBefore: number | null
  readonly signal: AbortSignal
}

/** Builds, lists, signs and checks the pages in a folder. Throws PublicationFault when they may not be published. */
export async function buildPages(order: BuildOrder): Promise<CompletedBuild> {
  const { folder, settings, key, accountsBefore, signal } = order
  const pages = join(folder, 'pages')
  const directory = await writtenFrom(order, pages)
  const { version, accountCount, asOf } = directory.status
  if (accountsBefore !== null && hasCollapsed(accountsBefore, accountCount))
    throw collapsed(accountsBefore, accountCount)
  const inspection = await inspectApart(
    {
      pages,
      facts: { site: settings.publicUrl, version, asOf },
      accountSlugs: directory.accounts.map(({ slug }) => slug),
      people: await knownPeople(order.services),
      // An account's own title is listed by decision (V.B.6), and the office's address by the operator.
      exempt: [settings.opaContact ?? '', ...directory.accounts.map(({ title }) => title)],
    },
    key,
    signal,
  )
  const fault = faultOf(inspection)
  if (fault !== null) throw fault
  const { fileCount, byteCount, manifestSha256 } = inspection
  const build = buildDigest(version, settings, key.thumbprint)
  const facts = { build, directoryVersion: version, accountCount, signingKey: key.thumbprint }
  return { ...facts, fileCount, byteCount, manifestSha256 }
}

async function writtenFrom({ writePages, signal }: BuildOrder, pages: string): Promise<BuiltDirectory> {
  try {
    await writePages(pages, signal)
    if (!existsSync(join(pages, 'index.html'))) throw new Error('The build has no start page.')
    return readBuiltDirectory(pages)
  } catch (error) {
    signal.throwIfAborted()
    const words = error instanceof ChildFailedError ? error.message.slice(-TAIL) : String(error)
    throw new PublicationFault('BUILD_FAILED', 'The pages could not be built.', words, error)
  }
}
