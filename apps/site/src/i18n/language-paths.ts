import type { Language } from './language.ts'
import { languageParameter, languages } from './language.ts'

interface LanguagePath {
  params: { language: string | undefined }
  props: { language: Language }
}

/** The paths of a page that exists once in each language. */
export function languagePaths(): LanguagePath[] {
  return languages.map((language) => ({
    params: { language: languageParameter(language) },
    props: { language },
  }))
}

/** The paths of pages that exist for each entry in each language. */
export function entryPaths<Params extends Record<string, string | undefined>, Props extends object>(
  entries: readonly { params: Params; props: Props }[],
): { params: Params & LanguagePath['params']; props: Props & LanguagePath['props'] }[] {
  return languagePaths().flatMap((path) =>
    entries.map(({ params, props }) => ({
      params: { ...params, ...path.params },
      props: { ...props, ...path.props },
    })),
  )
}
