import type { SearchState } from './search-state.ts'
import type { SearchFilter } from './search-tags.ts'

/** The state the form stands in. */
export function readForm(form: HTMLFormElement): SearchState {
  const filters: Partial<Record<SearchFilter, string>> = {}
  for (const [name, select] of selects(form)) if (select.value !== '') filters[name] = select.value
  return { words: wordsInput(form)?.value.trim() ?? '', filters }
}

/** Puts a state into the form. */
export function fillForm(form: HTMLFormElement, { words, filters }: SearchState): void {
  const input = wordsInput(form)
  if (input) input.value = words
  for (const [name, select] of selects(form)) select.value = filters[name] ?? ''
}

/** The values that can be chosen for each filter. */
export function choices(form: HTMLFormElement): Record<SearchFilter, string[]> {
  const known: Record<SearchFilter, string[]> = {
    component: [],
    platform: [],
    language: [],
    topic: [],
    status: [],
  }
  for (const [name, select] of selects(form))
    known[name] = [...select.options].map(({ value }) => value).filter((value) => value !== '')
  return known
}

function wordsInput(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('input[name="q"]')
}

function selects(form: HTMLFormElement): [SearchFilter, HTMLSelectElement][] {
  return [...form.querySelectorAll('select')].flatMap((select): [SearchFilter, HTMLSelectElement][] =>
    isFilter(select.name) ? [[select.name, select]] : [],
  )
}

function isFilter(name: string): name is SearchFilter {
  return ['component', 'platform', 'language', 'topic', 'status'].includes(name)
}
