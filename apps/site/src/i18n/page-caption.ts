import type { Page } from '../links/pages.ts'
import type { Language } from './language.ts'
import { formatCount, messagesFor } from './language.ts'

/** Names a table of accounts by how many there are and, when they are cut into pages, by the page. */
export function pageCaption(language: Language, page: Page<unknown>): string {
  const t = messagesFor(language)
  const accounts = t.count.accounts(page.total, formatCount(language, page.total))
  return page.count === 1 ? accounts : `${accounts}, ${t.table.page(page.number, page.count)}`
}

/** The title of one page of a list: later pages say which they are. */
export function pageTitle(language: Language, title: string, page: Page<unknown>): string {
  return page.number === 1 ? title : `${title} (${messagesFor(language).table.page(page.number, page.count)})`
}
