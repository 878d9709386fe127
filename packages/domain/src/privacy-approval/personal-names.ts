import { namesPerson, personSigns } from '../migration/person-name.ts'
import { ACCOUNT_TEXTS, type AccountText, type AccountWording } from './privacy-approval.ts'

/** An account's texts, and which of them were stated or noticed to name a person when they were written. */
export interface NamedWording {
  readonly wording: AccountWording
  readonly namesPersonIn: readonly AccountText[]
}

/** Which of these texts seem to name a person, as far as the recognizer tells. */
export function noticedTexts({ handle, title, purpose }: AccountWording): readonly AccountText[] {
  const signs = personSigns({ handle, name: title, description: purpose ?? '' })
  const noticed: Readonly<Record<AccountText, boolean>> = {
    HANDLE: signs.some(({ where }) => where === 'HANDLE'),
    TITLE: signs.some(({ where }) => where === 'NAME') || namesPerson(title),
    PURPOSE: namesPerson(purpose ?? ''),
  }
  return ACCOUNT_TEXTS.filter((text) => noticed[text])
}

/** Which texts name a person: what is on record, and what the recognizer notices today. Neither is stated away. */
export function personalTexts({ wording, namesPersonIn }: NamedWording): readonly AccountText[] {
  const noticed = noticedTexts(wording)
  return ACCOUNT_TEXTS.filter((text) => namesPersonIn.includes(text) || noticed.includes(text))
}

/**
 * What to keep on record of texts as they are written: what is stated, what is noticed, and what was known of texts
 * that stay as they are. Only the Chief Privacy Officer finds that such a text is no personal information (IV.C.2).
 */
export function textsToRecord(
  wording: AccountWording,
  stated: readonly AccountText[],
  before: NamedWording | null,
): AccountText[] {
  const kept = before?.namesPersonIn.filter((text) => sameText(text, before.wording, wording)) ?? []
  return [...personalTexts({ wording, namesPersonIn: [...stated, ...kept] })]
}

/** The texts that were written anew. */
export function changedTexts(before: AccountWording, after: AccountWording): readonly AccountText[] {
  return ACCOUNT_TEXTS.filter((text) => !sameText(text, before, after))
}

/** What a text of an account says; null where it says nothing. */
export function textOf(text: AccountText, wording: Partial<AccountWording>): string | null {
  switch (text) {
    case 'HANDLE':
      return wording.handle ?? null
    case 'TITLE':
      return wording.title ?? null
    case 'PURPOSE':
      return wording.purpose ?? null
  }
}

/** Whether a text is the very same: platforms do not tell the letters of a handle apart by their case. */
export function isSameText(text: AccountText, one: string | null, other: string | null): boolean {
  if (text !== 'HANDLE') return one === other
  return (one ?? '').toLowerCase() === (other ?? '').toLowerCase()
}

function sameText(text: AccountText, one: AccountWording, other: AccountWording): boolean {
  return isSameText(text, textOf(text, one), textOf(text, other))
}
