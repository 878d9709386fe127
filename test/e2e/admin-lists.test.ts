import { readFile } from 'node:fs/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { startFilledProduct } from './first-start.ts'
import { signIn } from './persona.ts'
import type { RunningProduct } from './start-product.ts'

let product: RunningProduct
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startFilledProduct(), launchChromium()])
  page = await signIn(browser, product.url, 'opa', '/admin/accounts')
  await rows(page).first().waitFor()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

function rows(on: Page) {
  return on.locator('table tbody tr')
}

/** Presses a box by its label, as people do: the framework draws the box and hides the control. */
function pressLabel(group: Locator, label: string): Promise<void> {
  return group.locator('label').getByText(label, { exact: true }).click()
}

const parameters = () => Object.fromEntries(new URL(page.url()).searchParams)

async function open(path: string): Promise<void> {
  await page.goto(`${product.url}/admin/${path}`)
  await page.locator('h1').waitFor()
}

/** Sends a document from the page, as its own requests are sent. */
function ask(on: Page, query: string, variables: object): Promise<{ data: Record<string, unknown> }> {
  return on.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json', 'x-requested-with': 'official-accounts' }
    const answer = await fetch('/graphql', { method: 'POST', headers, body })
    return (await answer.json()) as { data: Record<string, unknown> }
  }, JSON.stringify({ query, variables }))
}

describe('a list is in its address', () => {
  test('a head sorts on the server, turns round, and says so; the way back leads back', async () => {
    await page.getByRole('button', { name: /^Name/ }).click()
    await expect.poll(parameters).toEqual({ order: 'TITLE' })
    const head = page.getByRole('columnheader', { name: /^Name/ })
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending')
    await page.getByRole('button', { name: /^Name/ }).click()
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending')
    await page.goBack()
    await expect.poll(parameters).toEqual({ order: 'TITLE' })
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending')
  })
  test('filters, columns, their order and density come back with the address', async () => {
    await open('accounts')
    await page.getByRole('combobox', { name: 'Component' }).selectOption('FEMA')
    await page.getByText('State: all').click()
    await pressLabel(page.getByRole('group', { name: 'State, any of these' }), 'Active')
    await page.getByRole('button', { name: 'Apply filters' }).click()
    await page.getByText('Columns and density', { exact: true }).click()
    await pressLabel(page.getByRole('group', { name: 'Columns, in the order shown' }), 'Claim by')
    await page.getByRole('button', { name: 'Move Status earlier' }).click()
    await pressLabel(page.getByRole('group', { name: 'Density' }), 'Compact')
    await expect.poll(() => parameters()['density']).toBe('compact')
    await page.reload()
    await rows(page).first().waitFor()
    const heads = await page.locator('thead th').allInnerTexts()
    expect(heads.map((head) => head.split('\n')[0]?.trim().replace(/,.*/, '')).slice(1)).toEqual([
      'Name',
      'Platform and handle',
      'Status',
      'Component',
      'Changed',
    ])
    expect(parameters()).toMatchObject({ component: 'FEMA', state: 'ACTIVE' })
    expect(await page.locator('table.usa-table--compact').count()).toBe(1)
  })
  test('an address that makes no sense shows the list', async () => {
    await open('accounts?state=NONSENSE&order=UPWARDS&columns=secret&page=9')
    await page
      .getByText(/^Showing 1–50 of/)
      .first()
      .waitFor()
  })
  test('a list with nothing in it says why and what to do', async () => {
    await open('accounts?text=no-account-has-this-name')
    await page.getByRole('heading', { name: 'No account matches these filters' }).waitFor()
  })
})

test('the file holds what is shown, all pages of it, handles without their @ and beside their address', async () => {
  await open('accounts?columns=title&columns=handle&platform=x&order=TITLE_DESC')
  const total = Number(
    (
      await page
        .getByText(/^Showing 1–\d+ of/)
        .first()
        .innerText()
    ).match(/of (\d+)/)?.[1],
  )
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
  expect(lines[0]).toBe('name,platform,handle,url')
  expect(lines).toHaveLength(total + 1)
  expect(total).toBeGreaterThan(100)
  expect(lines.filter((line) => /,@/.test(line))).toEqual([])
  expect(lines[1]).toMatch(/,X,\w+,https:\/\/x\.com\/\w+$/)
})

describe('a view', () => {
  test('saved for everybody opens for somebody else as it was saved', async () => {
    await open('accounts?component=FEMA&order=TITLE_DESC')
    await page.getByText('Save this view').click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('FEMA from the end')
    await page.getByLabel('For whom').selectOption({ label: 'Everybody' })
    await page.getByRole('button', { name: 'Save the view' }).click()
    await page.getByText('View “FEMA from the end” (everybody’s).').waitFor()
    const other = await signIn(browser, product.url, 'manager-cbp', '/admin/accounts')
    await other.getByRole('button', { name: /FEMA from the end/ }).click()
    await other.getByText('View “FEMA from the end” (everybody’s).').waitFor()
    const { searchParams } = new URL(other.url())
    expect([searchParams.get('component'), searchParams.get('order')]).toEqual(['FEMA', 'TITLE_DESC'])
    expect(await other.getByText('Rename or remove the view').count()).toBe(0)
    await other.context().close()
  })
  test('changed since it was opened says so and can be kept anew', async () => {
    await page.getByRole('button', { name: /^Component/ }).click()
    await page.getByText(/changed since it was opened/).waitFor()
    await page.getByRole('button', { name: 'Keep these changes in the view' }).click()
    await page.getByText('View “FEMA from the end” (everybody’s).').waitFor()
  })
  test('that holds what no longer exists opens all the same and says what it left out', async () => {
    const input = {
      list: 'ACCOUNTS',
      name: 'An old one',
      scope: 'PERSON',
      search: 'region=east&state=ACTIVE',
    }
    const document = `mutation ($input: SaveViewInput!) { saveView(input: $input) { ... on SavedView { id } } }`
    await ask(page, document, { input })
    await open('accounts')
    await page.getByRole('button', { name: /^An old one/ }).click()
    await page.getByText('Region: east').waitFor()
    expect(parameters()['state']).toBe('ACTIVE')
  })
})

describe('a bulk action', () => {
  test('on chosen accounts is checked first, then runs, and has one group in the audit', async () => {
    await open('accounts?component=FEMA&platform=x')
    await rows(page).first().waitFor()
    for (const at of [0, 1]) await rows(page).nth(at).locator('label').click()
    await page.getByText('2 chosen.').waitFor()
    await page.getByRole('link', { name: 'Act on the chosen' }).click()
    await page.getByLabel('What to do').selectOption('suspendAccount')
    await page.getByRole('button', { name: 'Check what would happen' }).click()
    await page.getByText('Reason, kept with each account: this is needed.').waitFor()
    await page.getByLabel(/^Reason/).fill('A test of acting on several.')
    await page.getByRole('button', { name: 'Check what would happen' }).click()
    await page.getByRole('heading', { name: 'Suspend: 2 of 2 would change' }).waitFor()
    await page.getByRole('button', { name: 'Suspend: 2 accounts' }).click()
    await page.getByRole('heading', { name: 'Suspend: done' }).waitFor()
    await page.getByText('2 of 2 dealt with, 2 changed.').waitFor()
    await page.getByRole('link', { name: 'See it in the audit' }).click()
    await expect.poll(() => rows(page).count()).toBe(2)
  })
  test('on all of a filter tells what it would pass over, and why', async () => {
    await open('accounts/bulk?component=FEMA&platform=x&action=suspendAccount')
    await page.getByLabel(/^Reason/).fill('A test of acting on all.')
    await page.getByRole('button', { name: 'Check what would happen' }).click()
    await page.getByRole('heading', { name: /would change/ }).waitFor()
    await page.getByRole('button', { name: 'Skipped 2' }).click()
    await expect.poll(() => rows(page).count()).toBe(2)
    expect(await rows(page).first().innerText()).toMatch(/SUSPENDED|Suspended/)
  })
  test('that cannot be taken back asks for the number of accounts first', async () => {
    await open('accounts/bulk?component=FEMA&platform=x&action=requestRetirement')
    await page.getByLabel(/^Reason/).fill('A test of what cannot be taken back.')
    await page.getByRole('button', { name: 'Check what would happen' }).click()
    await page.getByLabel(/Retirement cannot be taken back/).fill('1')
    await page.getByRole('button', { name: /^Request retirement: / }).click({ force: true })
    expect(await page.getByRole('progressbar').count()).toBe(0)
  })
  test('is not offered to who may act on nothing', async () => {
    const reader = await signIn(browser, product.url, 'inspector', '/admin/accounts')
    await rows(reader).first().waitFor()
    expect(await reader.getByText('Act on all').count()).toBe(0)
    await reader.goto(`${product.url}/admin/accounts/bulk`)
    await reader.getByText(/You lack a role for this/).waitFor()
    await reader.context().close()
  })
})
