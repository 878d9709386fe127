import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { indexDirectory } from '../data/directory-index.ts'
import type { DirectorySnapshot } from '../data/directory-model.ts'
import type { SiteFile } from '../data/site-file.ts'
import { feedFiles } from '../feeds/change-feed.ts'
import type { CatalogFacts } from '../open-data/catalog.ts'
import { dataFiles } from '../open-data/data-files.ts'
import { directoryDataOf } from '../verify/directory-data.ts'
import { verifyFiles } from '../verify/verify-index.ts'
import { sitemapFiles } from './sitemap.ts'

/** Writes what is no page: open data, feeds, the index for checking accounts and the sitemap of the pages. */
export function writeDataFiles(snapshot: DirectorySnapshot, folder: string, facts: CatalogFacts): void {
  const directory = indexDirectory(snapshot)
  writeFiles(folder, dataFiles(directory, facts))
  writeFiles(folder, feedFiles(directory, facts.site))
  writeFiles(folder, verifyFiles(directoryDataOf(snapshot)))
  writeFiles(folder, sitemapFiles(pagesIn(folder), facts.site))
}

function pagesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replaceAll(sep, '/').replace(/index\.html$/, '')}`)
}

// Thousands of small files: without waiting for each in turn this is several times faster.
function writeFiles(folder: string, files: Iterable<SiteFile>): void {
  const made = new Set<string>()
  for (const { path, content } of files) {
    const parent = dirname(join(folder, path))
    if (!made.has(parent)) mkdirSync(parent, { recursive: true })
    made.add(parent)
    writeFileSync(join(folder, path), content)
  }
}
