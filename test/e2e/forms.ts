import type { Browser, Page } from 'playwright-core'
import { signIn } from './persona.ts'

/** Browsers of personas, each signed in once. */
export interface OpenPages {
  /** A persona's own browser at a page of the admin client. */
  open(persona: string, path: string): Promise<Page>
  /** Keeps a picture of the page where SCREENSHOTS names a folder. */
  picture(page: Page, name: string): Promise<void>
}

/** Opens pages of a running product as personas. */
export function openPages(browser: Browser, url: string): OpenPages {
  const pages = new Map<string, Page>()
  return {
    async open(persona, path) {
      const known = pages.get(persona)
      const page = known ?? (await signIn(browser, url, persona, `/admin${path}`))
      pages.set(persona, page)
      if (known) await page.goto(`${url}/admin${path}`)
      await page.locator('h1').waitFor()
      return page
    },
    async picture(page, name) {
      const folder = process.env['SCREENSHOTS']
      if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
    },
  }
}

/** Sends the form, and waits for what is said once the server has taken it. */
export async function send(page: Page, done: string): Promise<void> {
  await page.locator('form.change-form button[type="submit"]').click()
  await page.locator('.usa-alert', { hasText: done }).first().waitFor()
}
