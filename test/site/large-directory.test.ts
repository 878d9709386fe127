import type { Browser } from 'playwright-core'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VerifyIndex } from '../../apps/site/src/verify/verify-index.ts'
import { launchChromium } from '../support/chromium.ts'
import { startSiteOf, type AlteredSite } from './altered-site.ts'
import { multiplyDirectory } from './multiplied-directory.ts'
import { attributeValues, readPages } from './read-pages.ts'

const accountCount = 900
let site: AlteredSite
let browser: Browser

beforeAll(async () => {
  const many = (snapshot: Parameters<typeof multiplyDirectory>[0]) =>
    multiplyDirectory(snapshot, accountCount)
  ;[site, browser] = await Promise.all([startSiteOf(many), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

test('a directory too large to be read whole is checked by buckets, and the input stays in the browser', async () => {
  const index = JSON.parse(readFileSync(join(site.folder, 'verify/index.json'), 'utf8')) as VerifyIndex
  expect(index.kind).toBe('BUCKETS')
  const page = await browser.newPage({ baseURL: site.origin })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname + (request.postData() ?? '')))
  const answers: [input: string, outcome: RegExp, shows: RegExp][] = [
    ['https://x.com/CBP', /^Official/, /CBP/],
    ['x.com/cbpcopy2', /^Official/, /CBPcopy2/],
    ['https://x.com/clsagov', /not listed/i, /cisagov/i],
    ['https://x.com/nobody_we_know', /not listed/i, /nobody_we_know/],
  ]
  for (const [input, outcome, shows] of answers) {
    await page.goto('/verify/')
    await page.getByRole('textbox').last().fill(input)
    await page.keyboard.press('Enter')
    const result = page.getByRole('status')
    await result.locator('.verify-outcome').waitFor()
    expect(await result.locator('.verify-outcome').textContent(), input).toMatch(outcome)
    expect(await result.textContent(), input).toMatch(shows)
  }
  await page.close()
  expect(asked.some((path) => /^\/verify\/buckets\/[0-9a-f]+\.json$/.test(path))).toBe(true)
  expect(asked.filter((path) => /clsagov|copy2|nobody/i.test(path))).toEqual([])
})

test('every account has its page in both languages, and no page is heavier than 50 kB compressed', () => {
  const pages = readPages(site.folder)
  const accounts = pages.filter(({ path }) => /^\/(es\/)?accounts\/(?!all\/)[^/]+\/$/.test(path))
  expect(accounts).toHaveLength(2 * accountCount)
  const weights = new Map<string, number>()
  function weightOf(file: string): number {
    const known = weights.get(file) ?? gzipSync(readFileSync(join(site.folder, file))).length
    weights.set(file, known)
    return known
  }
  const heavy = pages.filter(({ html }) => {
    const assets = [...attributeValues(html, 'href'), ...attributeValues(html, 'src')].filter(
      (href) => /\.(css|js)$/.test(href) && existsSync(join(site.folder, href)),
    )
    return assets.reduce((sum, asset) => sum + weightOf(asset), gzipSync(html).length) > 50_000
  })
  expect(heavy.map(({ path }) => path)).toEqual([])
})
