import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { signIn } from './persona.ts'
import { startProduct, type RunningProduct } from './start-product.ts'

let product: RunningProduct
let browser: Browser

beforeAll(async () => {
  product = await startProduct()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const open = (persona: string, path: string) => signIn(browser, product.url, persona, `/admin${path}`)
const send = (page: Page) => page.locator('form.change-form button[type="submit"]').click()
const told = (page: Page, words: string) => page.locator('.usa-alert', { hasText: words }).first().waitFor()

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('IV.A.2: the Assistant Secretary settles what a review is asked for, and the table says who did', async () => {
  const page = await open('aspa', '/review-requirements')
  const row = page.getByRole('row', { name: /^Records/ })
  expect(await row.innerText()).toContain('Placeholders: nobody has settled it')
  await picture(page, 'requirements')
  await row.getByRole('link', { name: /Settle/ }).click()
  await page.getByLabel('Days until it is due').fill('21')
  await page.getByText('Tools without accounts').click()
  await picture(page, 'settle')
  await page.getByLabel('Reason').fill('As the test has it.')
  await send(page)
  await told(page, 'It was settled.')
  await row.getByText('21 days').waitFor()
  const settled = await row.innerText()
  expect(settled).toContain('As the test has it.')
  expect(settled).not.toContain('Tools without accounts')
  await page.context().close()
})

test('a service without accounts is proposed, and no account is requested on it', async () => {
  const page = await open('opa', '/platforms/propose')
  await page.getByLabel('Name').first().fill('Example Planner')
  await page.getByLabel('What it is').selectOption('TOOL')
  await page.getByLabel('Its own site').fill('https://planner.example/')
  await page.getByLabel('What the department would use it for').fill('To plan work with.')
  expect(await page.getByLabel('Address rules').count()).toBe(0)
  await page.getByLabel('Its domains').fill('planner.example, not a domain')
  await send(page)
  await page.getByText('Its domains: A domain such as example.gov.').first().waitFor()
  await page.getByLabel('Its domains').fill('planner.example')
  await picture(page, 'propose-tool')
  await send(page)
  await told(page, 'The platform was proposed.')
  await page.getByText('A tool: no account stands on it (V.B.1)').waitFor()
  await page.goto(`${product.url}/admin/platforms/example-planner?tab=reviews`)
  await page.getByText('unheard, the Assistant Secretary may go over it only after').first().waitFor()
  // What was settled a moment ago is not asked of a tool.
  expect(await page.getByRole('rowheader', { name: /^Records/ }).count()).toBe(0)
  await picture(page, 'tool-reviews')
  await page.context().close()
})

test('M-10-23: one report covers platforms that are used differently, and its page is its appendix', async () => {
  const page = await open('privacy', '/platforms/x/reviews/PRIVACY')
  async function record(findings: string, use: string) {
    await page.getByLabel('Outcome').selectOption('PASSED_WITH_CONDITIONS')
    await page.getByLabel('What it found').fill(findings)
    await page.getByLabel('Conditions').fill('No names are copied.')
    await page.getByLabel('Threshold analysis').selectOption('NO_PERSONAL_INFORMATION')
    await page.getByLabel('How the platform is used').first().selectOption(use)
  }
  await record('Little is learnt of people.', 'TWO_WAY')
  await page.getByRole('button', { name: 'Add a platform it covers' }).click()
  await send(page)
  await page.getByText('Platform 2, Platform: choose one.').first().waitFor()
  await page.getByLabel('Platform', { exact: false }).last().waitFor()
  const covered = page.locator('.form-part')
  await covered.getByLabel('Platform').first().selectOption({ label: 'Facebook' })
  await covered.getByLabel('How the platform is used').selectOption('ONE_WAY')
  await picture(page, 'record-privacy')
  await send(page)
  await told(page, 'The review was recorded.')
  await page.goto(`${product.url}/admin/platforms/x/reviews/PRIVACY`)
  await page.locator('.form-part').waitFor()
  await record('Nothing is learnt of people.', 'ONE_WAY')
  await send(page)
  await told(page, 'The review was recorded.')
  await page.getByText('What changed since the last').first().waitFor()
  await page
    .getByRole('link', { name: /^The whole report/ })
    .first()
    .click()
  await page.getByRole('heading', { name: /^Appendix/ }).waitFor()
  await page.getByText('0 used two-way, 2 one-way.').waitFor()
  const row = await page.getByRole('row', { name: /^X / }).innerText()
  expect(row).toContain('Use: “Two way” became “One way”')
  expect(row).toContain('The report in force')
  await picture(page, 'report')
  await page
    .getByRole('link', { name: /^The report of/ })
    .first()
    .click()
  await page.getByText('Followed by a later report').first().waitFor()
  await page.goto(`${product.url}/admin/review-reports`)
  await page.getByLabel('Review', { exact: true }).selectOption('PRIVACY')
  await page.getByRole('button', { name: /^Filter|^Apply|^Show/ }).click()
  await page.getByText('2 in all.').waitFor()
  await picture(page, 'reports')
  await page.context().close()
})

test('V.B.3: Public Affairs edits the request form question by question', async () => {
  const page = await open('opa', '/request-form/adopt')
  const parts = page.locator('.form-part')
  await parts.first().waitFor()
  const before = await parts.count()
  const first = await parts.first().getByLabel('What is asked').inputValue()
  await page.getByRole('button', { name: 'Add a question' }).click()
  await parts.nth(before).getByLabel('What is asked').fill('Which campaign is it for?')
  await parts.nth(before).getByLabel('Answered with').selectOption('CHOICE')
  await parts.nth(before).getByLabel('Choices').fill('Readiness')
  await page.getByLabel('Reason').fill('As the test has it.')
  await picture(page, 'questions')
  await send(page)
  const summary = page.getByRole('alert').first()
  expect(await summary.innerText()).toContain(
    `Question ${before + 1} “Which campaign is it for?”, Choices: A choice has two or more`,
  )
  await picture(page, 'questions-refused')
  await summary.getByRole('link', { name: /Which campaign/ }).click()
  const choices = parts.nth(before).getByLabel('Choices')
  expect(await choices.evaluate((field) => field === document.activeElement)).toBe(true)
  await choices.fill('Readiness\nTravel')
  await parts
    .nth(before)
    .getByRole('button', { name: /^Move up/ })
    .click()
  expect(
    await parts
      .nth(before - 1)
      .getByLabel('What is asked')
      .inputValue(),
  ).toBe('Which campaign is it for?')
  const retired = await parts.nth(before).getByLabel('What is asked').inputValue()
  await parts
    .nth(before)
    .getByRole('button', { name: /^Retire/ })
    .click()
  await send(page)
  await told(page, 'The form was adopted.')
  const table = page.getByRole('table', { name: 'Further questions' })
  await table.getByText('Readiness, Travel').waitFor()
  expect(await table.innerText()).toContain(first)
  expect(await table.innerText()).not.toContain(retired)
  await page.context().close()
})

test('V.B.8: whoever reported an account in use reads why somebody else decides', async () => {
  const page = await open('opa', '/discovered/report')
  await page.getByLabel('Address of the account').fill('https://x.com/TestSeenInUse')
  await page.getByLabel('Component').selectOption({ index: 1 })
  await page.getByLabel('Where it was seen').fill('On a poster.')
  await picture(page, 'reporting')
  await send(page)
  await told(page, 'The account was reported.')
  await page.getByRole('heading', { name: /^Discovered/ }).waitFor()
  await page.getByText('Nobody decides on an account they reported').first().waitFor()
  await picture(page, 'discovered')
  await page.context().close()
})
