import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { openPages, send, type OpenPages } from './forms.ts'
import { choosePerson } from './persona.ts'
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

async function publishGuidance(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label).fill(value)
}

test('IV.A.3, OIG.3: guidance is published, acknowledged, and a new version of it asks again', async () => {
  const opa = await pages.open('opa', '/guidance/publish')
  await opa.getByLabel('Kind').selectOption('GUIDANCE')
  await opa.getByLabel(/^About/).selectOption('PERSONAL_CAPACITY')
  await publishGuidance(opa, {
    Title: 'Personal accounts',
    'What it says': 'Say that you speak for yourself.\nNever post what is not public.',
    'What is new': 'First version.',
    'In force from': '2020-01-01',
  })
  await opa.locator('label', { hasText: 'Account manager' }).click()
  await opa.locator('form.change-form button[type="submit"]').click()
  await opa.locator('.usa-alert--error, [role="alert"]').first().waitFor()
  await pages.picture(opa, 'guidance-refused')
  await opa.getByLabel('In force from').fill(new Date().toISOString().slice(0, 10))
  await send(opa, 'The version is published.')
  const path = new URL(opa.url()).pathname.replace('/admin', '')

  const manager = await pages.open('manager-cbp', path)
  await send(manager, 'Your acknowledgement is on record, dated now.')
  await manager.getByText('You acknowledged it on').waitFor()
  await manager.getByText(/^1 of 1 who have to/).waitFor()
  await pages.picture(manager, 'guidance-acknowledged')

  await pages.open('opa', path)
  await opa.getByRole('link', { name: 'Publish a new version' }).click()
  await publishGuidance(opa, {
    'What it says': 'Say that you speak for yourself.\nUse no official picture.',
    'What is new': 'Pictures.',
  })
  await opa.locator('label', { hasText: 'Account manager' }).click()
  await send(opa, 'The version is published.')
  await pages.open('manager-cbp', path)
  await manager.getByRole('button', { name: 'I have read it and will follow it' }).waitFor()
})

test('IV.A.3: a course is added, completed on record, and ended', async () => {
  const policy = await pages.open('opa', '/training/add')
  await policy.getByLabel('Title').fill('Records on social media')
  await policy.getByLabel('What it teaches').fill('What to capture, and when.')
  await policy.getByLabel('Months a completion counts').fill('12')
  await policy.getByLabel('Whoever answers').selectOption('no')
  await send(policy, 'The course is added.')
  await pages.open('opa', '/training/record')
  await policy.getByLabel('Course').selectOption({ label: 'Records on social media' })
  await choosePerson(policy, 'Persona Manager CBP')
  await policy.getByLabel('On which day').fill('2098-01-01')
  await policy.locator('form.change-form button[type="submit"]').click()
  await policy.locator('[role="alert"]').first().waitFor()
  await pages.picture(policy, 'training-refused')
  await policy.getByLabel('On which day').fill('2026-01-05')
  await policy.getByLabel('What shows it').fill('Certificate 7')
  await send(policy, 'The completion is on record.')
  await policy.getByRole('link', { name: 'End Records on social media' }).click()
  await policy.getByLabel('Reason').fill('Another takes its place.')
  await send(policy, 'The course has ended.')
  await policy.getByRole('row', { name: /Records on social media.*Ended/ }).waitFor()
  await pages.picture(policy, 'training')
})

async function review(persona: string, component: string, outcome: string, done: string): Promise<void> {
  const office = await pages.open(persona, `/component-documents/${component}`)
  await office.getByRole('link', { name: 'Review it' }).first().click()
  await office.getByLabel('What the review found').selectOption(outcome)
  await office.getByLabel('Reason').fill('Read against the guidance in force.')
  await send(office, done)
}

test('IV.E.1, OIG.4: a component submits its process and its policy, offices review them, and one sees it in practice', async () => {
  const director = await pages.open('director-cbp', '/component-documents/cbp/submit?kind=process')
  await director.getByLabel('Title').fill('How CBP publishes')
  await director.getByLabel('What it says').fill('Two people read each post.')
  await send(director, 'It is submitted and waits for its review.')
  await review('opa', 'cbp', 'RETURNED', 'The review is on record.')
  await pages.open('director-cbp', '/component-documents/cbp')
  await director.getByText('Read against the guidance in force.').first().waitFor()
  await director.getByRole('link', { name: 'Submit a version' }).first().click()
  await director.getByLabel('Title').fill('How CBP publishes')
  await director.getByLabel('What it says').fill('Two people read each post, and one of them approves.')
  await send(director, 'It is submitted and waits for its review.')
  await review('opa', 'cbp', 'ALIGNED', 'The review is on record.')

  await pages.open('director-cbp', '/component-documents/cbp/submit?kind=policy')
  await director.getByLabel('Title').fill('How CBP looks at social media')
  await director.getByLabel('What it says').fill('Nobody looks without an approval.')
  await send(director, 'It is submitted and waits for its review.')
  await review('privacy', 'cbp', 'APPROVED', 'The review is on record.')
  const office = await pages.open('privacy', '/component-documents/cbp')
  await office.getByText('How CBP looks at social media').click()
  await office.getByRole('link', { name: 'Confirm that it is in practice' }).click()
  await office.getByLabel('How it was seen in practice').fill('Three managers were asked in May.')
  await send(office, 'The policy is on record as in practice.')
  await pages.picture(office, 'component-documents')
})
