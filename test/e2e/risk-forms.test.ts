import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
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

const open = (persona: string, path: string) => signIn(browser, product.url, persona, path)

/** Sends the form, and waits for what is said once the server has taken it. */
async function send(page: Page, done: string): Promise<void> {
  await page.locator('form.change-form button[type="submit"]').click()
  await page.locator('.usa-alert', { hasText: done }).first().waitFor()
}

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${product.url}/admin${path}`)
  await page.locator('h1').waitFor()
}

async function rate(page: Page, likelihood: string, impact: string): Promise<void> {
  await page.getByLabel('How likely it is').selectOption(likelihood)
  await page.getByLabel('How great the harm is').selectOption(impact)
  await page.getByLabel('Reason').fill('As far as is known.')
}

test('IV.C.3: a risk on a platform is raised, assessed, accepted, mitigated and closed, each by its own form', async () => {
  const opa = await open('opa', '/admin/platforms/x')
  await opa.getByRole('link', { name: 'Raise a risk' }).click()
  await opa.getByLabel('What it endangers').selectOption('PRIVACY')
  await opa.getByLabel('Title').fill('Messages reach the platform')
  await opa.getByLabel('What may happen').fill('People write about themselves.')
  await send(opa, 'The risk was raised.')
  const risk = new URL(opa.url()).pathname.replace('/admin', '')

  const privacy = await open('privacy', '/admin/?queue=RISK_ASSESSMENT')
  await privacy.getByRole('link', { name: /^Assess it ?: Messages reach the platform/ }).click()
  await rate(privacy, 'LIKELY', 'SEVERE')
  await privacy.locator('input[name="reviewBy"]').fill('2098-01-31')
  await send(privacy, 'The risk was assessed.')
  await go(privacy, `${risk}/acceptRisk`)
  await privacy.locator('input[name="acceptedUntil"]').fill('2098-01-31')
  await privacy.getByLabel('Reason').fill('Nothing else reaches these people.')
  await send(privacy, 'The risk was accepted.')
  await go(privacy, `${risk}/reviewRisk`)
  await privacy.locator('input[name="reviewBy"]').fill('2097-12-31')
  await privacy.getByLabel('Reason').fill('Looked at.')
  await send(privacy, 'The risk was looked at again.')

  for (const task of ['Switch messages off.', 'Tell people.']) {
    await go(privacy, `${risk}/planRiskMitigation`)
    await privacy.getByLabel('What is to be done').fill(task)
    await privacy.getByLabel('By this role').selectOption({ label: 'Office of Public Affairs' })
    await privacy.locator('input[name="dueOn"]').fill('2097-01-31')
    await send(privacy, 'The mitigation was planned.')
  }
  await go(opa, '/?queue=RISK_MITIGATION')
  await opa.getByRole('link', { name: /^Say that it is done ?: Switch messages off/ }).click()
  await opa.getByLabel('Evidence', { exact: false }).first().fill('They are off.')
  await opa.getByLabel('Where it is to be seen').fill('https://www.dhs.gov/')
  await send(opa, 'The mitigation is done.')
  await go(privacy, risk)
  await privacy.getByRole('link', { name: /^Drop ?: Tell people/ }).click()
  await privacy.getByLabel('Reason').fill('There is nothing to tell.')
  await send(privacy, 'The mitigation was dropped.')

  await go(privacy, `${risk}/mitigateRisk`)
  await rate(privacy, 'UNLIKELY', 'MINOR')
  await send(privacy, 'The risk counts as mitigated.')
  await go(privacy, `${risk}/closeRisk`)
  await privacy.getByLabel('Reason').fill('There are no messages.')
  await send(privacy, 'The risk was closed.')
  await go(privacy, `${risk}/reopenRisk`)
  await privacy.getByLabel('Reason').fill('They came back.')
  await send(privacy, 'The risk is open again.')
  await go(opa, '/risks?rating=HIGH&area=PRIVACY')
  await opa.getByRole('rowheader', { name: 'Messages reach the platform' }).waitFor()
  for (const page of [opa, privacy]) await page.context().close()
})
