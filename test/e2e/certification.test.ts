import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
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

const NAME = 'Certification of a test'
const QUESTIONS = 'V.B.11 | YES_NO | Is the account still needed?\nV.B.3 | TEXT | What is its mission?'

async function openFromList(opa: Page): Promise<string> {
  await opa.getByRole('link', { name: 'Open a certification of all in this filter' }).click()
  await opa.getByRole('heading', { level: 1, name: 'Open a certification' }).waitFor()
  await opa.getByLabel('Name').fill(NAME)
  await opa.getByLabel('Last day to answer').fill('2099-01-31')
  await opa.getByLabel('Questions').fill(QUESTIONS)
  await opa.getByRole('button', { name: 'Open the certification' }).click()
  await opa.getByRole('heading', { level: 1, name: NAME }).waitFor()
  return opa.url()
}

async function answerAll(manager: Page): Promise<void> {
  await manager.getByRole('link', { name: /^Act on all/ }).click()
  await manager.getByLabel('What to do').selectOption('answerCertification')
  await manager.getByLabel('In which certification').selectOption({ label: NAME })
  await manager.getByLabel(/still needed/).selectOption('YES')
  await manager.getByLabel(/its mission/).fill('Travel and trade')
  await manager.getByRole('button', { name: 'Check what would happen' }).click()
  await manager.getByRole('heading', { name: /would change/ }).waitFor()
  await manager.getByRole('button', { name: /^Certify: answer the questions: / }).click()
  await manager.getByRole('heading', { name: /done$/ }).waitFor()
}

async function returnFirst(opa: Page, campaign: string): Promise<string> {
  await opa.goto(campaign)
  await opa.getByRole('link', { name: 'CBP', exact: true }).click()
  await opa.getByRole('table', { name: 'The accounts of this part' }).getByRole('link').first().click()
  await opa.getByLabel('Reason').fill('Say who needs it.')
  await opa.getByRole('button', { name: 'Send the answer back' }).click()
  await opa.getByText('Sent back because').waitFor()
  return opa.url()
}

test('IV.E.3: opened from the list, answered in bulk, one answer sent back, and the history says so', async () => {
  const { url } = product
  const opa = await signIn(browser, url, 'opa')
  await opa.goto(`${url}/admin/accounts?component=CBP&platform=instagram`)
  const campaign = await openFromList(opa)
  const manager = await signIn(browser, url, 'manager-cbp')
  await manager.goto(`${url}/admin/accounts?component=CBP&platform=instagram`)
  await answerAll(manager)
  const answer = await returnFirst(opa, campaign)
  await opa.locator('.entry-list', { hasText: 'Say who needs it.' }).waitFor()
  await manager.goto(`${url}/admin/`)
  await manager.getByRole('link', { name: /^Certifications to answer/ }).click()
  await manager.getByText('It came back: Say who needs it.').waitFor()
  await manager.goto(answer)
  expect(await manager.getByLabel(/its mission/).inputValue()).toBe('Travel and trade')
  await manager.getByRole('button', { name: 'Answer for this account' }).click()
  await manager.getByText('The account is answered for.').waitFor()
  const director = await signIn(browser, url, 'director-cbp')
  await director.goto(campaign)
  await director.getByRole('link', { name: 'CBP', exact: true }).click()
  await director.getByRole('button', { name: 'Certify the component’s accounts' }).click()
  await director.getByText('The part is certified.').waitFor()
  await opa.goto(campaign)
  await opa.getByRole('button', { name: 'Close and freeze the result' }).click()
  const saved = opa.waitForEvent('download')
  await opa.getByRole('button', { name: 'Save the result' }).click()
  const text = await readFile(await (await saved).path())
  const digest = await opa.locator('dd code').textContent()
  expect(createHash('sha256').update(text).digest('hex')).toBe(digest)
}, 240_000)
