import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { recordMutations } from './admin-requests.ts'
import { startFilledProduct } from './first-start.ts'
import { importIsApplied, obstaclesAreSaid, previewTells } from './import-screens.ts'
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

const REQUEST = '/admin/accounts/request'
// Imported, of CBP, and not yet claimed: a manager of CBP may correct it.
const UPDATE = '/admin/accounts/x-cbp/updateAccount'

const open = (persona: string, path: string) => signIn(browser, product.url, persona, path)
const send = (page: Page) => page.locator('form.change-form button[type="submit"]')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')
const drafts = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.draft.')))

test('ICT Baseline 10 Forms: the error summary takes the focus, says each error in words and leads to its field', async () => {
  const page = await open('manager-cbp', REQUEST)
  await page.getByLabel('Official outlet').fill('nonsense')
  await page.getByLabel('Number of administrators').fill('two')
  await send(page).click()
  await expect.poll(() => focused(page)).toContain('Component: choose one.')
  const summary = await focused(page)
  for (const words of ['Name: this is needed.', 'give a whole address', 'give a whole number'])
    expect(summary).toContain(words)
  expect(summary).not.toMatch(/invalid|required|expected/i)
  await page.getByRole('link', { name: /^Official outlet/ }).press('Enter')
  const outlet = page.getByLabel('Official outlet')
  expect(await outlet.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await outlet.getAttribute('aria-invalid')).toBe('true')
  const described = (await outlet.getAttribute('aria-describedby')) ?? ''
  const error = page.locator(`#${escaped(described.split(' ').at(-1) ?? '')}`)
  expect(await error.innerText()).toContain('give a whole address')
  await page.context().close()
})

test('an address is read while it is typed, and an account that is there already is linked', async () => {
  const page = await open('manager-cbp', REQUEST)
  await page.getByLabel('Address of the account').fill('twitter.com/CBP')
  const reading = page.locator('.address-reading')
  await reading.getByText('It is registered already').waitFor()
  expect(await reading.innerText()).toMatch(/CBP on X, recorded as https:\/\/x\.com\/cbp/)
  expect(await reading.getAttribute('role')).toBe('status')
  expect(await reading.getByRole('link').getAttribute('href')).toBe('/admin/accounts/x-cbp')
  await page.getByLabel('Address of the account').fill('https://x.com/cbpflorid')
  await reading.getByText('Registered accounts that look like it').waitFor()
  expect(await reading.getByRole('link').count()).toBeGreaterThan(0)
  await page.getByLabel('Address of the account').fill('https://www.tiktok.com/@cbp')
  await reading.getByText('Statute prohibits this platform').waitFor()
  await page.context().close()
})

test('what is typed survives the end of a session, for the same person, and goes with a sign-out', async () => {
  const page = await open('manager-cbp', REQUEST)
  await page.getByRole('textbox', { name: 'Mission purpose' }).fill('Tells travellers about waiting times.')
  await page.context().clearCookies()
  await page.getByLabel('Address of the account').fill('https://x.com/testoutpost')
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await page.locator('button[value="manager-cbp"]').click()
  await page.waitForURL(`${product.url}${REQUEST}`)
  await page.getByText(/Your draft of .* is back/).waitFor()
  expect(await page.getByRole('textbox', { name: 'Mission purpose' }).inputValue()).toBe(
    'Tells travellers about waiting times.',
  )
  await page.context().clearCookies()
  await page.goto(`${product.url}/auth/sign-in?returnTo=${REQUEST}`)
  await page.locator('button[value="manager-fema"]').click()
  await page.waitForURL(`${product.url}${REQUEST}`)
  await page.getByRole('textbox', { name: 'Mission purpose' }).waitFor()
  expect(await page.getByRole('textbox', { name: 'Mission purpose' }).inputValue()).toBe('')
  expect(await drafts(page)).toHaveLength(1)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/admin'))
  await page.goto(`${product.url}/healthz`)
  expect(await drafts(page)).toEqual([])
  await page.context().close()
})

test('leaving a form asks, and Escape stays; a draft can be discarded', async () => {
  const page = await open('manager-cbp', REQUEST)
  await page.getByLabel('Audience').fill('Travellers')
  const leave = page.getByRole('link', { name: 'Platforms' })
  await leave.click()
  await page.getByRole('dialog', { name: 'You have not sent this' }).waitFor()
  await page.keyboard.press('Escape')
  expect(page.url()).toBe(product.url + REQUEST)
  expect(await page.getByLabel('Audience').inputValue()).toBe('Travellers')
  await leave.click()
  await page.getByRole('button', { name: 'Leave and keep the draft' }).click()
  await page.getByRole('heading', { level: 1, name: 'Platforms' }).waitFor()
  await page.goBack()
  await page.getByRole('button', { name: 'Discard the draft' }).click()
  expect(await page.getByLabel('Audience').inputValue()).toBe('')
  expect(await drafts(page)).toEqual([])
  await page.context().close()
})

test('on a stale version nothing typed is lost: was, theirs and yours, field by field', async () => {
  const mine = await open('manager-cbp', UPDATE)
  await mine.getByRole('textbox', { name: 'Name' }).fill('My name of it')
  await mine.getByLabel('Audience').fill('Travellers')
  const other = await open('director-cbp', UPDATE)
  await other.getByRole('textbox', { name: 'Name' }).fill('Their name of it')
  await other.getByRole('textbox', { name: 'Mission purpose' }).fill('Their purpose of it')
  await send(other).click()
  await other.waitForURL('**/admin/accounts/x-cbp*')

  await send(mine).click()
  const row = mine.getByRole('row', { name: /Name/ }).filter({ hasText: 'My name of it' })
  await row.waitFor()
  expect(await row.innerText()).toMatch(/Official Twitter Account[\s\S]*Their name of it[\s\S]*My name of it/)
  expect(await mine.getByRole('row', { name: /Mission purpose/ }).innerText()).toContain(
    'Their purpose of it',
  )
  await send(mine).click()
  await expect.poll(() => focused(mine)).toContain('Look at what changed')
  await mine.getByRole('button', { name: 'Use these choices' }).click()
  await expect.poll(() => focused(mine)).toContain('Name: choose which to keep.')
  await mine.getByRole('group', { name: 'Name: keep' }).getByLabel('Yours').check()
  await mine.getByRole('button', { name: 'Use these choices' }).click()
  expect(await mine.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('My name of it')
  expect(await mine.getByRole('textbox', { name: 'Mission purpose' }).inputValue()).toBe(
    'Their purpose of it',
  )
  await send(mine).click()
  await mine.getByRole('heading', { level: 1, name: 'My name of it' }).waitFor()
  expect(await drafts(mine)).toEqual([])
  await mine.context().close()
  await other.context().close()
})

test('two clicks send once, and an answer lost on the way is asked for again under the same key', async () => {
  const page = await open('manager-cbp', UPDATE)
  const sent = await recordMutations(page, 'UpdateAccount', { loseFirstAnswer: true })
  await page.getByLabel('Topics').fill('travel')
  await send(page).dblclick()
  await page.getByText('Trying again').waitFor()
  await page.getByText('The account was updated.').waitFor()
  expect(sent).toHaveLength(2)
  expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
  await page.goto(`${product.url}${UPDATE}`)
  expect(await page.getByLabel('Topics').inputValue()).toBe('travel')
  await page.context().close()
})

test('an import says what stands in the way of a file, and what to do', () =>
  obstaclesAreSaid(browser, product.url))

test('an import’s preview says what becomes of each row, by outcome, and what changes field by field', () =>
  previewTells(browser, product.url))

test('an import is applied with progress that moves, and leads to the rows that were held', () =>
  importIsApplied(browser, product.url))

function escaped(id: string): string {
  return id.replaceAll(/[^a-zA-Z0-9_-]/g, String.raw`\$&`)
}
