import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { startFilledProduct } from './first-start.ts'
import { signIn } from './persona.ts'
import type { RunningProduct } from './start-product.ts'

let product: RunningProduct
let browser: Browser
let url: string
beforeAll(async () => {
  product = await startFilledProduct()
  url = product.url
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || '')
}

test('my work is the first page: its count in the title and the header, why, and the action that opens', async () => {
  const page = await signIn(browser, url, 'manager-cbp')
  const rows = page.getByRole('row').filter({ has: page.getByRole('link', { name: /^Claim/ }) })
  await rows.first().waitFor()
  const [, count] = /^\((\d+)\) My work/.exec(await page.title()) ?? []
  expect(Number(count)).toBeGreaterThan(100)
  await page.getByRole('link', { name: `My work (${count})` }).waitFor()
  await page.getByText(`${count} things wait for you.`).waitFor()
  expect(await rows.first().textContent()).toContain('waits for its office to claim it')
  await page.getByRole('button', { name: 'Next page' }).click()
  await page.waitForURL(/page=2/)
  await rows
    .first()
    .getByRole('link', { name: /^Claim/ })
    .click()
  await page.waitForURL(/\/accounts\/[^/]+\/claimAccount$/)
  await page.context().close()
})

test('whoever has nothing to do is told so, and what then', async () => {
  const page = await signIn(browser, url, 'employee')
  await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor()
  expect(await page.title()).toMatch(/^My work/)
  await page.getByRole('link', { name: 'Look through the accounts' }).click()
  await page.waitForURL(/\/admin\/accounts/)
  await page.context().close()
})

test('a slash searches all records by keyboard alone, and the results have an address', async () => {
  const page = await signIn(browser, url, 'manager-cbp')
  await page.getByRole('heading', { name: 'My work', level: 1 }).waitFor()
  await page.keyboard.press('/')
  expect(await focused(page)).toBe('search-everything')
  await page.keyboard.type('customs and border')
  const field = page.getByRole('combobox', { name: 'Search all records' })
  await page.getByRole('option').nth(1).waitFor()
  expect(await field.getAttribute('aria-expanded')).toBe('true')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  const chosen = await field.getAttribute('aria-activedescendant')
  expect(await page.locator(`[id="${chosen}"]`).getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?text=customs/)
  await page.getByRole('heading', { name: 'Search: customs and border' }).waitFor()
  await page.locator('.hit-list mark').first().waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('/')
  await page.keyboard.type('cbpphotos')
  await page.getByRole('option', { name: /Flickr/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/accounts\/flickr-cbpphotos/)
  await page.context().close()
})

test('the list of commands has the record’s own actions, any page, and any record', async () => {
  const page = await signIn(browser, url, 'manager-cbp', '/admin/accounts/flickr-cbpphotos')
  await page.getByRole('heading', { name: 'What you can do' }).waitFor()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Type a page, an action or a record' })
  await field.waitFor()
  expect(await violations(page)).toEqual([])
  await field.fill('claim')
  await page.keyboard.press('Enter')
  await page.waitForURL(/flickr-cbpphotos\/claimAccount$/)
  await page.keyboard.press('Control+k')
  await field.fill('flickr')
  await page
    .getByRole('option', { name: /Flickr/ })
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  expect(await page.locator('dialog[open]').count()).toBe(0)
  await page.context().close()
})

test('a question mark lists the shortcuts, and those of one key can be switched off for good (2.1.4)', async () => {
  const page = await signIn(browser, url, 'manager-cbp')
  const heading = page.getByRole('heading', { name: 'My work', level: 1 })
  await heading.waitFor()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await help.getByText('Search all records').waitFor()
  expect(await violations(page)).toEqual([])
  await help.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await page.reload()
  await heading.waitFor()
  await page.keyboard.press('/')
  expect(await focused(page)).not.toBe('search-everything')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Commands' }).waitFor()
  await page.context().close()
})

test('j and k go from row to row, and no single key acts in a field', async () => {
  const page = await signIn(browser, url, 'manager-cbp')
  await page
    .getByRole('link', { name: /^Claim/ })
    .first()
    .waitFor()
  const names = await page.locator('main tbody tr th a').allTextContents()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  expect(await focused(page)).toBe(names[1])
  await page.keyboard.press('k')
  expect(await focused(page)).toBe(names[0])
  await page.keyboard.press('/')
  await page.keyboard.type('/?jkw')
  expect(await page.getByRole('combobox', { name: 'Search all records' }).inputValue()).toBe('/?jkw')
  await page.context().close()
})

test('a record’s parts have addresses; its picture of states is there in words as well', async () => {
  const page = await signIn(
    browser,
    url,
    'opa',
    '/admin/accounts/flickr-cbpphotos?tab=timeline&kind=decisions',
  )
  await page.getByRole('link', { name: 'Decisions (shown)' }).waitFor()
  await page.getByRole('link', { name: 'Overview' }).click()
  await page.locator('.state-way [aria-current="step"]', { hasText: 'Active' }).waitFor()
  await page.getByRole('img', { name: /All states of an account; this one is active/ }).waitFor()
  await page.getByText('Vacant: nobody (V.B.5)').waitFor()
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.locator('summary', { hasText: 'Not now' }).click()
  const clause = page.locator('.blocked-actions__clause a').first()
  const id = await clause.textContent()
  await clause.click()
  await page.getByRole('heading', { name: 'The Directive’s clauses' }).waitFor()
  await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id)
  await page.context().close()
})

test('a session that ended leaves the page and comes back to the same address', async () => {
  const page = await signIn(browser, url, 'manager-cbp', '/admin/accounts/flickr-cbpphotos')
  await page.getByRole('heading', { name: 'What you can do' }).waitFor()
  await page.context().clearCookies()
  await page.getByRole('link', { name: 'Timeline' }).click()
  await page.getByRole('heading', { name: 'Your session has ended' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await page.locator('button[value="manager-cbp"]').click()
  await page.waitForURL(/\/admin\/accounts\/flickr-cbpphotos\?tab=timeline$/)
  await page.context().close()
})

test('a server that cannot be reached, a missing record and a foreign page say what to do next', async () => {
  const page = await signIn(browser, url, 'manager-cbp', '/admin/accounts/nothing-here')
  await page.getByRole('heading', { name: 'No such account' }).waitFor()
  await page.goto(`${url}/admin/imports/submit`)
  await page.getByText('You lack a role for this').waitFor()
  await page.getByText('can grant it').waitFor()
  await page.goto(`${url}/admin/accounts/flickr-cbpphotos`)
  await page.getByRole('heading', { name: 'What you can do' }).waitFor()
  await page.context().setOffline(true)
  await page.getByRole('link', { name: 'Timeline' }).click()
  await page.getByText('The server could not be reached').waitFor()
  await page.context().setOffline(false)
  await page.locator('.entry-list').or(page.getByText('Nothing that you may read')).first().waitFor()
  await page.context().close()
})
