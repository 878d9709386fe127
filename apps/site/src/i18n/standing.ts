import type { Account } from '../data/directory-model.ts'
import type { Language } from './language.ts'
import { formatDay, messagesFor } from './language.ts'

/**
 * What may be said of an account's standing, as sentences. A listing in a register is told as a listing on a date,
 * never as official since then.
 */
export function standingSentences(language: Language, account: Account): string[] {
  const t = messagesFor(language).standing
  if (account.status === 'FORMERLY_OFFICIAL') {
    return [account.retiredOn === null ? t.formerUndated : t.former(formatDay(language, account.retiredOn))]
  }
  const sentences: string[] = []
  if (account.status === 'SUSPENDED') {
    sentences.push(
      account.suspendedOn === null
        ? t.suspendedUndated
        : t.suspended(formatDay(language, account.suspendedOn)),
    )
  }
  if (account.officialSince !== null) sentences.push(t.since(formatDay(language, account.officialSince)))
  else if (account.source !== null)
    sentences.push(listingSentence(language, account.source, account.listedOn))
  sentences.push(
    account.lastConfirmedOn === null
      ? t.unconfirmed
      : t.confirmed(formatDay(language, account.lastConfirmedOn)),
  )
  return sentences
}

/** The same in one short phrase for a table. */
export function shortStanding(language: Language, account: Account): string {
  const { table, unknown } = messagesFor(language)
  if (account.status === 'FORMERLY_OFFICIAL') return phrase(account.retiredOn, table.retiredOn)
  if (account.status === 'SUSPENDED') return phrase(account.suspendedOn, table.suspendedOn)
  if (account.officialSince !== null) return phrase(account.officialSince, table.officialSince)
  return phrase(account.listedOn, table.listedOn)

  function phrase(date: string | null, words: (date: string) => string): string {
    return date === null ? unknown : words(formatDay(language, date))
  }
}

function listingSentence(language: Language, source: string, listedOn: string | null): string {
  const t = messagesFor(language).standing
  return listedOn === null ? t.listedUndated(source) : t.listed(source, formatDay(language, listedOn))
}

/** From when until when an alias was in use, as far as it is known; null when neither day is. */
export function aliasPeriod(language: Language, alias: Account['aliases'][number]): string | null {
  const t = messagesFor(language).account
  const parts = [
    alias.from === null ? null : t.aliasFrom(formatDay(language, alias.from)),
    alias.until === null ? null : t.aliasUntil(formatDay(language, alias.until)),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' ')
}
