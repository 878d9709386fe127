import type { Component } from '../data/directory-model.ts'
import type { Language } from '../i18n/language.ts'
import { localPath } from '../i18n/language.ts'
import type { Messages } from '../i18n/messages.ts'

type Said = 'none' | 'one' | 'many' | 'start' | 'loading' | 'failed' | 'kinds'

/** What the script of the search has to say in the page's language: it rides on the form. */
export interface SearchStrings extends Pick<Messages['search'], Said> {
  /** Folder of the index in this language. */
  readonly indexPath: string
  readonly verifyPath: string
  readonly status: Messages['status']
  /** Components by their short names: whoever types one means the component first. */
  readonly components: readonly { readonly code: string; readonly name: string; readonly path: string }[]
}

/** Gathers them. */
export function searchStrings(
  language: Language,
  { search, status }: Messages,
  components: readonly Component[],
): SearchStrings {
  const { none, one, many, start, loading, failed, kinds } = search
  return {
    indexPath: localPath(language, '/pagefind/'),
    verifyPath: localPath(language, '/verify/'),
    status,
    components: components.map(({ code, name, slug }) => ({
      code,
      name,
      path: localPath(language, `/components/${slug}/`),
    })),
    none,
    one,
    many,
    start,
    loading,
    failed,
    kinds,
  }
}
