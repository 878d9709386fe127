import { en } from './en.ts'
import { es } from './es.ts'
import type { Messages } from './messages.ts'

export type Language = 'en' | 'es'

/** The languages of the site; the first one has the addresses without a prefix. */
export const languages = ['en', 'es'] as const satisfies readonly Language[]

const catalogues: Record<Language, Messages> = { en, es }

// Made once: a formatter costs more than the page it is made for.
const formats = { en: formatsOf('en-US'), es: formatsOf('es-US') } satisfies Record<Language, unknown>

/** The interface strings of a language. */
export function messagesFor(language: Language): Messages {
  return catalogues[language]
}

/** The address of a page in a language; `path` begins and ends with a slash. */
export function localPath(language: Language, path: string): string {
  return language === 'en' ? path : `/${language}${path}`
}

/** The rest parameter of a route that stands for a language. */
export function languageParameter(language: Language): string | undefined {
  return language === 'en' ? undefined : language
}

/** A calendar date or an instant as that language writes a day, in UTC. */
export function formatDay(language: Language, value: string): string {
  return formats[language].day.format(new Date(value))
}

/** A whole number as that language groups it. */
export function formatCount(language: Language, value: number): string {
  return formats[language].count.format(value)
}

/** The name of a language given by its BCP 47 tag, in the reader's language; the tag itself when it has none. */
export function formatLanguageName(language: Language, tag: string): string {
  try {
    return formats[language].languageName.of(tag) ?? tag
  } catch {
    return tag
  }
}

function formatsOf(locale: string) {
  return {
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    count: new Intl.NumberFormat(locale),
    languageName: new Intl.DisplayNames(locale, { type: 'language' }),
  }
}
