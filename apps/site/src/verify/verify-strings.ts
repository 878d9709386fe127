import type { Language } from '../i18n/language.ts'
import { localPath } from '../i18n/language.ts'
import type { Messages } from '../i18n/messages.ts'

type Said =
  | 'empty'
  | 'loading'
  | 'failed'
  | 'understood'
  | 'matches'
  | 'similar'
  | 'reasons'
  | 'next'
  | 'steps'
  | 'links'
  | 'outcomes'

/** What the script of the page has to say in the page's language: it rides on the form, so one script serves both. */
export interface VerifyStrings extends Pick<Messages['verify'], Said> {
  readonly language: Language
  /** What stands above the department's own notice of an incident. */
  readonly notice: string
  /** What stands there instead once the account is back and its recovery goes on. */
  readonly recovering: string
  readonly paths: Readonly<Record<'accounts' | 'platforms' | 'impostor' | 'missing', string>>
}

/** Gathers them; the paths are those of the language. */
export function verifyStrings(language: Language, { notice, verify }: Messages): VerifyStrings {
  const { empty, loading, failed, understood, matches, similar, reasons, next, steps, links, outcomes } =
    verify
  return {
    language,
    notice: notice.heading,
    recovering: notice.recovering,
    paths: {
      accounts: localPath(language, '/accounts/'),
      platforms: localPath(language, '/platforms/'),
      impostor: localPath(language, '/report-impostor/'),
      missing: localPath(language, '/not-listed/'),
    },
    empty,
    loading,
    failed,
    understood,
    matches,
    similar,
    reasons,
    next,
    steps,
    links,
    outcomes,
  }
}
