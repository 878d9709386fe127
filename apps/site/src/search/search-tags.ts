import { unrecordedSlug } from '../browse/facet-slug.ts'
import type { Account, Component, Platform } from '../data/directory-model.ts'
import type { Language } from '../i18n/language.ts'
import { shortStanding } from '../i18n/standing.ts'

/** What a page tells the search index about itself beside its text. */
export interface SearchTags {
  readonly kind: 'ACCOUNT' | 'COMPONENT' | 'PLATFORM' | 'PAGE'
  /** Values to narrow down by; the same in both languages, so that an address of the search fits both. */
  readonly filters: readonly (readonly [name: SearchFilter, value: string])[]
  /** What a result shows beside its title. */
  readonly meta: readonly (readonly [name: string, value: string])[]
  /** Orders results that no words rank. */
  readonly sort: string | null
}

export const searchFilters = ['component', 'platform', 'language', 'topic', 'status'] as const
export type SearchFilter = (typeof searchFilters)[number]

/** The tags of a page that is no account. */
export function pageTags(kind: Exclude<SearchTags['kind'], 'ACCOUNT'>): SearchTags {
  return { kind, filters: [], meta: [], sort: null }
}

/** The tags of an account's page. What is not recorded can be searched for too. */
export function accountTags(
  language: Language,
  account: Account,
  { component, platform }: { component: Component; platform: Platform },
): SearchTags {
  const topics = account.topics.length > 0 ? account.topics : [unrecordedSlug]
  return {
    kind: 'ACCOUNT',
    filters: [
      ['component', component.slug],
      ['platform', platform.slug],
      ['language', account.language ?? unrecordedSlug],
      ...topics.map((topic) => ['topic', topic] as const),
      ['status', account.status],
    ],
    meta: [
      // A name that only repeats the handle would say it twice.
      ...(account.title === account.handle ? [] : [['name', account.title] as const]),
      ['office', component.code],
      ['platform', platform.name],
      ['status', account.status],
      ['standing', shortStanding(language, account)],
    ],
    sort: account.handle.toLowerCase(),
  }
}
