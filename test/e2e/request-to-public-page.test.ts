import { join } from 'node:path'
import { realpathSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { startFilledProduct } from './first-start.ts'
import { answerChecklist } from './law-checklist-form.ts'
import { choosePerson, doAction, signIn } from './persona.ts'
import { findInSite } from './public-site-privacy.ts'
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

// Real: the register archives FEMA's account on X while fema.gov links it.
const ADDRESS = 'https://twitter.com/fema'
const SLUG = 'x-fema'
// Stand in for what only the department may read; each would betray a leak by itself.
const INTERNAL = {
  missionArea: 'canary-mission-area',
  justification: 'canary-justification',
  audience: 'canary-audience',
  capture: 'canary-capture',
  staffing: 'canary-staffing',
}
const PURPOSE = 'Tells the public before, during and after disasters.'

/** Checks the address on the public site, as a visitor does, and waits for the answer. */
async function expectAnswer(page: Page, answer: string): Promise<void> {
  await page.goto(`${product.url}/verify/`)
  await page.locator('main input').first().fill(ADDRESS)
  await page.keyboard.press('Enter')
  await page.locator('.verify-outcome', { hasText: answer }).first().waitFor()
}

test('an account is not listed before it is approved, and the public is told what is known', async () => {
  const page = await browser.newPage()
  await expectAnswer(page, 'Not listed')
  expect((await page.goto(`${product.url}/accounts/${SLUG}/`))?.status()).toBe(404)
  await page.close()
})

test('a request goes through director, Chief Information Officer, Public Affairs and Assistant Secretary to the public page', async () => {
  const manager = await signIn(browser, product.url, 'manager-fema', '/admin/accounts/request')
  await manager.getByLabel('Address of the account').fill(ADDRESS)
  const component = manager.getByLabel('Component')
  const fema = component.locator('option', { hasText: 'FEMA' })
  await component.selectOption(await fema.getAttribute('value'))
  await manager.getByLabel('Name', { exact: false }).first().fill('FEMA')
  await manager.getByRole('textbox', { name: 'Mission purpose' }).fill(PURPOSE)
  await manager.getByLabel('Mission area').fill(INTERNAL.missionArea)
  await manager.getByLabel('Why no existing account serves').fill(INTERNAL.justification)
  await manager.getByLabel('Audience').fill(INTERNAL.audience)
  await manager.getByLabel('Official outlet').fill('https://www.fema.gov/')
  await manager.getByLabel('Comment policy').fill('https://www.fema.gov/comment-policy')
  await manager.getByLabel('Privacy notice').fill('https://www.fema.gov/privacy')
  await manager.getByLabel('Language').fill('en')
  await manager.getByLabel('Number of administrators').fill('2')
  await manager.getByLabel('How records are captured').fill(INTERNAL.capture)
  await manager.getByLabel('Who will administer it').fill(INTERNAL.staffing)
  for (const question of [
    'Will it remove comments',
    'Will it show or name members',
    'Does it address a group',
  ]) {
    await manager.getByLabel(question).selectOption('NO')
  }
  // Operational use is refused by its clause, and nothing typed is lost.
  await manager.getByLabel('Use', { exact: false }).selectOption('OPERATIONAL')
  await manager.getByRole('button', { name: 'Send the request' }).click()
  expect(await manager.getByRole('alert').innerText()).toContain('II.B')
  expect(await manager.getByRole('textbox', { name: 'Mission purpose' }).inputValue()).toBe(PURPOSE)
  await manager.getByLabel('Use', { exact: false }).selectOption('PUBLIC_COMMUNICATION')
  await manager.getByRole('button', { name: 'Send the request' }).click()
  await manager.waitForURL(`**/admin/accounts/${SLUG}*`)

  const nothing = async () => {}
  const aspa = await signIn(browser, product.url, 'aspa', `/admin/accounts/${SLUG}`)
  await aspa.getByText('Requested', { exact: true }).first().waitFor()

  const director = await signIn(browser, product.url, 'director-fema')
  await doAction(director, product.url, SLUG, 'endorseAccount', nothing, 'The request was endorsed.')
  const cio = await signIn(browser, product.url, 'cio')
  await doAction(cio, product.url, SLUG, 'attestAccountSecurity', nothing, 'The attestation was recorded.')
  await answerChecklist(manager, product.url, SLUG)
  const opa = await signIn(browser, product.url, 'opa')
  await doAction(opa, product.url, SLUG, 'permitAccount', nothing, 'Permission was given.')
  await doAction(aspa, product.url, SLUG, 'approveAccount', nothing, 'The account was approved.')
  await doAction(
    director,
    product.url,
    SLUG,
    'assignPrimaryContact',
    (page) => choosePerson(page, 'Persona Manager FEMA'),
    'The primary contact was named.',
  )
  await doAction(manager, product.url, SLUG, 'activateAccount', nothing, 'The account is active.')

  const visitor = await browser.newPage()
  await expect
    .poll(async () => (await visitor.goto(`${product.url}/accounts/${SLUG}/`))?.status(), {
      timeout: 90_000,
      interval: 1_000,
    })
    .toBe(200)
  expect(await visitor.locator('main').innerText()).toContain(PURPOSE)
  await expectAnswer(visitor, 'Official')
})

test('no person and nothing internal stands in the built site', async () => {
  const site = realpathSync(join(product.dataDir, 'site/current'))
  const people = ['Persona ', 'manager-fema', 'director-fema']
  expect(await findInSite(site, [...people, ...Object.values(INTERNAL)])).toEqual([])
  // The search finds what is public: it could have failed.
  expect((await findInSite(site, [PURPOSE])).length).toBeGreaterThan(0)
})
