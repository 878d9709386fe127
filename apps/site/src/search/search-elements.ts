import { choices } from './search-form.ts'
import type { SearchStrings } from './search-strings.ts'
import type { SearchFilter } from './search-tags.ts'

/** What the script works on, and what it says. */
export interface SearchPage {
  readonly form: HTMLFormElement
  readonly results: HTMLElement
  readonly count: HTMLElement
  readonly list: HTMLElement
  readonly more: HTMLButtonElement
  /** Shown when nothing was found. */
  readonly help: HTMLElement
  /** Shown when the words look like an address. */
  readonly hint: HTMLElement
  readonly strings: SearchStrings
  readonly known: Readonly<Record<SearchFilter, readonly string[]>>
  readonly number: Intl.NumberFormat
}

/** Finds the parts of the page; null when one is missing. */
export function findSearchPage(): SearchPage | null {
  const form = document.querySelector<HTMLFormElement>('form[data-search]')
  const results = document.querySelector<HTMLElement>('[data-results]')
  const count = document.querySelector<HTMLElement>('[data-count]')
  const list = document.querySelector<HTMLElement>('[data-list]')
  const more = document.querySelector<HTMLButtonElement>('[data-more]')
  const help = document.querySelector<HTMLElement>('[data-help]')
  const hint = document.querySelector<HTMLElement>('[data-hint]')
  if (!form || !results || !count || !list || !more || !help || !hint) return null
  const strings: SearchStrings = JSON.parse(form.dataset['search'] ?? '')
  const number = new Intl.NumberFormat(document.documentElement.lang)
  return { form, results, count, list, more, help, hint, strings, known: choices(form), number }
}
