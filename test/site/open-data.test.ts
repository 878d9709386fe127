import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCell, splitList } from '@official-accounts/domain/csv-cell'
import { openDataFiles } from '../../apps/site/src/open-data/file-list.ts'
import { hostileText } from './altered-directory.ts'
import { startAlteredSite, type AlteredSite } from './altered-site.ts'
import { listFiles, readPages } from './read-pages.ts'

const origin = 'https://accounts.example.gov'
let site: AlteredSite

beforeAll(async () => {
  site = await startAlteredSite()
})
afterAll(() => site.stop())

type Fields = Record<string, unknown>

function text(path: string): string {
  return readFileSync(join(site.folder, path), 'utf8')
}

function json(path: string): Fields {
  return JSON.parse(text(path)) as Fields
}

function accounts(): Fields[] {
  return json('data/v1/accounts.json')['accounts'] as Fields[]
}

describe('the open data', () => {
  test('is all there, at the addresses that are promised, and served as what it is', async () => {
    for (const { path, mediaType } of openDataFiles) {
      const response = await fetch(new URL(path, site.origin))
      expect(response.status, path).toBe(200)
      expect(response.headers.get('content-type')?.split(';')[0], path).toBe(mediaType)
      expect((await response.text()).length, path).toBeGreaterThan(100)
    }
  })

  test('says the same of each account as JSON, line by line, alone and on the page', () => {
    const records = accounts()
    expect(records.length).toBe(298)
    const lines = text('data/v1/accounts.ndjson').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as Fields)).toEqual(records)
    for (const record of records) {
      expect(json(`data/v1/accounts/${String(record['slug'])}.json`)).toEqual(record)
      expect(existsSync(join(site.folder, `accounts/${String(record['slug'])}/index.html`))).toBe(true)
    }
  })

  test('keeps what its JSON Schema says, in every record', () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true })
    addFormats.default(ajv)
    const schema = json('data/v1/schema.json')
    ajv.addSchema(schema)
    const files = [
      { records: accounts(), definition: 'account' },
      { records: json('data/v1/components.json')['components'] as Fields[], definition: 'component' },
      { records: json('data/v1/platforms.json')['platforms'] as Fields[], definition: 'platform' },
    ]
    for (const { records, definition } of files) {
      const validate = ajv.compile({ $ref: `${String(schema['$id'])}#/$defs/${definition}` })
      expect(records.length).toBeGreaterThan(5)
      for (const record of records) expect(validate(record), JSON.stringify(validate.errors)).toBe(true)
      expect(validate({ ...records[0], slug: 7 })).toBe(false)
      expect(validate({})).toBe(false)
    }
  })

  test('describes every field it has', () => {
    const { account } = json('data/v1/schema.json')['$defs'] as Record<
      string,
      { properties: Record<string, Fields> }
    >
    const fields = Object.entries(account?.properties ?? {})
    expect(fields.map(([name]) => name)).toEqual(Object.keys(accounts()[0] ?? {}))
    expect(fields.filter(([, field]) => typeof field['description'] !== 'string')).toEqual([])
  })

  test('is the same as CSV, without a cell that a spreadsheet would run', () => {
    const rows = parse(text('data/v1/accounts.csv'), { columns: true }) as Record<string, string>[]
    const records = accounts()
    expect(rows).toHaveLength(records.length)
    for (const [place, row] of rows.entries()) {
      const cells = Object.values(row)
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
      const record = records[place] ?? {}
      const read = (column: string) => readCell(row[column] ?? '') || null
      expect(read('slug')).toBe(record['slug'])
      expect(read('handle')).toBe(record['handle'])
      expect(read('profile_url')).toBe(record['profileUrl'])
      expect(read('title')).toBe(record['title'])
      expect(read('purpose')).toBe(record['purpose'])
      expect(read('listed_on')).toBe(record['listedOn'])
      expect(splitList(read('topics') ?? '')).toEqual(record['topics'])
    }
    expect(rows.find(({ slug }) => slug === 'x-cisacyber')?.['former_handles']).toBe('uscert_before')
    expect(rows.find(({ slug }) => slug === 'facebook-fema')?.['title']).toBe(hostileText)
  })

  test('lists the terms of every platform and tool (M-13-10)', () => {
    const platforms = json('data/v1/platforms.json')['platforms'] as Fields[]
    const rows = parse(text('data/v1/platforms.csv'), { columns: true }) as Record<string, string>[]
    expect(platforms).toHaveLength(102)
    expect(rows.map(({ name, terms_signed }) => [readCell(name ?? ''), terms_signed])).toEqual(
      platforms.map(({ name, termsSigned }) => [name, termsSigned]),
    )
    expect(platforms.some(({ termsSource }) => termsSource !== null)).toBe(true)
  })

  test('is announced by a DCAT-US catalog whose files are there', () => {
    const catalog = json('data.json')
    const datasets = catalog['dataset'] as Fields[]
    expect(datasets).toHaveLength(3)
    for (const dataset of datasets) {
      expect(dataset).toMatchObject({
        title: expect.stringMatching(/\w/) as string,
        description: expect.stringMatching(/\w/) as string,
        identifier: expect.stringContaining(`${origin}/data/v1/`) as string,
        publisher: { name: 'U.S. Department of Homeland Security' },
        contactPoint: { fn: 'Office of Public Affairs', hasEmail: 'mailto:public.affairs@example.gov' },
      })
      const distributions = dataset['distribution'] as Record<string, string>[]
      expect(distributions.length).toBeGreaterThan(1)
      for (const { downloadURL } of distributions)
        expect(existsSync(join(site.folder, new URL(downloadURL ?? '').pathname)), downloadURL).toBe(true)
    }
  })
})

describe('the change feeds', () => {
  test('are Atom 1.0 and JSON Feed 1.1 and tell the same changes with ids that differ', () => {
    const atom = text('feeds/changes.atom')
    expect(XMLValidator.validate(atom)).toBe(true)
    const { feed } = new XMLParser({ ignoreAttributes: false }).parse(atom) as {
      feed: { entry: Record<string, string>[] }
    }
    const feedJson = json('feeds/changes.json')
    const items = feedJson['items'] as Record<string, string>[]
    const entries = feed.entry
    expect(feedJson['version']).toBe('https://jsonfeed.org/version/1.1')
    expect(entries).toHaveLength(100)
    expect(entries.map(({ id, title, updated }) => [id, title, updated])).toEqual(
      items.map(({ id, title, date_published }) => [id, title, date_published]),
    )
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    for (const { url } of items)
      expect(existsSync(join(site.folder, new URL(url ?? '').pathname, 'index.html')), url).toBe(true)
  })

  test('are named in the head of every page', () => {
    for (const { path, html } of readPages(site.folder)) {
      expect(html, path).toMatch(/<link rel="alternate" type="application\/atom\+xml"[^>]*changes\.atom"/)
      expect(html, path).toMatch(/<link rel="alternate" type="application\/feed\+json"[^>]*changes\.json"/)
    }
  })
})

describe('what pages tell programs', () => {
  function structured(path: string): Fields {
    const [, block = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text(path)) ?? []
    return JSON.parse(block) as Fields
  }

  test('a component and its account name the same organization, and the account as its own', () => {
    const account = structured('accounts/x-cisacyber/index.html')
    expect(account).toMatchObject({ '@type': 'GovernmentOrganization', sameAs: ['https://x.com/cisacyber'] })
    const component = structured('components/cisa/index.html')
    expect(component['@id']).toBe(account['@id'])
    expect(component['sameAs']).toContain('https://x.com/cisacyber')
  })

  test('nobody claims a suspended or former account', () => {
    expect(structured('accounts/x-cbpafrica/index.html')).not.toHaveProperty('sameAs')
    expect(structured('accounts/x-cbpamo/index.html')).not.toHaveProperty('sameAs')
    expect(structured('es/components/cbp/index.html')['sameAs']).not.toContain('https://x.com/cbpafrica')
  })

  test('the sitemap names each page in both languages', () => {
    const sitemap = text('sitemap-0.xml')
    expect(XMLValidator.validate(sitemap)).toBe(true)
    const named = new Set([...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address))
    const pages = readPages(site.folder).filter(({ path }) => !path.includes('404'))
    expect(pages.filter(({ path }) => !named.has(`${origin}${path}`)).map(({ path }) => path)).toEqual([])
    const [entry = ''] = /<url><loc>[^<]*\/es\/accounts\/x-cbp\/<\/loc>.*?<\/url>/.exec(sitemap) ?? []
    expect(entry).toContain(`hreflang="en" href="${origin}/accounts/x-cbp/"`)
    expect(entry).toContain(`hreflang="es" href="${origin}/es/accounts/x-cbp/"`)
  })
})

describe('the search index', () => {
  test('has every account in each language, in a folder of its own', () => {
    for (const folder of ['pagefind', 'es/pagefind']) {
      const fragments = listFiles(join(site.folder, folder, 'fragment')).map((file) =>
        gunzipSync(readFileSync(join(site.folder, folder, 'fragment', file))).toString('utf8'),
      )
      const missing = accounts().filter(
        ({ slug }) => !fragments.some((fragment) => fragment.includes(`/accounts/${String(slug)}/`)),
      )
      expect(missing).toEqual([])
      expect(fragments.every((fragment) => fragment.includes('"/es/') === folder.startsWith('es'))).toBe(true)
    }
  })
})
