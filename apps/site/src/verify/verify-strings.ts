import type { Messages } from '../i18n/messages.ts'
import type { Language } from '../i18n/language.ts'

/** What the script of the page has to say in the page's language: it rides on the form, so one script serves both. */
export interface VerifyStrings {
  readonly language: Language
  readonly accountsPath: string
  readonly contactPath: string
  readonly empty: string
  readonly loading: string
  readonly failed: string
  readonly understood: string
  readonly matches: string
  readonly similar: string
  readonly seeAccount: string
  readonly next: string
  readonly nextLink: string
  readonly outcomes: Messages['verify']['outcomes']
}

/** Gathers them; the paths are those of the language. */
export function verifyStrings(
  language: Language,
  { verify }: Messages,
  paths: { accounts: string; contact: string },
): VerifyStrings {
  const { empty, loading, failed, understood, matches, similar, seeAccount, next, nextLink, outcomes } =
    verify
  return {
    language,
    accountsPath: paths.accounts,
    contactPath: paths.contact,
    empty,
    loading,
    failed,
    understood,
    matches,
    similar,
    seeAccount,
    next,
    nextLink,
    outcomes,
  }
}
