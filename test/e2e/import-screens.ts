import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { signIn } from './persona.ts'

const SUBMIT = '/admin/imports/submit'
const HEADER = 'component,platform,handle,url,purpose_or_name,language,status,source'
// Made-up handles; the first row is FEMA's on Facebook, listed later than the one that was imported.
const ROWS = [
  'FEMA,Facebook,FEMA,https://www.facebook.com/FEMA/,FEMA renamed,,published,"A register, record 1, last updated 2026-10-01"',
  'FEMA,X,@testoutpost1,https://x.com/testoutpost1,Test Outpost,en,published,"A list, 3 Mar 2026"',
  'NOPE,X,testoutpost2,https://x.com/testoutpost2,Peñasco outpost,en,published,"A list, 3 Mar 2026"',
  'FEMA,TikTok,testoutpost3,https://www.tiktok.com/@testoutpost3,Outpost,en,published,"A list, 3 Mar 2026"',
]
const FILE = [HEADER, ...ROWS].join('\n')

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = typeof content === 'string' ? Buffer.from(content) : content
  await page.getByLabel('CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer })
}

/** What stands in the way of a file is said, with what to do, and what its owner agrees to is done. */
export async function obstaclesAreSaid(browser: Browser, url: string): Promise<void> {
  const page = await signIn(browser, url, 'opa', SUBMIT)
  await choose(page, 'old.csv', Buffer.from(FILE, 'latin1'))
  await page.getByText('It seems to be in windows-1252').waitFor()
  expect(await page.locator('pre').innerText()).toContain('Peñasco')
  await page.getByRole('button', { name: 'Read it as windows-1252' }).click()
  await page.getByText('4 rows were judged').waitFor()
  await choose(page, 'marked.csv', `\uFEFF${FILE}`)
  await page.getByText('begins with a byte order mark').waitFor()
  await choose(page, 'semicolons.csv', FILE.replaceAll(',', ';'))
  await page.getByText('separates its cells by semicolons').waitFor()
  await choose(page, 'other.csv', FILE.replace('handle', 'Handle'))
  const columns = page.getByRole('alert').filter({ hasText: 'These columns cannot be imported' })
  expect((await columns.innerText()).replaceAll(/\s+/g, ' ')).toMatch(
    /Missing \(1\) handle Not known \(1\) Handle/,
  )
  await choose(page, 'quotes.csv', `${FILE}\nFEMA,X,"a"b,https://x.com/a,,,published,x`)
  await page.getByText(/on line 6 a quotation mark stands inside a cell/).waitFor()
  await choose(page, 'big.csv', [FILE, ...Array.from({ length: 12_000 }, () => ROWS[1])].join('\n'))
  await page.getByText(/Sending it takes 1\.\d MiB; the server takes 1\.0 MiB at a time/).waitFor()
  expect(await page.locator('pre').innerText()).toContain('registry import big.csv')
  await page.context().close()
}

/** A preview says of each row what would become of it, by outcome in the address, and is downloaded. */
export async function previewTells(browser: Browser, url: string): Promise<void> {
  const page = await signIn(browser, url, 'opa', SUBMIT)
  await choose(page, 'accounts.csv', FILE)
  await page.getByText('All 8 columns are recognized').waitFor()
  const updated = page.getByRole('row', { name: /Updated/ })
  expect(await updated.innerText()).toMatch(/Name: “.+” becomes “FEMA renamed”/)
  await page.getByRole('button', { name: /^Held/ }).click()
  await page.waitForURL('**/submit?outcome=HELD')
  expect(await page.locator('tbody tr').count()).toBe(1)
  await page.goBack()
  await expect.poll(() => page.locator('tbody tr').count()).toBe(4)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Download the report/ }).click(),
  ])
  expect(download.suggestedFilename()).toBe('accounts-report.csv')
  const report = await readFile(await download.path(), 'utf8')
  expect(report).toMatch(/^2,CREATED,NEW_ACCOUNT,.*,X,testoutpost1,https:\/\/x\.com\/testoutpost1,/m)
  await page.context().close()
}

/** An import is submitted, decided and applied, with progress, and leads to the rows that were held. */
export async function importIsApplied(browser: Browser, url: string): Promise<void> {
  const many = Array.from(
    { length: 6_000 },
    (_, at) =>
      `FEMA,X,testoutpost${at + 10},https://x.com/testoutpost${at + 10},Outpost ${at},en,published,"A list, 3 Mar 2026"`,
  )
  const page = await signIn(browser, url, 'opa', SUBMIT)
  await choose(page, 'many.csv', [FILE, ...many].join('\n'))
  await page.getByText('6,004 rows were judged').waitFor()
  await page.getByRole('button', { name: 'Submit for a decision' }).click()
  await page.getByRole('heading', { level: 1, name: 'many.csv' }).waitFor()
  const { pathname } = new URL(page.url())

  const aspa = await signIn(browser, url, 'aspa', `${pathname}/decide`)
  await aspa.getByLabel('Decision').selectOption('APPROVE')
  await aspa.getByLabel('Reason').fill('Checked against the register.')
  await aspa.getByRole('button', { name: 'Record the decision' }).click()
  const status = aspa.locator('.import-progress [role="status"]')
  await status.filter({ hasText: /is being applied|percent are applied/ }).waitFor()
  const said = new Set<string>()
  await expect
    .poll(
      async () => {
        said.add(await aspa.locator('.import-progress').innerText())
        return status.innerText()
      },
      { timeout: 90_000 },
    )
    .toContain('every one of its 6004 rows has an outcome')
  expect(said.size, 'the progress has to move').toBeGreaterThan(2)
  await aspa.getByRole('link', { name: 'Look at those that still wait' }).click()
  await aspa.waitForURL(/outcome=HELD/)
  await expect.poll(() => aspa.locator('tbody tr').count()).toBe(1)
  await page.context().close()
  await aspa.context().close()
}
