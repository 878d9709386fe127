import { httpsHref } from './https-href.ts'

/** A link for the configured contact: mail for an address with an @, the page for https, null for other text. */
export function contactHref(contact: string): string | null {
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(contact)) return `mailto:${contact}`
  return httpsHref(contact)
}
