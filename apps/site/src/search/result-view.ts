import type { SearchResult } from './open-index.ts'
import type { SearchStrings } from './search-strings.ts'

/** One result as an item of the list. All that comes from the index is set as text. */
export function resultItem({ url, meta }: SearchResult, strings: SearchStrings): HTMLLIElement {
  const item = document.createElement('li')
  item.append(titleLink(url, meta['title'] ?? url), ...details(meta, strings))
  return item
}

function titleLink(url: string, title: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.className = 'usa-link result-list__title'
  // The index holds addresses of this site; anything else would lead elsewhere.
  link.href = url.startsWith('/') && !url.startsWith('//') ? url : '#'
  link.textContent = title
  return link
}

function details(meta: SearchResult['meta'], { kinds, status }: SearchStrings): HTMLElement[] {
  const { kind = 'PAGE' } = meta
  if (kind !== 'ACCOUNT') return [line([Object.entries(kinds).find(([name]) => name === kind)?.[1] ?? ''])]
  const state = Object.entries(status).find(([name]) => name === meta['status'])
  const known = line([meta['name'] ?? '', meta['office'] ?? '', meta['standing'] ?? ''])
  return state ? [tag(state[0], state[1]), known] : [known]
}

function tag(status: string, text: string): HTMLSpanElement {
  const element = document.createElement('span')
  element.className = `usa-tag status status--${status.toLowerCase().replaceAll('_', '-')}`
  element.textContent = text
  return element
}

function line(parts: readonly string[]): HTMLParagraphElement {
  const element = document.createElement('p')
  element.className = 'result-list__line'
  element.textContent = parts.filter((part) => part !== '').join(' · ')
  return element
}
