import { viewSearch } from '@official-accounts/domain/saved-view/saved-view'
import { stringifySearch } from '../../ui/search-params.ts'
import type { SavedView } from './saved-view.documents.ts'

/** Whose a view is, in a word or two. */
export function ownerWords({ scope, component }: Pick<SavedView, 'scope' | 'component'>): string {
  switch (scope) {
    case 'PERSON':
      return 'yours'
    case 'COMPONENT':
      return component?.code ?? 'a component’s'
    case 'DEPARTMENT':
      return 'everybody’s'
  }
}

/** What a view would keep of an address: its filters, order and columns. */
export function searchToKeep(search: object): string {
  return viewSearch(stringifySearch({ ...search }))
}

/** Whether an address shows what a view holds; the order of its parts says nothing, that of one part's values does. */
export function showsView(search: object, view: Pick<SavedView, 'search'>): boolean {
  return sorted(searchToKeep(search)) === sorted(viewSearch(view.search))
}

function sorted(text: string): string {
  const parts = new URLSearchParams(text)
  parts.sort()
  return parts.toString()
}
