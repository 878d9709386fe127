/**
 * The address when it may stand in an href: https, without user information. Anything else is shown as text, so
 * that no record can place a `javascript:` or `data:` link on a page.
 */
export function httpsHref(value: string | null): string | null {
  if (value === null || !URL.canParse(value)) return null
  const url = new URL(value)
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null
}
