import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { hostileText } from './altered-directory.ts'
import { startAlteredSite, type AlteredSite } from './altered-site.ts'

let site: AlteredSite
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startAlteredSite(), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** Opens a page in a context of its own, and fails on dialogs, script errors and violations of the policy. */
async function visit<Result>(
  path: string,
  look: (page: Page) => Promise<Result>,
  options: BrowserContextOptions = {},
): Promise<Result> {
  const context = await browser.newContext({ baseURL: site.origin, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text())
  })
  try {
    await page.goto(path)
    const result = await look(page)
    expect(faults, path).toEqual([])
    return result
  } finally {
    await context.close()
  }
}

const templates = {
  home: '/',
  'list of accounts': '/accounts/all/2/',
  account: '/accounts/x-cisacyber/',
  'hostile account': '/accounts/facebook-fema/',
  'suspended account': '/accounts/x-cbpafrica/',
  'former account': '/accounts/x-cbpamo/',
  component: '/components/fema/',
  department: '/components/dhs-hq/',
  platform: '/platforms/youtube/',
  'prohibited platform': '/platforms/tiktok/',
  'former accounts': '/former/',
  verify: '/verify/#q=x.com/cbp',
  'not listed': '/verify/#q=x.com/clsagov',
  search: '/search/?q=cbp&status=OFFICIAL',
  browse: '/browse/',
  'components as a tree': '/components/',
  platforms: '/platforms/',
  'language that is not recorded': '/languages/not-recorded/',
  'list of a status': '/status/suspended/',
  'why not listed': '/not-listed/',
  'reporting an impostor': '/report-impostor/',
  'links to other sites': '/external-links/',
  'open data': '/open-data/',
  terms: '/social-media-tos/',
  about: '/about/',
  accessibility: '/accessibility/',
  contact: '/contact/',
  'page not found': '/nowhere/',
}
const looks: [string, { width: number; height: number }, 'active' | 'none'][] = [
  ['at 320 pixels', { width: 320, height: 640 }, 'none'],
  ['at 1280 pixels', { width: 1280, height: 800 }, 'none'],
  ['with forced colors', { width: 1280, height: 800 }, 'active'],
]
const addresses = Object.entries(templates).flatMap(([name, path]): [string, string][] => [
  [`${name}, in English`, path],
  [`${name}, in Spanish`, `/es${path}`],
])

describe('at 320 and 1280 pixels and with forced colors axe finds no barrier in the page', () => {
  test.each(addresses)('%s', async (_name, path) => {
    await visit(path, async (page) => {
      if (path.includes('#')) await page.getByRole('status').getByRole('link').first().waitFor()
      if (path.includes('?')) await page.locator('[data-list] a').first().waitFor()
      for (const [look, viewport, forcedColors] of looks) {
        await page.setViewportSize(viewport)
        await page.emulateMedia({ forcedColors })
        expect(await findBarriers(page, forcedColors === 'active'), look).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow, look).toBeLessThanOrEqual(0)
      }
    })
  })
})

// Forced colors are the reader's own; axe would judge the author's, which are not painted then.
async function findBarriers(page: Page, forcedColors: boolean): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (forcedColors ? axe.disableRules('color-contrast') : axe).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

describe('checking an account', () => {
  const answers: [string, string, string][] = [
    [
      'https://x.com/CBP/status/1234567890',
      'Official',
      'listed in GSA U.S. Digital Registry export of September 2024 on November 19, 2022',
    ],
    ['x.com/cisacyber', 'Official', 'official since January 10, 2026'],
    ['@cisacyber', 'Official', 'The same name on another platform may belong to anyone'],
    ['x.com/cbpafrica', 'Suspended', 'suspended since October 5, 2026'],
    ['x.com/cbpamo', 'No longer official', 'until September 30, 2026'],
    ['x.com/uscert_before', 'No longer official', 'it is now CISACyber'],
    ['x.com/nobody_we_know', 'Not listed', 'is not listed in this directory'],
    ['x.com/customsborder', 'Not listed', 'archived in GSA U.S. Digital Registry export of September 2024'],
    ['x.com/clsagov', 'Not listed', 'It looks like cisagov'],
    ['tiktok.com/@dhs', 'Prohibited platform', 'prohibited by law'],
    ['https://www.facebook.com/groups/12345', 'Not an account', 'a group'],
    ['https://example.org/dhs', 'Unknown platform', 'not on a platform that the directory knows'],
  ]

  test.each(answers)('%s is answered with %s', async (input, outcome, words) => {
    await visit('/verify/', async (page) => {
      await page.getByRole('textbox').fill(input)
      await page.getByRole('button', { name: 'Check' }).click()
      const result = page.getByRole('status')
      await result.locator('.verify-outcome').waitFor()
      expect(await result.locator('.verify-outcome').textContent()).toBe(outcome)
      expect((await result.textContent())?.toLowerCase()).toContain(words.toLowerCase())
    })
  })

  test('works by keyboard alone, from the skip link to the answer', async () => {
    await visit('/verify/', async (page) => {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForURL('**#main-content')
      for (let step = 0; step < 2; step++) await page.keyboard.press('Tab')
      await page.keyboard.type('x.com/cbp')
      await page.keyboard.press('Enter')
      await page.getByRole('status').getByRole('link', { name: 'See the entry' }).waitFor()
    })
  })

  test('answers in Spanish on the Spanish page, and a bookmark carries the input behind the number sign', async () => {
    await visit('/es/verify/#q=x.com%2Fcbp', async (page) => {
      const link = page.getByRole('status').getByRole('link', { name: 'Ver la ficha' })
      expect(await link.getAttribute('href')).toBe('/es/accounts/x-cbp/')
      expect(await page.getByRole('textbox').inputValue()).toBe('x.com/cbp')
      expect(await page.getByRole('status').textContent()).toContain('es una cuenta oficial de CBP')
    })
  })

  test('sends nothing of what is typed', async () => {
    await visit('/verify/', async (page) => {
      const requests: string[] = []
      page.on('request', (request) =>
        requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
      )
      await page.getByRole('textbox').fill('x.com/typed_in_private')
      await page.keyboard.press('Enter')
      await page.getByRole('status').locator('.verify-outcome').waitFor()
      const parts = requests.filter((request) => !request.includes('/icon.svg'))
      expect(parts[0]).toBe(`GET ${site.origin}/verify/index.json `)
      for (const part of parts) expect(part).toMatch(/\/verify\/(index|buckets\/[0-9a-f]{1,4})\.json $/)
      expect(requests.join()).not.toContain('typed_in_private')
    })
  })

  test('shows hostile input and hostile records as text', async () => {
    await visit('/verify/', async (page) => {
      const result = page.getByRole('status')
      for (const input of [
        'facebook.com/fema',
        hostileText,
        `@${hostileText}`,
        `x.com/<img src=x onerror=alert(6)>`,
      ]) {
        await page.getByRole('textbox').fill(input)
        await page.keyboard.press('Enter')
        await result.locator('.verify-outcome').waitFor()
        expect(await result.locator('img, script').count()).toBe(0)
      }
    })
  })

  test('says so when the index cannot be loaded, and works again when it can', async () => {
    await visit('/verify/', async (page) => {
      // An answer that is no JSON: the browser itself logs nothing about it.
      await page.route('**/verify/index.json', (route) => route.fulfill({ body: 'no index' }))
      await page.getByRole('textbox').fill('x.com/cbp')
      await page.keyboard.press('Enter')
      await page.getByText('The directory could not be loaded.').waitFor()
      await page.unroute('**/verify/index.json')
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: 'See the entry' }).waitFor()
    })
  })
})

describe('without JavaScript', () => {
  test('an account is found by its platform, from the start page to its entry', async () => {
    await visit(
      '/',
      async (page) => {
        await page.getByRole('link', { name: 'Check an account' }).first().click()
        await page.waitForURL('**/verify/')
        expect(await page.getByRole('textbox').count()).toBe(0)
        expect(await page.locator('noscript p').isVisible()).toBe(true)
        await page.getByRole('main').getByRole('link', { name: 'X', exact: true }).click()
        await page.getByRole('link', { name: 'CBP', exact: true }).click()
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('CBP on X')
      },
      { javaScriptEnabled: false },
    )
  })
})

describe('hostile records', () => {
  test('appear as text, and no link of theirs is followed', async () => {
    await visit('/accounts/facebook-fema/', async (page) => {
      const main = page.getByRole('main')
      expect(await main.textContent()).toContain(hostileText)
      expect(await main.locator('img, script').count()).toBe(0)
      const hrefs = await main
        .locator('a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      const harmless = /^(\/|mailto:public\.affairs@|https:\/\/www\.(facebook\.com|fema\.gov)\/)/
      expect(hrefs.filter((href) => !harmless.test(href))).toEqual([])
    })
  })

  test('a released handle and a retired account are not linked to on their platform', async () => {
    for (const path of ['/accounts/x-cbpamo/', '/former/']) {
      await visit(path, async (page) => {
        expect(await page.locator('a[href*="//x.com"]').count(), path).toBe(0)
      })
    }
  })
})
