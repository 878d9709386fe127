import type { Page } from 'playwright-core'
import { doAction } from './persona.ts'

/** Answers yes to all that an account's checklist of law and policy asks of the one whose page it is (V.A.2). */
export async function answerChecklist(page: Page, url: string, slug: string): Promise<void> {
  async function answerAll(form: Page): Promise<void> {
    for (const field of await form.locator('form select').all()) await field.selectOption('MET')
  }
  await doAction(page, url, slug, 'answerLawChecklist', answerAll, 'The answers were kept.')
}
