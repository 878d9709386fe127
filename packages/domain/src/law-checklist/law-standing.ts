import { addDays } from '../policy-setting/policy-setting.ts'
import { policyRefusal, type Refusal } from '../errors.ts'
import { answerOfRecord, isOfRecord, type AccountRecord } from './law-facts.ts'
import type { LawAnswer, LawItem, LawStanding, LawStandard } from './law-checklist.ts'

/** The answer that was given to an item, also to another wording of it. */
export function answerTo(item: LawItem, answers: readonly LawAnswer[]): LawAnswer | null {
  return answers.find(({ itemKey }) => itemKey === item.key) ?? null
}

/** When an answer to the present wording is asked for again; null without one. */
export function askedAgainAt(item: LawItem, answer: LawAnswer | null, periodDays: number): Date | null {
  return answer === null || answer.itemVersion !== item.version
    ? null
    : addDays(answer.answeredAt, periodDays)
}

/** Where an item that people answer stands: a new wording and age ask again (V.A.2). */
export function standingOf(
  item: LawItem,
  answer: LawAnswer | null,
  { periodDays }: Pick<LawStandard, 'periodDays'>,
  now: Date,
): LawStanding {
  if (answer === null) return 'UNANSWERED'
  const again = askedAgainAt(item, answer, periodDays)
  if (again === null) return 'CHANGED'
  return again <= now ? 'AGED' : answer.outcome
}

/** An item that is not in order. */
export interface LawGap {
  readonly item: LawItem
  readonly standing: LawStanding
}

/** The items for people that are unanswered, aged, changed or not met, in their order. */
export function gapsByHand(
  standard: LawStandard,
  answers: readonly LawAnswer[],
  now: Date,
): readonly LawGap[] {
  return standard.items
    .filter(({ fact }) => fact === null)
    .map((item) => ({ item, standing: standingOf(item, answerTo(item, answers), standard, now) }))
    .filter(({ standing }) => standing !== 'MET' && standing !== 'NOT_APPLICABLE')
}

/** An account as its checklist looks at it. */
export interface CheckedAccount extends AccountRecord {
  readonly conduct: { readonly law: LawStandard }
  readonly lawAnswers: readonly LawAnswer[]
}

/**
 * Null when the checklist of a request is in order, so that it may be permitted and approved (V.A.2). Of what the
 * registry tells by itself it asks what the request says; what offices attest or review is asked under their clauses.
 */
export function checkLawChecklist(account: CheckedAccount, now: Date): Refusal | null {
  const { law } = account.conduct
  const recorded = law.items.flatMap((item): LawGap[] =>
    item.fact !== null && isOfRecord(item.fact) && answerOfRecord(item.fact, account).outcome === 'NOT_MET'
      ? [{ item, standing: 'NOT_MET' }]
      : [],
  )
  const gaps = [...gapsByHand(law, account.lawAnswers, now), ...recorded]
  if (gaps.length === 0) return null
  return policyRefusal(`Its checklist of law and policy is not in order: ${gapWords(gaps)}.`, 'V.A.2')
}

const WORDS: Readonly<Record<LawStanding, string>> = {
  MET: 'met',
  NOT_APPLICABLE: 'does not apply',
  NOT_MET: 'not met',
  UNANSWERED: 'not answered',
  CHANGED: 'asked anew',
  AGED: 'answered too long ago',
}

/** Items that are not in order, by their keys and why. */
export function gapWords(gaps: readonly LawGap[]): string {
  return gaps.map(({ item, standing }) => `${item.key} (${WORDS[standing]})`).join(', ')
}
