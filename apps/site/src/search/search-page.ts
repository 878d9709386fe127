import { openIndex, type SearchIndex, type SearchResult, type UnreadResult } from './open-index.ts'
import { resultItem } from './result-view.ts'
import { findSearchPage, type SearchPage } from './search-elements.ts'
import { fillForm, readForm } from './search-form.ts'
import { isEmptySearch, looksLikeAddress, readSearchState, writeSearchState } from './search-state.ts'
import type { SearchState } from './search-state.ts'
import type { SearchStrings } from './search-strings.ts'

const shownAtOnce = 20
const typingPause = 300

let opening: Promise<SearchIndex> | undefined
let latest = 0
let unread: readonly UnreadResult[] = []

/** Opens the index once; after a failure the next search tries again. */
function openOnce(folder: string): Promise<SearchIndex> {
  opening ??= openIndex(folder).catch((error: unknown) => {
    opening = undefined
    throw error
  })
  return opening
}

async function show(page: SearchPage, state: SearchState): Promise<void> {
  const { count, list, more, help, hint, strings } = page
  const mine = ++latest
  hint.hidden = !looksLikeAddress(state.words)
  hint.querySelector('a')?.setAttribute('href', `${strings.verifyPath}#q=${encodeURIComponent(state.words)}`)
  if (isEmptySearch(state)) {
    list.replaceChildren()
    more.hidden = help.hidden = true
    count.textContent = strings.start
    return
  }
  count.textContent = strings.loading
  try {
    const results = await (await openOnce(strings.indexPath))(state)
    // What was asked before and answered after is not wanted any more.
    if (mine !== latest) return
    const named = namedComponent(state, strings)
    list.replaceChildren(...(named ? [resultItem(named, strings)] : []))
    unread = results
    help.hidden = results.length > 0
    await showMore(page)
    if (mine === latest) count.textContent = countWords(page, results.length)
  } catch {
    if (mine === latest) count.textContent = strings.failed
  }
}

/** Reads and shows the next results; returns the first of them. */
async function showMore({ list, more, strings }: SearchPage): Promise<HTMLLIElement | undefined> {
  const mine = latest
  const next = unread.slice(0, shownAtOnce)
  unread = unread.slice(shownAtOnce)
  const read = await Promise.all(next.map((result) => result.data()))
  if (mine !== latest) return undefined
  const first = list.querySelector('a')?.getAttribute('href')
  const items = read.filter(({ url }) => url !== first).map((result) => resultItem(result, strings))
  list.append(...items)
  more.hidden = unread.length === 0
  return items[0]
}

/** The component whose short name was typed, when nothing narrows the search down. */
function namedComponent({ words, filters }: SearchState, { components }: SearchStrings): SearchResult | null {
  if (Object.keys(filters).length > 0) return null
  const found = components.find(({ code }) => code.toLowerCase() === words.toLowerCase())
  return found ? { url: found.path, meta: { kind: 'COMPONENT', title: found.name } } : null
}

function countWords({ strings, number }: SearchPage, found: number): string {
  if (found === 0) return strings.none
  return found === 1 ? strings.one : strings.many.replace('{count}', number.format(found))
}

function start(page: SearchPage): void {
  const { form, results, more, known } = page
  let pause: ReturnType<typeof setTimeout> | undefined
  function search(): void {
    clearTimeout(pause)
    const state = readForm(form)
    const query = writeSearchState(state)
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`)
    void show(page, state)
  }
  form.hidden = results.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    search()
  })
  form.addEventListener('change', search)
  form.addEventListener('input', () => {
    clearTimeout(pause)
    pause = setTimeout(search, typingPause)
  })
  more.addEventListener('click', () => {
    void showMore(page).then((item) => item?.querySelector('a')?.focus())
  })
  const state = readSearchState(new URLSearchParams(location.search), known)
  fillForm(form, state)
  void show(page, state)
}

const page = findSearchPage()
if (page) start(page)
