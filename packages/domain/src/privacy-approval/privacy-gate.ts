import { policyRefusal, type Refusal } from '../errors.ts'
import { isSameText, personalTexts, textOf, type NamedWording } from './personal-names.ts'
import {
  isCleared,
  type AccountText,
  type AccountWording,
  type MonitoredHolder,
  type PrivacyAnswer,
} from './privacy-approval.ts'

/** An account as the gate looks at it: its texts, and what the Chief Privacy Officer has answered about them. */
export interface NamedAccountFacts extends NamedWording {
  readonly privacyAnswers: readonly PrivacyAnswer[]
}

const WORDS = { HANDLE: 'handle', TITLE: 'name', PURPOSE: 'description' } as const satisfies Record<
  AccountText,
  string
>

/** The texts that name a person and that no approval in force is about: it holds for that very text alone (IV.C.2). */
export function unclearedTexts(account: NamedAccountFacts, now: Date): readonly AccountText[] {
  return personalTexts(account).filter(
    (text) => !isTextCleared(text, account.wording, account.privacyAnswers, now),
  )
}

/**
 * No text that names a person is used before the Chief Privacy Officer has approved it, or found it to be no personal
 * information. A veto: no exception and no delegation passes it (IV.C.2).
 */
export function checkNamesCleared(account: NamedAccountFacts, now: Date): Refusal | null {
  return refuseTexts(unclearedTexts(account, now))
}

/** The same of texts that are written anew; those that stay as they are do not hold up what else is corrected. */
export function checkNewNamesCleared(
  account: NamedAccountFacts,
  changed: readonly AccountText[],
  now: Date,
): Refusal | null {
  return refuseTexts(unclearedTexts(account, now).filter((text) => changed.includes(text)))
}

/** What is said of texts that name a person without approval; null where there are none. */
export function unclearedMessage(texts: readonly AccountText[]): string | null {
  if (texts.length === 0) return null
  const named = texts.map((text) => `the ${WORDS[text]}`).join(' and ')
  const verb = texts.length === 1 ? 'names' : 'name'
  const sentence = `${named} ${verb} a person, and no approval of the Chief Privacy Officer for that very text is in force.`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function refuseTexts(texts: readonly AccountText[]): Refusal | null {
  const message = unclearedMessage(texts)
  return message === null ? null : policyRefusal(message, 'IV.C.2')
}

function isTextCleared(
  text: AccountText,
  wording: AccountWording,
  answers: readonly PrivacyAnswer[],
  now: Date,
): boolean {
  return answers.some((answer) => {
    const { handle, title, purpose } = answer
    const asked = { HANDLE: handle, TITLE: title, PURPOSE: purpose }[text]
    return asked !== null && isCleared(answer, now) && isSameText(text, asked, textOf(text, wording))
  })
}

/** A record of access as the gate looks at it. */
export interface MonitoringFacts {
  readonly kind: 'MANAGE' | 'MONITOR'
  readonly monitored: readonly { readonly profileUrl: string; readonly holder: MonitoredHolder }[]
  readonly privacyAnswers: readonly PrivacyAnswer[]
}

/** People are looked at only with the Chief Privacy Officer’s approval of each of their accounts (IV.C.2). */
export function checkMonitoringCleared(access: MonitoringFacts, now: Date): Refusal | null {
  if (access.kind === 'MANAGE') return null
  if (access.monitored.some(({ holder }) => holder === 'UNSTATED')) {
    return policyRefusal('It does not say whether the accounts are those of individuals: ask anew.', 'IV.C.2')
  }
  const cleared = new Set(
    access.privacyAnswers
      .filter((answer) => isCleared(answer, now))
      .flatMap(({ profileUrls }) => profileUrls),
  )
  return individualUrls(access).every((url) => cleared.has(url))
    ? null
    : policyRefusal(
        'It looks at accounts of individuals, and no approval of the Chief Privacy Officer for these accounts is in force.',
        'IV.C.2',
      )
}

/** The addresses of the individuals’ accounts that are looked at. */
export function individualUrls({ monitored }: Pick<MonitoringFacts, 'monitored'>): string[] {
  return monitored.filter(({ holder }) => holder === 'INDIVIDUAL').map(({ profileUrl }) => profileUrl)
}
