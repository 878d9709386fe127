import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { openPages, send, type OpenPages } from './forms.ts'
import { askFrom } from './made-records.ts'
import { startProduct, type RunningProduct } from './start-product.ts'

let product: RunningProduct
let browser: Browser
let pages: OpenPages

beforeAll(async () => {
  product = await startProduct()
  browser = await launchChromium()
  pages = openPages(browser, product.url)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

// Real: imported, of FEMA.
const SLUG = 'x-femaregion4'
async function pathOfReport(page: Page): Promise<string> {
  await page.waitForURL(/\/incidents\/(?!report)/)
  return new URL(page.url()).pathname.replace('/admin', '')
}

async function reportCompromise(persona: string): Promise<string> {
  const page = await pages.open(persona, `/accounts/${SLUG}`)
  const { data } = await askFrom<{ account: { id: string } }>(page, `{ account(slug: "${SLUG}") { id } }`)
  await pages.open(persona, `/incidents/report?account=${encodeURIComponent(data.account.id)}`)
  await page.getByLabel('Evidence').fill('It posted what nobody of the office wrote.')
  await send(page, 'The report was sent.')
  return pathOfReport(page)
}

test('IV.A.5: a compromise is reported, contained with a notice, recovered from step by step, and settled', async () => {
  const incident = await reportCompromise('manager-fema')
  const opa = await pages.open('opa', `${incident}/containIncident`)
  await opa.getByLabel('Reason').fill('It is in other hands.')
  await opa.getByLabel('Public notice').fill('Ask Persona Manager FEMA about these posts.')
  await opa.locator('form.change-form button[type="submit"]').click()
  await opa.locator('[role="alert"]').first().waitFor()
  await pages.picture(opa, 'incident-names-somebody')
  expect(await opa.locator('[role="alert"]').first().innerText()).toMatch(/name/i)
  await opa.getByLabel('Public notice').fill('Posts of today were not written by this office.')
  await opa.getByLabel('Steps of the recovery').fill('Look at the other accounts.\nChange the passwords.')
  await send(opa, 'The account is suspended, and its recovery has begun.')
  await pages.picture(opa, 'incident-contained')

  await pages.open('opa', `${incident}/withdrawIncidentNotice`)
  await opa.getByLabel('Reason').fill('It says too little.')
  await send(opa, 'The notice was withdrawn.')
  await pages.open('opa', `${incident}/publishIncidentNotice`)
  await opa.getByLabel('Public notice').fill('Los mensajes de hoy no son de esta oficina.')
  await opa.getByLabel('Language of the notice').selectOption('es')
  await opa.getByLabel('Reason').fill('For those who read Spanish.')
  await send(opa, 'The notice is on its way to the public page.')

  const director = await pages.open('director-fema', `${incident}/resolveIncident`)
  await pages.picture(director, 'incident-resolve-early')
  for (const step of ['Look at the other accounts.', 'Change the passwords.']) {
    await pages.open('director-fema', `${incident}/recordRecoveryStep`)
    await director.getByLabel('Step').selectOption({ label: step })
    await director.getByLabel('How it was done').fill('By the two administrators.')
    await send(director, 'The step was recorded.')
  }
  await pages.open('opa', `${incident}/resolveIncident`)
  await opa.getByLabel('Outcome').selectOption('CONTROL_REGAINED')
  await opa.getByLabel('After-action report').fill('A reused password. It is no longer shared.')
  await send(opa, 'The incident was settled.')
  await opa.getByText('A reused password.').first().waitFor()
  await pages.picture(opa, 'incident-settled')
})

test('IV.A.5: anybody reports an impostor; the names are compared, and Public Affairs settles it with the platform', async () => {
  const employee = await pages.open('employee', '/incidents/report')
  await employee.getByLabel('The impostor’s address').fill('not an address')
  await employee.getByLabel('Evidence').fill('It asks people for money.')
  await employee.locator('form.change-form button[type="submit"]').click()
  await employee.locator('[role="alert"]').first().waitFor()
  await pages.picture(employee, 'impostor-refused')
  await employee.getByLabel('The impostor’s address').fill('https://x.com/femaregionl')
  await send(employee, 'The report was sent.')
  const incident = await pathOfReport(employee)
  await pages.picture(employee, 'impostor')
  const opa = await pages.open('opa', `${incident}/resolveIncident`)
  await opa.getByLabel('Outcome').selectOption('IMPOSTOR_REMOVED')
  await opa.getByLabel('After-action report').fill('The platform took it down.')
  await opa.getByLabel('The platform’s reference').fill('Case 7')
  await send(opa, 'The incident was settled.')
  await opa.getByText('Case 7').first().waitFor()
})
