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

test('IV.A.5: a finding is opened by hand, put right with evidence, and closed, each by its own form', async () => {
  const opa = await open('opa', '/admin/findings/open')
  await opa.getByLabel('Component').selectOption({ label: 'CBP, U.S. Customs and Border Protection' })
  await opa.getByLabel('Clause').selectOption({ index: 3 })
  await opa.getByLabel('What is the matter').fill('Personal and official posts were mixed.')
  await send(opa, 'The finding was opened.')
  const finding = new URL(opa.url()).pathname.replace('/admin', '')

  await go(opa, `${finding}/assignCorrectiveAction`)
  await opa.getByLabel('What is to be done').fill('Take the personal posts down.')
  await opa.getByLabel('By this role').selectOption({ label: 'Component public affairs director' })
  await opa.locator('input[name="dueOn"]').fill('2099-01-31')
  await send(opa, 'assigned')

  const director = await open('director-cbp', '/admin/')
  await go(director, '/?queue=CORRECTIVE_ACTION')
  await director.getByRole('link', { name: /^Give the evidence ?: Take the personal posts down/ }).click()
  await director.getByLabel('Evidence', { exact: false }).first().fill('They are gone since this morning.')
  await director.getByLabel('Where it is to be seen').fill('https://www.cbp.gov/newsroom')
  await send(director, 'evidence')

  await go(opa, '/?queue=EVIDENCE')
  const judge = { name: /^Judge the evidence ?: Take the personal posts down/ }
  await opa.getByRole('link', judge).click()
  await opa.waitForURL(/acceptCorrectiveAction/)
  await opa.goto(opa.url().replace('acceptCorrectiveAction', 'returnCorrectiveAction'))
  await opa.getByLabel('Reason').fill('One of them is still there.')
  await send(opa, 'The evidence was returned.')
  await go(director, '/?queue=CORRECTIVE_ACTION')
  await director.getByRole('link', { name: /^Give the evidence ?: Take the personal posts down/ }).click()
  await director.getByText('One of them is still there.').first().waitFor()
  await director.getByLabel('Evidence', { exact: false }).first().fill('That one is gone too.')
  await send(director, 'evidence')

  await go(opa, '/?queue=EVIDENCE')
  await opa.getByRole('link', judge).click()
  await opa.getByLabel('Reason').fill('Seen.')
  await send(opa, 'accepted')
  await go(opa, `${finding}/closeFinding`)
  await opa.getByLabel('Reason').fill('Put right.')
  await send(opa, 'closed')
  for (const page of [opa, director]) await page.context().close()
})

test('IV.A.5: a person’s rights are suspended and restored', async () => {
  const page = await open('aspa', '/admin/people')
  await page.getByRole('searchbox').or(page.getByLabel('Name')).first().waitFor()
  await page
    .getByRole('link', { name: /author.*fema|fema.*author/i })
    .first()
    .click()
  await page.waitForURL(/\/people\/./)
  const person = new URL(page.url()).pathname.replace('/admin', '')
  await go(page, `${person}/suspendPersonRights`)
  await page.getByLabel('Reason').fill('Posted without an approval.')
  await send(page, 'may read and change nothing')
  await go(page, `${person}/restorePersonRights`)
  await page.getByLabel('Reason').fill('It was a mistake of another.')
  await send(page, 'may act again')
  await page.context().close()
})

test('IV.A.1: a number of the policy is set for everything, and for one queue from the ageing of work', async () => {
  const page = await open('aspa', '/admin/settings')
  await page.getByRole('link', { name: /^Change How long nobody may answer/ }).click()
  await page.getByLabel('Value, in days').fill('45')
  await page.getByLabel('Reason').fill('More time for small offices.')
  await send(page, 'The policy setting was changed.')
  await go(page, '/work/queues')
  await page
    .getByRole('link', { name: /Due after, days, Accounts to endorse|Due after, days, .*endorse/i })
    .click()
  expect(await page.getByLabel('Value, in days').inputValue()).toBe('14')
  await page.getByLabel('Value, in days').fill('9')
  await page.getByLabel('Reason').fill('It holds up everything after it.')
  await send(page, 'The policy setting was changed.')
  await go(page, '/settings')
  await page.getByRole('rowheader', { name: /in the queue “Endorsement”$/ }).waitFor()
  await page.context().close()
})

test('REP.2: the scorecard tells each clause and component, and leads to its findings', async () => {
  const page = await open('opa', '/admin/compliance')
  await page.getByRole('table', { name: 'Compliance by clause', exact: true }).waitFor()
  await page.getByRole('link', { name: /^OIG.4 / }).click()
  await page.getByText('It has no policy of its own.').first().waitFor()
  await page.context().close()
})
