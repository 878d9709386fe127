import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { startFilledProduct } from './first-start.ts'
import { signIn } from './persona.ts'
import type { RunningProduct } from './start-product.ts'

let product: RunningProduct
let browser: Browser

beforeAll(async () => {
  product = await startFilledProduct()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

// Made up: a proposal of this test alone.
const NAME = 'Example Notices'
const SLUG = 'example-notices'
const RULES = {
  hosts: ['notices.example'],
  parameters: { name: { characters: 'a-z0-9_', min: 1, max: 30 } },
  kinds: { account: { key: '{name}', handle: '{name}', url: 'https://notices.example/{name}' } },
  patterns: [{ match: '/{name}', means: 'ACCOUNT', kind: 'account' }],
}

const PARTS = [
  'What exactly the platform is used for',
  'Which personal information is likely to become available',
  'What that information is meant to be used for',
  'With whom it is shared',
  'How it is kept, and for how long',
  'How it is secured',
  'Which other privacy risks there are, and what lessens them',
  'Whether a system of records comes about or changes',
]

async function nothing(): Promise<void> {}

async function privacy(page: Page): Promise<void> {
  await page.getByLabel('Threshold analysis').selectOption('ASSESSMENT_NEEDED')
  await page.getByLabel('How the platform is used').selectOption('TWO_WAY')
  for (const part of PARTS) await page.getByLabel(part).fill(`As the test has it: ${part}.`)
}

async function terms(page: Page): Promise<void> {
  await page.getByLabel('Indemnification (M-13-10)').selectOption('REMOVED_BY_AMENDMENT')
  await page.getByLabel('SHA-256 of that text').fill('ab'.repeat(32))
  await page.getByLabel('Day of that text').fill('2026-01-31')
}

const OFFICES = [
  ['cio', ['SECURITY', 'ACCESSIBILITY'], nothing],
  ['privacy', ['PRIVACY'], privacy],
  ['crcl', ['CIVIL_RIGHTS'], nothing],
  ['counsel', ['TERMS_OF_SERVICE', 'COUNSEL'], terms],
  ['records', ['RECORDS'], nothing],
] as const

/** Fills the form of one review and sends it. */
async function record(page: Page, kind: string, outcome: string, fill: (page: Page) => Promise<void>) {
  await page.goto(`${product.url}/admin/platforms/${SLUG}/reviews/${kind}`)
  await page.getByLabel('Outcome').selectOption(outcome)
  await page.getByLabel('What it found').fill('As the test has it.')
  await fill(page)
  await page.locator('form button[type="submit"]').click()
  await page.locator('.usa-alert', { hasText: 'The review was recorded.' }).first().waitFor()
}

test('a platform goes from its proposal through five offices to its approval over one advice', async () => {
  const opa = await signIn(browser, product.url, 'opa', '/admin/platforms/propose')
  await opa.getByLabel('Name', { exact: false }).first().fill(NAME)
  await opa.getByLabel('Its own site').fill('https://notices.example/')
  await opa.getByLabel('What the department would use it for').fill('To tell people what changes.')
  await opa.getByLabel('Address rules').fill(JSON.stringify(RULES))
  await opa.locator('form button[type="submit"]').click()
  await opa.locator('.usa-alert', { hasText: 'The platform was proposed.' }).first().waitFor()

  for (const [persona, kinds, fill] of OFFICES) {
    const page = await signIn(browser, product.url, persona)
    await page.getByText(NAME).first().waitFor()
    for (const kind of kinds) {
      const outcome = kind === 'COUNSEL' ? 'FAILED' : 'PASSED'
      await record(page, kind, outcome, kind === 'COUNSEL' ? nothing : fill)
    }
    await page.context().close()
  }

  const aspa = await signIn(browser, product.url, 'aspa', `/admin/platforms/${SLUG}?tab=reviews`)
  await aspa.getByText('Indemnification: Removed by amendment').first().waitFor()
  if (process.env['SCREENSHOTS']) await aspa.screenshot({ path: '/tmp/h1-reviews.png', fullPage: true })
  await aspa.goto(`${product.url}/admin/platforms/${SLUG}/approvePlatform`)
  // Every review is in view where it is decided.
  await aspa.getByText('Threshold analysis: Assessment needed').waitFor()
  await aspa.locator('form button[type="submit"]').click()
  expect(await aspa.getByRole('alert').first().innerText()).toContain('counsel review is negative')
  await aspa.getByLabel('Go over the counsel advice').selectOption('YES')
  await aspa.getByLabel('Reason').fill('The risk is borne, as the test has it.')
  if (process.env['SCREENSHOTS']) await aspa.screenshot({ path: '/tmp/h1-approve.png', fullPage: true })
  await aspa.locator('form button[type="submit"]').click()
  await aspa.locator('.usa-alert', { hasText: 'The platform was approved.' }).first().waitFor()
  await aspa.goto(`${product.url}/admin/platforms/${SLUG}?tab=decisions`)
  await aspa.getByText('Went over the advice: Counsel').waitFor()

  const feed = await (await fetch(`${product.url}/data/v1/platform-domains.txt`)).text()
  expect(feed).toContain('approved notices.example')
})

test('the next review starts from the last one and shows what is said otherwise', async () => {
  const page = await signIn(browser, product.url, 'cio', `/admin/platforms/${SLUG}/reviews/SECURITY`)
  const found = page.getByLabel('What it found')
  expect(await found.inputValue()).toBe('As the test has it.')
  await found.fill('Two factors are possible now.')
  await page.getByText('Changed. It said: As the test has it.').waitFor()
  await page.getByLabel('Outcome').selectOption('PASSED')
  if (process.env['SCREENSHOTS']) await page.screenshot({ path: '/tmp/h1-record.png', fullPage: true })
  await page.locator('form button[type="submit"]').click()
  await page.getByText('What changed since the last').first().waitFor()
  if (process.env['SCREENSHOTS']) {
    await page.goto(`${product.url}/admin/platforms/reviews`)
    await page.getByText('placeholders').first().waitFor()
    await page.screenshot({ path: '/tmp/h1-load.png', fullPage: true })
  }
})
