import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { askFrom } from './made-records.ts'
import { doAction, signIn } from './persona.ts'
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

// Real: imported, of CBP, and claimed here.
const SLUG = 'x-cbp'

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${product.url}/admin${path}`)
  await page.locator('h1').waitFor()
}

async function send(page: Page, done: string): Promise<void> {
  await page.locator('form.change-form button[type="submit"]').click()
  await page.locator('.usa-alert', { hasText: done }).first().waitFor()
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

/** Claims the account as the manager and gives it a comment policy. */
async function claim(page: Page): Promise<void> {
  await doAction(page, product.url, SLUG, 'claimAccount', async () => {}, 'The account was claimed.')
  const found = await askFrom<{ account: { id: string; version: number; title: string } }>(
    page,
    '{ account(slug: "x-cbp") { id version title } }',
  )
  const { id: accountId, title } = found.data.account
  const document = `mutation ($input: UpdateAccountInput!) { made: updateAccount(input: $input) { ... on Error { message } } }`
  const input = { accountId, title, commentPolicyUrl: 'https://www.cbp.gov/comment-policy' }
  const answer = await askFrom<{ made: { message?: string } }>(page, document, { input })
  expect(answer.data.made.message).toBeUndefined()
}

async function block(page: Page, reference: string): Promise<string> {
  await go(page, `/accounts/${SLUG}?tab=moderation`)
  await page.getByRole('link', { name: 'Record moderation' }).click()
  await page.getByLabel('What was done').selectOption('PERSON_BLOCKED')
  await page.getByLabel('Reason').selectOption('THREAT')
  await page.getByLabel('The platform’s reference').fill(reference)
  await page.getByLabel('Explanation').fill('Three threats against the staff within one day.')
  await send(page, 'It was recorded.')
  await page.waitForURL(/\/moderation\/./)
  return new URL(page.url()).pathname.replace('/admin', '')
}

test('IV.D.3: moderation is recorded, reviewed, kept, corrected and taken back, each by its own form', async () => {
  const manager = await signIn(browser, product.url, 'manager-cbp', '/admin/')
  await claim(manager)
  const kept = await block(manager, 'block-41')
  await picture(manager, 'moderation-page')

  await go(manager, `/accounts/${SLUG}?tab=moderation`)
  await manager.getByRole('link', { name: 'Record moderation' }).click()
  await manager.getByLabel('What was done').selectOption('COMMENT_HIDDEN')
  await manager.getByLabel('Reason').selectOption('OFF_TOPIC')
  await manager.getByLabel('The platform’s reference').fill('https://x.com/madeup_person/status/1845678901')
  await manager.getByLabel('Rule of the comment policy').fill('Rule 4')
  await manager.getByLabel('Day on which it was done').fill('2026-01-31')
  await manager.locator('form.change-form button[type="submit"]').click()
  expect(await manager.getByRole('alert').first().innerText()).toContain('IV.C.2')
  await picture(manager, 'moderation-refused')
  await manager.getByLabel('The platform’s reference').fill('1845678901')
  await send(manager, 'It was recorded.')
  await manager.getByRole('link', { name: 'Correct', exact: true }).click()
  await manager.getByLabel('What was done').selectOption('COMMENT_REMOVED')
  await manager.getByLabel('Reason').selectOption('SPAM')
  await manager.getByLabel('The platform’s reference').fill('1845678901')
  await send(manager, 'The correction was recorded')

  const crcl = await signIn(browser, product.url, 'crcl', '/admin/?queue=MODERATION_REVIEW')
  await crcl.getByRole('link', { name: /^Review it/ }).click()
  await crcl.getByLabel('How it ends').selectOption('UPHELD')
  await crcl.getByLabel('Reason').fill('The threats are plain.')
  await send(crcl, 'The review was recorded.')

  await go(manager, `${kept}/reaffirmBlock`)
  await manager.getByLabel('Why it is still needed').fill('The threats went on elsewhere.')
  await send(manager, 'It is kept')
  await go(crcl, `${kept}/reviewModerationAction`)
  await crcl.getByLabel('How it ends').selectOption('TO_BE_REVERSED')
  await crcl.getByLabel('Reason').fill('What is elsewhere is no reason here.')
  await send(crcl, 'The review was recorded.')

  await go(manager, '/?queue=MODERATION_REVERSAL')
  await manager.getByRole('link', { name: /^Record that it is taken back/ }).click()
  await manager.getByLabel('Reason').selectOption('CIVIL_RIGHTS_REVIEW')
  await manager.getByLabel('The platform’s reference').fill('block-41')
  await send(manager, 'taken back')
  await manager.getByRole('link', { name: 'Person blocked no longer' }).waitFor()

  await go(crcl, '/moderation')
  await crcl.getByRole('table').first().waitFor()
  await picture(crcl, 'moderation-list')
  expect(await crcl.locator('tbody tr').count()).toBe(4)
  await crcl.getByRole('link', { name: 'Count what these filters show' }).click()
  await crcl.getByRole('table', { name: 'By reason' }).waitFor()
  await picture(crcl, 'moderation-report')
  await go(manager, `/accounts/${SLUG}?tab=moderation`)
  await manager.getByText('What was recorded last').first().waitFor()
  await picture(manager, 'moderation-account')
  for (const page of [manager, crcl]) await page.context().close()
})
