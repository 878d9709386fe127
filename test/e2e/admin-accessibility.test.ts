import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { findIds, routeExamples, routePaths, type KnownIds, type RouteExample } from './admin-routes.ts'
import { startFilledProduct } from './first-start.ts'
import { allStops } from './keyboard-stops.ts'
import { liveByKeyboard } from './keyboard-life.ts'
import { signIn } from './persona.ts'
import type { RunningProduct } from './start-product.ts'

let product: RunningProduct
let browser: Browser
let ids: KnownIds
const pages = new Map<string, Page>()
const faults: string[] = []

beforeAll(async () => {
  product = await startFilledProduct()
  browser = await launchChromium()
  ids = await findIds(pageOf)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function pageOf(persona: string): Promise<Page> {
  const known = pages.get(persona)
  if (known) return known
  const page = await signIn(browser, product.url, persona)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`)
  })
  pages.set(persona, page)
  return page
}

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const WIDE = { width: 1280, height: 900 }
// 1280 by 900 pixels at 200 % and at 400 % (WCAG 1.4.4 and 1.4.10).
const ZOOMED = { width: 640, height: 450 }
const NARROW = { width: 320, height: 640 }
const MOST_STOPS = 60

async function visit({ persona, path, heading }: RouteExample): Promise<Page> {
  const page = await pageOf(persona)
  await page.setViewportSize(WIDE)
  await page.goto(`${product.url}/admin${path}`)
  await page.waitForFunction(() => !/Loading/.test(document.querySelector('main')?.textContent ?? 'Loading'))
  const title = await page.locator('main h1').innerText()
  expect(title).toMatch(heading)
  expect(await page.title(), 'ICT Baseline 11 Page Titles').toContain(title.split('\n')[0])
  return page
}

// Forced colours are the reader's own; axe would judge the author's, which are not painted then.
async function findBarriers(page: Page, forced: boolean): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(STANDARD).setLegacyMode(true)
  const { violations } = await (forced ? axe.disableRules('color-contrast') : axe).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** What stands out to the right of the window, the innermost first. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 1,
    )
    return wide.reverse().map(({ outerHTML }) => outerHTML.slice(0, 120))
  })
}

async function checkFocus(page: Page, path: string): Promise<void> {
  const stops = await allStops(page, MOST_STOPS)
  expect(stops.length).toBeGreaterThan(5)
  const wrong = stops.filter(({ problem, name }) => problem !== '' || name === '')
  expect.soft(wrong, `${path}, ICT Baseline 2 Focus`).toEqual([])
}

/** What moves although the reader asked for little motion. */
function movingParts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { animationDuration, transitionDuration } = getComputedStyle(element)
        return [animationDuration, transitionDuration].some((time) => Number.parseFloat(time) > 0.01)
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  )
}

describe('every route of the client', () => {
  test.each(routePaths())('%s', async (route) => {
    const examples = routeExamples(ids)[route]
    expect(examples, `test/e2e/admin-routes.ts has no page of ${route}`).toBeDefined()
    for (const example of examples ?? []) {
      const page = await visit(example)
      expect.soft(await movingParts(page), `${example.path}, reduced motion`).toEqual([])
      expect.soft(await findBarriers(page, false), `${example.path}, wide`).toEqual([])
      await checkFocus(page, example.path)
      await page.emulateMedia({ forcedColors: 'active' })
      expect.soft(await findBarriers(page, true), `${example.path}, forced colours`).toEqual([])
      await page.emulateMedia({ forcedColors: 'none' })
      await page.setViewportSize(ZOOMED)
      expect.soft(await overflow(page), `${example.path}, ICT Baseline 22 Resize Text, 200 %`).toEqual([])
      await page.setViewportSize(NARROW)
      expect.soft(await overflow(page), `${example.path}, reflow at 320 pixels`).toEqual([])
      expect.soft(await findBarriers(page, false), `${example.path}, 320 pixels`).toEqual([])
    }
  })

  test('breaks nothing and is refused nothing by the content security policy', () => {
    expect(faults).toEqual([])
  })
})

test('ICT Baseline 1 Keyboard: request, approval, activation and retirement need no mouse, and every stop shows', async () => {
  await liveByKeyboard(browser, product.url)
})

test('the first load is under 200 kB of gzipped JavaScript', () => {
  const built = join(product.dataDir, 'admin/current')
  const page = readFileSync(join(built, 'index.html'), 'utf8')
  const scripts = [...page.matchAll(/(?:src|href)="\/admin\/([^"]+\.js)"/g)].map(([, path = '']) => path)
  expect(scripts.length).toBeGreaterThan(0)
  const sizes = scripts.map((path) => gzipSync(readFileSync(join(built, path))).length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000)
})
