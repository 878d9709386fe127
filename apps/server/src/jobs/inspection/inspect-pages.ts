import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkManifest } from '../manifest/check-manifest.ts'
import { isManifestFile } from '../manifest/manifest-files.ts'
import type { SigningKey } from '../manifest/signing-key.ts'
import {
  sha256,
  writeKeys,
  writeManifest,
  type ManifestEntry,
  type ManifestFacts,
} from '../manifest/write-manifest.ts'
import { isServed, linkTargets } from './link-targets.ts'
import { createPersonalDataSearch, type KnownPerson, type PersonalDataSearch } from './personal-data.ts'
import { fileText } from './readable-text.ts'
import { siteFiles } from './site-files.ts'

/** What is inspected, and with what knowledge. */
export interface InspectionOrder {
  readonly pages: string
  readonly facts: ManifestFacts
  /** Every account that has to have a page. */
  readonly accountSlugs: readonly string[]
  readonly people: readonly KnownPerson[]
  /** Texts that are public by decision even where a person's name or address is in them. */
  readonly exempt: readonly string[]
}

/** What a build is, and everything that stands against publishing it: each line says where, never what. */
export interface Inspection {
  readonly fileCount: number
  readonly byteCount: number
  readonly manifestSha256: string
  readonly missingAccounts: readonly string[]
  readonly brokenLinks: readonly string[]
  readonly personalData: readonly string[]
  readonly manifestFaults: readonly string[]
}

// What the site links and the manifest does not list is read after the manifest is written.
interface Reading {
  readonly links: Map<string, string>
  readonly personal: string[]
}

/** Lists, signs and inspects a built site: every byte of it is read once. */
export async function inspectPages(order: InspectionOrder, key: SigningKey): Promise<Inspection> {
  const { pages, facts, accountSlugs, people, exempt } = order
  await writeKeys(pages, key)
  const search = createPersonalDataSearch(people, exempt)
  const reading: Reading = { links: new Map(), personal: [] }
  const listed = siteFiles(pages).filter((path) => !isManifestFile(path))
  const entries = listed.map((path) => readPage(order, path, search, reading))
  const manifestSha256 = await writeManifest(pages, facts, entries, key)
  const present = siteFiles(pages)
  for (const path of present.filter(isManifestFile)) readPage(order, path, search, reading)
  const served = new Set(present)
  return {
    fileCount: entries.length,
    byteCount: entries.reduce((sum, { size }) => sum + size, 0),
    manifestSha256,
    missingAccounts: accountSlugs.filter((slug) => !hasPages(slug, served)),
    brokenLinks: [...reading.links]
      .filter(([target]) => !isServed(target, served))
      .map(([target, path]) => `${path} leads to ${target}`),
    personalData: reading.personal,
    manifestFaults: await checkManifest(pages, present, key),
  }
}

function readPage(
  { pages, facts }: InspectionOrder,
  path: string,
  search: PersonalDataSearch,
  { links, personal }: Reading,
): ManifestEntry {
  const bytes = readFileSync(join(pages, path))
  const text = fileText(bytes)
  for (const target of linkTargets(path, text, facts.site)) if (!links.has(target)) links.set(target, path)
  for (const { kind, personId } of search(`${path}\n${text}`)) {
    personal.push(`${path} holds the ${kind.toLowerCase()} of person ${personId}`)
  }
  return { path, size: bytes.length, sha256: sha256(bytes) }
}

function hasPages(slug: string, files: ReadonlySet<string>): boolean {
  return files.has(`accounts/${slug}/index.html`) && files.has(`es/accounts/${slug}/index.html`)
}
