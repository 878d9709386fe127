import { unrecordedSlug } from '../browse/facet-slug.ts'
import { getFacets } from '../browse/facets.ts'
import { getDirectory } from '../data/directory.ts'
import { facetName } from '../i18n/facet-title.ts'
import type { Language } from '../i18n/language.ts'
import { messagesFor } from '../i18n/language.ts'
import type { SearchFilter } from './search-tags.ts'

/** One select of the search and what can be chosen in it. */
export interface SearchChoice {
  readonly name: SearchFilter
  readonly label: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

/** Every value that at least one account has, and every status. */
export async function searchChoices(language: Language): Promise<SearchChoice[]> {
  const { table, account } = messagesFor(language)
  const [{ components, platforms, accounts }, facets] = await Promise.all([getDirectory(), getFacets()])
  const usedComponents = new Set(accounts.map(({ component }) => component.slug))
  const usedPlatforms = new Set(accounts.map(({ platform }) => platform.slug))
  const facetOptions = (name: keyof typeof facets) =>
    facets[name].map((list) => ({ value: list.value ?? unrecordedSlug, text: facetName(language, list) }))
  return [
    {
      name: 'component',
      label: table.component,
      options: components
        .filter(({ slug }) => usedComponents.has(slug))
        .map(({ slug, name }) => ({ value: slug, text: name })),
    },
    {
      name: 'platform',
      label: table.platform,
      options: platforms
        .filter(({ slug }) => usedPlatforms.has(slug))
        .map(({ slug, name }) => ({ value: slug, text: name })),
    },
    { name: 'language', label: account.language, options: facetOptions('languages') },
    { name: 'topic', label: account.topics, options: facetOptions('topics') },
    { name: 'status', label: table.status, options: facetOptions('status') },
  ]
}
