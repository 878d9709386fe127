import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { askFrom } from './made-records.ts'
import { signIn } from './persona.ts'
import { startProduct, type RunningProduct } from './start-product.ts'

let product: RunningProduct
let browser: Browser
const pages = new Map<string, Page>()

beforeAll(async () => {
  product = await startProduct()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

// Real: imported, of CBP.
const SLUG = 'x-cbp'
const NAMED = 'Administrator Jane Doe of CBP'
const ASKED = 'The question was sent. The Chief Privacy Officer is next.'

async function open(persona: string, path: string): Promise<Page> {
  const signedIn = pages.get(persona)
  if (signedIn === undefined) {
    const page = await signIn(browser, product.url, persona, path)
    pages.set(persona, page)
    return page
  }
  await signedIn.goto(product.url + path)
  return signedIn
}

async function send(page: Page, done: string): Promise<void> {
  await page.locator('form button[type="submit"]').click()
  await page.locator('.usa-alert', { hasText: done }).first().waitFor()
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

async function fillQuestion(page: Page): Promise<void> {
  await page.getByLabel('What personal information it is').fill('The name of an official.')
  await page.getByLabel('Whose it is').fill('The head of the office.')
  await page.getByLabel('Why it has to be used').fill('The office is known by it.')
}

async function decide(path: string, decision: string, expiresOn?: string): Promise<Page> {
  const officer = await open('privacy', `${path}/decidePrivacyApproval`)
  await officer.getByLabel('Decision').selectOption(decision)
  if (expiresOn) await officer.getByLabel('Over on').fill(expiresOn)
  await officer.getByLabel('Reason').fill('As the test has it.')
  await picture(officer, `decide-${decision}`)
  await send(officer, 'The decision was recorded.')
  return officer
}

test('IV.C.2: a name in an account is asked about, approved, used, and the approval taken back', async () => {
  const manager = await open('manager-cbp', `/admin/accounts/${SLUG}/updateAccount`)
  await manager.locator('[name="title"]').fill(NAMED)
  await manager.locator('form button[type="submit"]').click()
  expect(await manager.getByRole('alert').first().innerText()).toContain('IV.C.2')
  await picture(manager, 'refused-name')

  await manager.goto(`${product.url}/admin/accounts/${SLUG}`)
  await manager.getByRole('link', { name: 'Ask the Chief Privacy Officer' }).click()
  await manager.getByLabel('Name of the account').fill(NAMED)
  await fillQuestion(manager)
  await picture(manager, 'ask')
  await send(manager, ASKED)
  await manager.waitForURL(/\/admin\/privacy-approvals\/(?!request)/)
  const path = new URL(manager.url()).pathname

  const officer = await decide(path, 'APPROVE', '2098-01-01')
  await officer.goto(product.url + path)
  await officer.getByText(NAMED).first().waitFor()
  await picture(officer, 'approval')

  await manager.goto(`${product.url}/admin/accounts/${SLUG}/updateAccount`)
  await manager.locator('[name="title"]').fill(NAMED)
  await manager.locator('label', { hasText: 'In the name' }).click()
  await send(manager, 'The account was')

  await open('privacy', `${path}/revokePrivacyApproval`)
  await officer.getByLabel('Reason').fill('The official has left.')
  await send(officer, 'The approval was revoked')
  await manager.goto(`${product.url}/admin/accounts/${SLUG}`)
  await manager.getByText('without the Chief Privacy Officer’s approval in force').first().waitFor()
  await picture(manager, 'account')
  await officer.goto(`${product.url}/admin/privacy-approvals`)
  await officer
    .getByRole('row', { name: /Revoked/ })
    .first()
    .waitFor()
  await picture(officer, 'list')
})

test('IV.C.2: another handle says whether it names a person, and is refused without approval', async () => {
  const manager = await open('manager-cbp', `/admin/accounts/${SLUG}/renameAccount`)
  await manager.getByLabel('New address').fill('https://x.com/TestJaneDoeCBP')
  await manager.getByLabel('Whether the new handle names a person').selectOption('YES')
  await manager.locator('form button[type="submit"]').click()
  expect(await manager.getByRole('alert').first().innerText()).toContain('IV.C.2')
})

test('IV.C.2: access to look at individuals waits for the Chief Privacy Officer', async () => {
  const employee = await open('employee', '/admin/access/request')
  await employee.getByLabel('Accounts of individuals to look at').fill('https://x.com/TestNeighbor')
  await employee.getByLabel(/need/i).first().fill('To know which roads are closed.')
  await employee
    .getByLabel(/system/i)
    .first()
    .fill('Department laptop')
  await employee
    .getByLabel(/supervisor/i)
    .first()
    .fill('Office of Field Operations')
  await employee.locator('input[name="expiresOn"], input[type="date"]').first().fill('2098-01-01')
  await picture(employee, 'access')
  await send(employee, 'The request was sent.')
  await employee.waitForURL(/\/admin\/access\/(?!request)/)
  await employee.getByText('no approval of the Chief Privacy Officer').first().waitFor()
  await picture(employee, 'access-page')
  await employee.getByRole('link', { name: 'Ask the Chief Privacy Officer' }).click()
  await fillQuestion(employee)
  await send(employee, ASKED)
  await employee.waitForURL(/\/admin\/privacy-approvals\/(?!request)/)
  await employee.goto(`${employee.url()}/withdrawPrivacyRequest`)
  await employee.getByLabel('Reason').fill('Asked too early, as the test has it.')
  await send(employee, 'The question was withdrawn.')
  const { data } = await askFrom<{ privacyApprovals: { totalCount: number } }>(
    employee,
    '{ privacyApprovals { totalCount } }',
  )
  expect(data.privacyApprovals.totalCount).toBe(1)
})
