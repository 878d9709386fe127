import { withConnection } from '@official-accounts/db/database-connection'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { startSmtpServer, type SmtpServer } from '../support/smtp-server.ts'
import { openPages, send, type OpenPages } from './forms.ts'
import { askFrom } from './made-records.ts'
import { startProduct, type RunningProduct } from './start-product.ts'

const PATIENCE = { timeout: 120_000, interval: 500 }
let database: TestDatabase
let smtp: SmtpServer
let product: RunningProduct
let browser: Browser
let pages: OpenPages

beforeAll(async () => {
  smtp = await startSmtpServer()
  database = await createTestDatabase()
  product = await startProduct(undefined, undefined, {
    SMTP_URL: smtp.url,
    SMTP_FROM: 'accounts@mail.test',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_PUBLIC_URL: database.publicUrl,
  })
  // A development issuer gives nobody an address.
  await withConnection(database.ownerUrl, (owner) =>
    owner.query(`update person set email = 'opa@mail.test' where display_name = 'Persona OPA'`),
  )
  browser = await launchChromium()
  pages = openPages(browser, product.url)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await smtp?.stop()
  await database?.drop()
})

async function reportImpostor(name: string): Promise<void> {
  const employee = await pages.open('employee', '/incidents/report')
  await employee.getByLabel('The impostor’s address').fill(`https://x.com/${name}`)
  await employee.getByLabel('Evidence').fill('It asks people for money.')
  await send(employee, 'The report was sent.')
}

async function refusedWork(): Promise<number> {
  const admin = await pages.open('admin', '/')
  const { data } = await askFrom<{ workItems: { items: { kind: string }[] } }>(
    admin,
    '{ workItems { items { kind } } }',
  )
  return data.workItems.items.filter(({ kind }) => kind === 'MAIL_REFUSED').length
}

test('refused mail waits for an administrator, who mends the address, and it goes out', async () => {
  smtp.answerTo = (address) => (address === 'opa@mail.test' ? '550 no such mailbox' : '250 ok')
  await reportImpostor('femaregionl')
  await expect.poll(refusedWork, PATIENCE).toBe(1)
  const admin = await pages.open('admin', '/?queue=MAIL_REFUSED')
  await pages.picture(admin, 'mail-refused-work')
  await admin.getByRole('link', { name: /^Mend it or give it up/ }).click()
  await admin.getByLabel('Mended address').fill('not an address')
  await admin.getByLabel('Reason').fill('It was misspelled.')
  await admin.locator('form.change-form button[type="submit"]').click()
  await admin.locator('[role="alert"]').first().waitFor()
  await pages.picture(admin, 'mail-refused-bad-address')
  await admin.getByLabel('Mended address').fill('office@mail.test')
  await send(admin, 'The mail goes out once more.')
  await pages.picture(admin, 'mail-refused-settled')
  const taken = () => smtp.mails.some(({ to }) => to === 'office@mail.test')
  await expect.poll(taken, PATIENCE).toBe(true)
  const reader = await pages.open('opa', '/notifications')
  await reader.getByText('An incident was reported').first().waitFor()
  await pages.picture(reader, 'notifications')
  for (const { subject } of smtp.mails) expect(subject).not.toMatch(/OPA|femaregion/i)
})

test('refused mail that nobody can mend is given up', async () => {
  smtp.answerTo = () => '550 no such mailbox'
  await reportImpostor('femaregionI')
  await expect.poll(refusedWork, PATIENCE).toBe(1)
  const admin = await pages.open('admin', '/?queue=MAIL_REFUSED')
  await admin.getByRole('link', { name: /^Mend it or give it up/ }).click()
  await admin.waitForURL(/resendRefusedMail/)
  await admin.goto(admin.url().replace('resendRefusedMail', 'giveUpRefusedMail'))
  await admin.getByLabel('Reason').fill('The mailbox is closed.')
  await send(admin, 'The mail was given up. Its reader is told here.')
  await admin.getByText('Given up').first().waitFor()
})
