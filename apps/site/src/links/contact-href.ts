import { httpsHref } from './https-href.ts'

/**
 * A link for the configured contact: mail for an address with an @, the page for https, null for other text. A subject
 * is put into the mail and left out of a page's address.
 */
export function contactHref(contact: string, subject?: string): string | null {
  if (!/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(contact)) return httpsHref(contact)
  return subject === undefined
    ? `mailto:${contact}`
    : `mailto:${contact}?subject=${encodeURIComponent(subject)}`
}
