import type { Browser, Page } from 'playwright-core'

/** A browser of a persona's own, signed in at the development issuer, at a page of the admin client. */
export async function signIn(
  browser: Browser,
  url: string,
  persona: string,
  path = '/admin/',
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${url}/auth/sign-in?returnTo=${encodeURIComponent(path)}`)
  await page.locator(`button[value="${persona}"]`).click()
  await page.waitForURL(`${url}${path}*`)
  return page
}

/** Opens the form of an action on an account, fills it, sends it, and waits for what is said once it is done. */
export async function doAction(
  page: Page,
  url: string,
  slug: string,
  action: string,
  fill: (page: Page) => Promise<void>,
  done: string,
): Promise<void> {
  await page.goto(`${url}/admin/accounts/${slug}/${action}`)
  await page.locator('form button[type="submit"]').waitFor()
  await fill(page)
  await page.locator('form button[type="submit"]').click()
  await page.locator('.usa-alert', { hasText: done }).first().waitFor()
}

/** Finds a person by name in the form's field for one, and chooses them. */
export async function choosePerson(page: Page, name: string): Promise<void> {
  await page.getByLabel('Part of the name').fill(name)
  await page.getByRole('button', { name: 'Find' }).click()
  // The radio button itself lies under its label's own drawing.
  await page.locator('label', { hasText: name }).click()
}
