import { HtmlValidate } from 'html-validate'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { withConnection } from '@official-accounts/db/database-connection'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../apps/site/src/build-site.ts'
import type { DirectorySnapshot } from '../../apps/site/src/data/directory-model.ts'
import { readSnapshot } from '../../apps/site/src/data/snapshot.ts'
import { attributeValues, listFiles, readPages, visibleText, type BuiltPage } from './read-pages.ts'
import { startRegistryServer, type RegistryServer } from './registry-server.ts'

const site = 'https://accounts.example.gov'
const work = mkdtempSync(join(tmpdir(), 'official-accounts-site-'))
const folder = join(work, 'pages')
let registry: RegistryServer
let snapshot: DirectorySnapshot
let pages: BuiltPage[]

beforeAll(async () => {
  registry = await startRegistryServer()
  await withConnection(registry.ownerUrl, (owner) =>
    owner.query(`update person set email = id || '@canary.invalid'`),
  )
  await buildSite({ graphqlUrl: registry.graphqlUrl, outDir: folder, site })
  snapshot = await readSnapshot(`${folder}.snapshot.json`)
  pages = readPages(folder)
})
afterAll(async () => {
  await registry.stop()
  rmSync(work, { recursive: true, force: true })
})

function page(path: string): BuiltPage {
  const found = pages.find((candidate) => candidate.path === path)
  if (!found) throw new Error(`There is no page ${path}.`)
  return found
}

describe('what is published', () => {
  test('every account, component and platform has its permanent address in both languages', () => {
    expect(snapshot.accounts).toHaveLength(298)
    const paths = new Set(pages.map(({ path }) => path))
    const expected = [
      ...snapshot.accounts.map(({ slug }) => `/accounts/${slug}/`),
      ...snapshot.components.map(({ slug }) => `/components/${slug}/`),
      ...snapshot.platforms.map(({ slug }) => `/platforms/${slug}/`),
      '/',
      '/verify/',
      '/former/',
      '/social-media-tos/',
      '/about/',
      '/accessibility/',
      '/contact/',
      '/accounts/',
      '/search/',
      '/browse/',
      '/components/',
      '/platforms/',
      '/languages/es/',
      '/languages/not-recorded/',
      '/topics/not-recorded/',
      '/status/official/',
      '/status/suspended/',
      '/status/formerly-official/',
      '/not-listed/',
      '/report-impostor/',
      '/external-links/',
      '/open-data/',
    ]
    const missing = expected.flatMap((path) => [path, `/es${path}`]).filter((path) => !paths.has(path))
    expect(missing).toEqual([])
  })

  test('an imported account says in which register it was listed and when, and never since when it is official', () => {
    const account = snapshot.accounts.find(({ slug }) => slug === 'x-cbp')
    const text = visibleText(page('/accounts/x-cbp/').html)
    expect(account?.officialSince).toBeNull()
    expect(text).toContain(`Listed in ${account?.source} on November 19, 2022.`)
    expect(text).toContain('Not yet confirmed by its office.')
    expect(text).toContain('Official since Unknown')
    expect(pages.filter(({ html }) => /Official since \w+ \d/.test(visibleText(html)))).toEqual([])
  })

  test('lists of accounts hold each current account exactly once', () => {
    const lists = pages.filter(({ path }) => /^\/accounts\/(all\/\d+\/)?$/.test(path))
    const linked = lists.flatMap(({ html }) =>
      attributeValues(html, 'href').filter((href) => /^\/accounts\/[^/]+\/$/.test(href)),
    )
    expect(linked.toSorted()).toEqual(snapshot.accounts.map(({ slug }) => `/accounts/${slug}/`).toSorted())
  })

  test('lists by language hold each current account once, those of an unknown language included', () => {
    const lists = pages.filter(({ path }) => path.startsWith('/languages/'))
    const linked = lists.flatMap(({ html }) =>
      attributeValues(html, 'href').filter((href) => /^\/accounts\/[^/]+\/$/.test(href)),
    )
    expect(linked.toSorted()).toEqual(snapshot.accounts.map(({ slug }) => `/accounts/${slug}/`).toSorted())
    expect(visibleText(page('/languages/not-recorded/').html)).toContain('It is not guessed.')
  })

  test('every letter of the A to Z leads to a row whose handle begins with it', () => {
    const letters = attributeValues(page('/browse/').html, 'href').filter((href) =>
      /#letter-[a-z]$/.test(href),
    )
    expect(letters.length).toBeGreaterThan(10)
    for (const href of letters) {
      const [path = '', id = ''] = href.split('#')
      const row = new RegExp(`<tr id="${id}">.*?<a [^>]*>([^<]*)</a>`, 's').exec(page(path).html)
      expect(row?.[1]?.trim().charAt(0).toLowerCase(), href).toBe(id.at(-1))
    }
  })

  test('archived rows of a register stand on the page of former accounts as history', () => {
    const text = visibleText(page('/former/').html)
    expect(snapshot.archivedListings.length).toBeGreaterThan(30)
    for (const { handle } of snapshot.archivedListings) expect(text).toContain(handle)
    expect(text).toContain('an entry here is history')
  })

  test('a contact that is not set is said to be not set, and no address is invented', () => {
    expect(visibleText(page('/contact/').html)).toContain('No contact address has been set for this build.')
    expect(pages.filter(({ html }) => html.includes('mailto:'))).toEqual([])
  })

  test('a demonstration build does not claim to be an official website', () => {
    for (const { html, language } of pages) {
      expect(html).not.toMatch(/An official website of|Un sitio web oficial del Gobierno de/)
      expect(html).toContain(
        language === 'en' ? 'This is not an official government website.' : 'Este no es un sitio web oficial',
      )
    }
  })

  test('nobody known to the registry by name or mail is anywhere in the build', async () => {
    const people = await withConnection(registry.ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ words: string[] }>(
        'select array[id::text, display_name, email] as words from person',
      )
      return rows.flatMap(({ words }) => words)
    })
    expect(people.filter((word) => word.endsWith('@canary.invalid')).length).toBeGreaterThan(10)
    const outputs = listFiles(folder).map((file) => readFileSync(join(folder, file), 'latin1'))
    expect(people.filter((word) => outputs.some((output) => output.includes(word)))).toEqual([])
    expect(outputs.some((output) => output.includes('USBorderPatrolAcademy'))).toBe(true)
  })

  test('the snapshot stands outside the public folder and gives the same build again, byte for byte', async () => {
    expect(listFiles(folder).filter((file) => file.includes('snapshot'))).toEqual([])
    const again = join(work, 'again')
    await buildSite({
      graphqlUrl: 'http://127.0.0.1:1/unused',
      outDir: again,
      site,
      snapshot: `${folder}.snapshot.json`,
    })
    expect(digests(again)).toEqual(digests(folder))
  })
})

describe('every page', () => {
  test('is valid HTML', async () => {
    // A title is as long as the account's handle makes it.
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'long-title': 'off' },
    })
    const faults: string[] = []
    for (const { html, file } of pages) {
      const report = await validator.validateString(html, file)
      for (const { messages } of report.results)
        faults.push(...messages.map(({ ruleId, message }) => `${file}: ${ruleId}: ${message}`))
    }
    expect(faults).toEqual([])
  })

  test('links only to what exists', () => {
    const broken = pages.flatMap(({ path, html }) =>
      [...attributeValues(html, 'href'), ...attributeValues(html, 'src')]
        .map((href) => new URL(href, new URL(path, site)))
        .filter(({ origin }) => origin === site)
        .filter((url) => !isThere(url))
        .map((url) => `${path} -> ${url.pathname}${url.hash}`),
    )
    expect(broken).toEqual([])
  })

  test('leads elsewhere by https alone, and says so', () => {
    for (const { path, html } of pages) {
      const hrefs = attributeValues(html, 'href').filter((href) => !/^[/#]/.test(href))
      expect(
        hrefs.filter((href) => !href.startsWith('https://')),
        path,
      ).toEqual([])
      const external = [...html.matchAll(/<a [^>]*href="https:[^>]*>/g)]
      const marked = [...html.matchAll(/\((leaves this site|sale de este sitio)\)/g)]
      expect(marked, path).toHaveLength(external.length)
    }
  })

  test('runs no script but /verify/ and /search/, and nothing inline', () => {
    const scripted = pages
      .filter(({ html }) => /<script(?! type="application\/ld\+json")/.test(html))
      .map(({ path }) => path)
    expect(scripted.toSorted()).toEqual(['/es/search/', '/es/verify/', '/search/', '/verify/'])
    for (const { path, html } of pages) {
      expect(html, path).not.toMatch(
        /<style|\sstyle="|\son[a-z]+="|<script(?![^>]*\s(src=|type="application\/ld\+json"))/,
      )
      const [policy = ''] = /<meta http-equiv="Content-Security-Policy"[^>]*>/i.exec(html) ?? []
      expect(policy, path).toContain('default-src')
      expect(policy.replace("'wasm-unsafe-eval'", ''), path).not.toContain('unsafe')
      expect(policy.includes('wasm-unsafe-eval'), path).toBe(path.endsWith('/search/'))
      expect(policy.includes('script-src'), path).toBe(scripted.includes(path))
    }
  })

  test('asks nothing of another website', () => {
    for (const { path, html } of pages)
      expect(
        attributeValues(html, 'src').filter((src) => !src.startsWith('/')),
        path,
      ).toEqual([])
    const sheets = listFiles(folder).filter((file) => file.endsWith('.css'))
    expect(sheets.length).toBeGreaterThan(0)
    for (const file of sheets)
      expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/url\(["']?(https?:|\/\/|data:)/)
  })

  test('says its language, its counterpart and the day it speaks of', () => {
    for (const { path, html, language } of pages) {
      expect(html, path).toContain(`<html lang="${language}">`)
      expect(html, path).toMatch(/hreflang="en".*hreflang="es"/)
      expect(visibleText(html), path).toMatch(
        language === 'en' ? /Directory as of \w+ \d+, \d{4}/ : /Directorio al \d+ de \w+ de \d{4}/,
      )
    }
  })

  test('weighs less than 50 kB compressed, fonts apart', () => {
    for (const { path, html } of pages) {
      const assets = [...attributeValues(html, 'href'), ...attributeValues(html, 'src')].filter((href) =>
        /\.(css|js)$/.test(href),
      )
      const index = path.endsWith('/verify/') ? ['/verify/index.json'] : []
      const parts = [
        Buffer.from(html),
        ...[...assets, ...index].map((asset) => readFileSync(join(folder, asset))),
      ]
      expect(
        parts.reduce((sum, part) => sum + gzipSync(part).length, 0),
        path,
      ).toBeLessThan(50_000)
    }
  })
})

// Written over the pages when they are published, and signed there.
const proofs = /^\/data\/v1\/(manifest\.jws|manifest\.json|SHA256SUMS(\.sig)?|keys\.json|key\.pem)$/

function isThere(url: URL): boolean {
  if (proofs.test(url.pathname)) return true
  const file = join(folder, decodeURIComponent(url.pathname), url.pathname.endsWith('/') ? 'index.html' : '')
  if (!existsSync(file)) return false
  // What /verify/ is asked rides behind #q=, where it stays in the browser.
  if (url.hash === '' || url.hash.startsWith('#q=')) return true
  return attributeValues(readFileSync(file, 'utf8'), 'id').includes(url.hash.slice(1))
}

function digests(root: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(root).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('hex'),
    ]),
  )
}
