import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formAnswers } from '../support/act.ts'
import { lawAnswers } from '../support/law-answers.ts'
import { launchChromium } from '../support/chromium.ts'
import { askFrom } from './made-records.ts'
import { choosePerson, doAction, signIn } from './persona.ts'
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

// Real: imported, of CBP, and claimed in the first test.
const SLUG = 'x-cbp'
const nothing = async () => {}

/** A persona's own browser, signed in once, at a page of the admin client. */
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

/** Sends a mutation as a persona without its form, and answers with the record. */
async function make(persona: string, mutation: string, type: string, input: object) {
  const page = pages.get(persona) ?? (await open(persona, '/admin/'))
  const document = `mutation ($input: ${type}!) { made: ${mutation}(input: $input) { ... on Account { id slug } ... on Error { message } } }`
  const answer = await askFrom<{ made: { id: string; slug: string; message?: string } }>(page, document, {
    input,
  })
  expect(answer.data.made.message, mutation).toBeUndefined()
  return answer.data.made
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('IV.B.3: a security policy is published, and an account is attested against it', async () => {
  const cio = await open('cio', '/admin/security-policies/publish')
  await cio.getByLabel('Title').fill('How accounts are secured')
  await cio.getByLabel('What it asks of accounts').fill('Sign in with more than one factor.')
  await send(cio, 'The security policy was published.')

  const manager = await open('manager-cbp', '/admin/')
  await doAction(manager, product.url, SLUG, 'claimAccount', nothing, 'The account was claimed.')
  await manager.goto(`${product.url}/admin/accounts/${SLUG}/attestAccountSecurityPolicy`)
  await manager.getByLabel('Signing in takes more than one factor').selectOption('NO')
  await manager.getByLabel('How the credential is kept').selectOption('DEPARTMENT_VAULT')
  await manager.getByLabel('Shared credential last changed').fill('2026-01-31')
  await manager.getByLabel('Domain of the recovery address').fill('cbp.dhs.gov')
  await manager.getByLabel('Number of administrators').fill('2')
  await manager.locator('form button[type="submit"]').click()
  expect(await manager.getByRole('alert').first().innerText()).toContain('IV.B.3')
  await manager.getByLabel('Signing in takes more than one factor').selectOption('YES')
  await picture(manager, 'attest')
  await send(manager, 'The security of the account was attested.')
  await manager.getByText('cbp.dhs.gov').first().waitFor()
})

test('V.B.8: control of an account is handed over, and the page names who answers from now on', async () => {
  const director = await open('director-cbp', `/admin/accounts/${SLUG}/handOverContact`)
  await choosePerson(director, 'Persona Author CBP')
  await director.getByLabel('Reason').fill('Another takes the account over, as the test has it.')
  await picture(director, 'hand-over')
  await send(director, 'The account was handed over.')
  await director.goto(`${product.url}/admin/accounts/${SLUG}?tab=contacts`)
  const current = director.getByRole('row', { name: /Persona Author CBP/ })
  await current.first().waitFor()
})

test('V.B.12: an exception is asked for in writing, and Public Affairs decides it', async () => {
  const manager = await open('manager-cbp', `/admin/accounts/${SLUG}`)
  const { data } = await askFrom<{ account: { id: string } }>(manager, `{ account(slug: "${SLUG}") { id } }`)
  await open('manager-cbp', `/admin/exceptions/request?account=${encodeURIComponent(data.account.id)}`)
  await manager.locator('label', { hasText: 'V.B.10' }).click()
  await manager.getByLabel('Why').fill('The office has no website of its own yet.')
  await manager.getByLabel('Until').fill('2020-01-01')
  await manager.locator('form button[type="submit"]').click()
  await manager.getByRole('alert').first().waitFor()
  await manager.getByLabel('Until').fill('2098-01-01')
  await picture(manager, 'exception')
  await send(manager, 'The request was sent. The Office of Public Affairs is next.')
  await manager.waitForURL(/\/admin\/exceptions\/(?!request)/)

  const path = new URL(manager.url()).pathname
  const opa = await open('opa', `${path}/decideException`)
  await opa.getByLabel('Decision').selectOption('GRANT')
  await opa.getByLabel('Reason').fill('Until the site is up, as the test has it.')
  await picture(opa, 'decide-exception')
  await send(opa, 'The decision was recorded.')
  await manager.goto(product.url + path)
  await manager.getByText('Granted').first().waitFor()
})

test('IV.A.4: a delegation that is revoked stops a decision whose page is open already', async () => {
  const { id, slug } = await permittedAccount()
  const aspa = await open('aspa', `/admin/delegations/record/APPROVAL?account=${encodeURIComponent(id)}`)
  await choosePerson(aspa, 'Persona Director CBP')
  await aspa.getByLabel('Written authority').fill('Memorandum 7, as the test has it')
  await aspa.getByLabel('Reason').fill('For the time of a leave.')
  await picture(aspa, 'delegation')
  await send(aspa, 'It was recorded.')
  await aspa.waitForURL(/\/admin\/delegations\/(?!record)/)

  const director = await open('director-cbp', `/admin/accounts/${slug}/approveAccount`)
  await director.locator('form button[type="submit"]').waitFor()
  expect(await director.getByText('IV.A.2').count(), 'nothing stands in the way yet').toBe(0)
  await aspa.goto(`${product.url}${new URL(aspa.url()).pathname}/revoke`)
  await aspa.getByLabel('Reason').fill('The leave was short.')
  await send(aspa, 'It was revoked: the next decision no longer counts it.')

  await director.locator('form button[type="submit"]').click()
  const said = director.getByRole('alert').first()
  await said.waitFor()
  await picture(director, 'stale-decision')
  expect(await said.innerText()).toMatch(/It needs one of these roles[\s\S]*IV\.A\.2/)
  await director.goto(`${product.url}/admin/accounts/${slug}`)
  await director.getByText('Endorsed').first().waitFor()
})

/** A new account of CBP that waits for its approval alone. */
async function permittedAccount(): Promise<{ id: string; slug: string }> {
  const { data } = await askFrom<{ components: { id: string; code: string }[] }>(
    await open('manager-cbp', '/admin/'),
    '{ components { id code } }',
  )
  const account = await make('manager-cbp', 'requestAccount', 'RequestAccountInput', {
    componentId: data.components.find(({ code }) => code === 'CBP')?.id,
    profileUrl: 'https://x.com/TestOfficeForms',
    title: 'An account of this test',
    useCategory: 'PUBLIC_COMMUNICATION',
    purpose: 'Tell travelers about waiting times at one crossing.',
    missionArea: 'Trade and travel',
    justification: 'The national account cannot post for a single crossing.',
    audience: 'Travelers at this crossing.',
    language: 'en',
    administrators: 2,
    officialOutletUrl: 'https://www.cbp.gov/travel',
    commentPolicyUrl: 'https://www.cbp.gov/comment-policy',
    privacyNoticeUrl: 'https://www.cbp.gov/privacy',
    recordsCaptureMethod: 'Every post is exported once a day.',
    answers: formAnswers(),
  })
  const accountId = account.id
  await make('director-cbp', 'endorseAccount', 'AccountDecisionInput', { accountId })
  await make('cio', 'attestAccountSecurity', 'AttestAccountSecurityInput', { accountId })
  await make('manager-cbp', 'answerLawChecklist', 'AnswerLawChecklistInput', {
    accountId,
    checklistVersion: 1,
    answers: lawAnswers(),
  })
  await make('opa', 'permitAccount', 'AccountDecisionInput', { accountId })
  return account
}
