import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
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

/** Opens a page in a context of its own; script errors and violations of the policy fail. */
async function visit(
  path: string,
  look: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({ baseURL: site.origin, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin)) faults.push(`asks ${request.url()}`)
  })
  try {
    await page.goto(path)
    await look(page)
    expect(faults, path).toEqual([])
  } finally {
    await context.close()
  }
}

const results = (page: Page) => page.locator('[data-list] > li')
const firstTitle = (page: Page) => results(page).first().getByRole('link').textContent()

async function countSays(page: Page, words: RegExp): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).waitFor()
}

describe('searching', () => {
  test('from the header of any page finds the component and the account of that name before longer names', async () => {
    await visit('/about/', async (page) => {
      await page.getByRole('searchbox', { name: 'Find an account' }).fill('cbp')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/search/?q=cbp')
      await countSays(page, /^\d+ results$/)
      const titles = await results(page).getByRole('link').allTextContents()
      expect(titles.slice(0, 2)).toEqual(['U.S. Customs and Border Protection', 'CBP on X'])
      expect(new Set(titles).size).toBe(titles.length)
    })
  })

  test('offers more results only where there are more', async () => {
    await visit('/search/', async (page) => {
      await page.getByText('Enter words or choose a condition.').waitFor()
      expect(await page.locator('[data-more]').isVisible()).toBe(false)
    })
  })

  test('finds a component by the words of its name', async () => {
    await visit('/search/?q=customs%20border%20protection', async (page) => {
      await countSays(page, /results$/)
      const titles = await results(page).getByRole('link').allTextContents()
      expect(titles).toContain('U.S. Customs and Border Protection')
    })
  })

  test('narrows down, says how many are left, and keeps it in the address', async () => {
    await visit('/search/', async (page) => {
      await page.getByLabel('Status', { exact: true }).selectOption('SUSPENDED')
      await countSays(page, /^1 result$/)
      expect(await firstTitle(page)).toBe('CBPAfrica on X')
      await page.getByLabel('Platform', { exact: true }).selectOption('facebook')
      await countSays(page, /^Nothing was found\.$/)
      expect(await page.getByText('Try fewer letters').isVisible()).toBe(true)
      expect(new URL(page.url()).search).toBe('?platform=facebook&status=SUSPENDED')
      await page.reload()
      await countSays(page, /^Nothing was found\.$/)
      expect(await page.getByLabel('Platform', { exact: true }).inputValue()).toBe('facebook')
    })
  })

  test('finds what nobody recorded, in the order of handles', async () => {
    await visit('/search/?language=not-recorded&component=oig', async (page) => {
      await countSays(page, /^2 results$/)
      const titles = await results(page).getByRole('link').allTextContents()
      expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b)))
    })
  })

  test('shows twenty at a time, and the next ones where the reader is', async () => {
    await visit('/search/?platform=x', async (page) => {
      await countSays(page, /results$/)
      expect(await results(page).count()).toBe(20)
      await page.getByRole('button', { name: 'Show more results' }).press('Enter')
      await results(page).nth(20).waitFor()
      const focused = await results(page)
        .nth(20)
        .evaluate((item) => item.contains(document.activeElement))
      expect(focused).toBe(true)
    })
  })

  test('leads what looks like an address to the exact check, without sending it', async () => {
    await visit('/search/', async (page) => {
      await page.getByRole('searchbox').fill('https://x.com/clsagov')
      await page.getByRole('link', { name: 'Check it letter by letter' }).click()
      await page.waitForURL('**/verify/#q=https%3A%2F%2Fx.com%2Fclsagov')
      await page.getByText('has letters that look alike').first().waitFor()
    })
  })

  test('speaks Spanish on the Spanish page', async () => {
    await visit('/es/search/?q=cisacyber', async (page) => {
      await countSays(page, /^1 resultado$/)
      expect(await results(page).first().textContent()).toContain('Oficial desde el 10 de enero de 2026')
      expect(await results(page).getByRole('link').getAttribute('href')).toBe('/es/accounts/x-cisacyber/')
    })
  })

  test('says so when the index cannot be loaded', async () => {
    await visit('/search/', async (page) => {
      // An answer that is no script of its own: the browser itself logs nothing about it.
      await page.route('**/pagefind/pagefind.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: 'export default 0' }),
      )
      await page.getByRole('searchbox').fill('cbp')
      await page.keyboard.press('Enter')
      await countSays(page, /^The search could not be loaded\./)
    })
  })
})

describe('without JavaScript', () => {
  const off = { javaScriptEnabled: false }

  test('the search box leads to the lists, and a letter to its accounts', async () => {
    await visit(
      '/',
      async (page) => {
        await page.getByRole('searchbox').fill('uscg')
        await page.keyboard.press('Enter')
        await page.waitForURL('**/search/?q=uscg')
        expect(await page.getByRole('searchbox').count()).toBe(0)
        await page.getByRole('link', { name: 'Accounts that begin with W' }).click()
        await page.waitForURL('**/accounts/all/*/#letter-w')
        expect(await page.locator('#letter-w').isVisible()).toBe(true)
      },
      off,
    )
  })

  test('every condition of the search has lists as plain pages', async () => {
    await visit(
      '/browse/',
      async (page) => {
        const main = page.getByRole('main')
        for (const [list, heading] of [
          ['U.S. Customs and Border Protection', 'U.S. Customs and Border Protection'],
          ['Instagram', 'Accounts on Instagram'],
          ['Spanish', 'Accounts in this language: Spanish'],
          ['Suspended', 'Suspended accounts'],
        ] as const) {
          await main.getByRole('link', { name: list, exact: true }).click()
          expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(heading)
          expect(await page.locator('tbody tr').count()).toBeGreaterThan(0)
          await page.goBack()
        }
        await main
          .locator('section[aria-labelledby=topics]')
          .getByRole('link', { name: 'Not recorded' })
          .click()
        expect(await main.textContent()).toContain('Accounts whose topic is not recorded')
      },
      off,
    )
  })
})

describe('what a visitor must not miss', () => {
  test('a suspended account stands on the start page', async () => {
    await visit('/', async (page) => {
      const notice = page.getByRole('region', { name: 'Do not rely on these accounts for now' })
      expect(await notice.getByRole('link').allTextContents()).toEqual(['CBPAfrica on X'])
    })
  })

  test('a former account says until when it was official and what followed, and leads nobody to it', async () => {
    await visit('/accounts/x-cbpamo/', async (page) => {
      const main = page.getByRole('main')
      expect(await main.locator('.facts').textContent()).toMatch(/Official until\s*September 30, 2026/)
      expect(await main.getByRole('link', { name: 'CBP on X' }).count()).toBe(1)
      expect(await main.getByText('Go to the platform from this page').count()).toBe(0)
    })
  })

  test('a correction goes to the configured office with the entry as its subject', async () => {
    await visit('/accounts/x-cbp/', async (page) => {
      const href = await page.getByRole('link', { name: 'public.affairs@example.gov' }).getAttribute('href')
      expect(href).toBe(
        'mailto:public.affairs@example.gov?subject=Correction%20of%20an%20entry%3A%20CBP%20on%20X',
      )
    })
  })
})

describe('the answer of a check', () => {
  const understood: [string, string, RegExp][] = [
    [
      'https://x.com/CBP/status/12',
      'Official',
      /a link to something an account posted.*CBP.*X.*https:\/\/x\.com\/cbp/s,
    ],
    ['@cisacyber', 'Official', /a handle without a platform.*Looked up on\s*\d+ platforms/s],
    [
      'tiktok.com/@dhs',
      'Prohibited platform',
      /Treat no account there as speaking for the department.*About this platform.*Handle\s*dhs\s*Platform\s*TikTok/s,
    ],
    [
      'https://www.facebook.com/groups/1',
      'Not an account',
      /paste the address of the page that opens.*Facebook/s,
    ],
    ['https://example.org/x', 'Unknown platform', /Compare the name of the website/],
    ['x.com/cbpamo', 'No longer official', /See the account that followed/],
    ['x.com/cbpafrica', 'Suspended', /until it is official here again/],
    ['x.com/clsagov', 'Not listed', /has letters that look alike.*Report an impostor/s],
  ]

  test.each(understood)('%s says what was understood and what to do', async (input, outcome, words) => {
    await visit(`/verify/#q=${encodeURIComponent(input)}`, async (page) => {
      await page.locator('.verify-outcome').filter({ hasText: outcome }).waitFor()
      expect(await page.getByRole('status').textContent()).toMatch(words)
      expect(await page.getByRole('status').textContent()).toContain('What to do now')
    })
  })
})
