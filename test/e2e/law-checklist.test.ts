import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { answerChecklist } from './law-checklist-form.ts'
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
const nothing = async () => {}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('V.A.2: a manager answers an account’s checklist, and is asked anew what Public Affairs puts in other words', async () => {
  const manager = await signIn(browser, product.url, 'manager-cbp')
  await doAction(manager, product.url, SLUG, 'claimAccount', nothing, 'The account was claimed.')

  // What is not met needs a note: the refusal stands beside the question, and nothing typed is lost.
  await manager.goto(`${product.url}/admin/accounts/${SLUG}/answerLawChecklist`)
  const facts = manager.getByLabel('Is what it says checked', { exact: false }).first()
  await facts.selectOption('NOT_MET')
  await manager.locator('form button[type="submit"]').click()
  await manager.getByText('Say in a note what is amiss').first().waitFor()
  expect(await facts.inputValue()).toBe('NOT_MET')
  await picture(manager, 'law-answer')

  await answerChecklist(manager, product.url, SLUG)
  await manager.waitForURL(`**/admin/accounts/${SLUG}?tab=law`)
  await manager
    .getByRole('row', { name: /Is what it says checked/ })
    .getByText('Met')
    .waitFor()
  await picture(manager, 'law-tab')

  const opa = await signIn(browser, product.url, 'opa', '/admin/law-checklist')
  await opa.getByText('Default of this product', { exact: true }).waitFor()
  await picture(opa, 'law-checklist')
  await opa.getByRole('link', { name: 'Adopt the next version' }).click()
  const asked = opa.getByLabel('What is asked').first()
  await asked.fill('Can people with disabilities read, hear and answer what it publishes?')
  await opa.getByLabel('Reason').fill('In plainer words, as the test has it.')
  await picture(opa, 'law-adopt')
  await opa.locator('form button[type="submit"]').click()
  await opa.locator('.usa-alert', { hasText: 'The checklist was adopted.' }).first().waitFor()

  await manager.goto(`${product.url}/admin/accounts/${SLUG}?tab=law`)
  await manager
    .getByRole('row', { name: /Can people with disabilities/ })
    .getByText('Asked anew')
    .waitFor()
  await manager.goto(`${product.url}/admin/`)
  await manager.getByText('Law and policy: accounts to answer for').first().waitFor()
  await picture(manager, 'law-work')
})
