import type { AccountSubject, Shortfall } from '../compliance/compliance.ts'
import { gapsByHand, gapWords, type LawGap } from './law-standing.ts'

/**
 * What is amiss with an account's checklist, as one finding whatever the number of items (V.A.2). What the registry
 * tells by itself is found by checks of its own, each under its clause, and not again here.
 */
export function findLawGaps(
  { standards, lawAnswers, unclaimed }: Pick<AccountSubject, 'standards' | 'lawAnswers' | 'unclaimed'>,
  now: Date,
): Shortfall | null {
  const gaps = gapsByHand(standards.law, lawAnswers, now)
  return gaps.length === 0 ? null : { message: shortfallText(gaps, unclaimed), clauses: ['V.A.2'] }
}

function shortfallText(gaps: readonly LawGap[], unclaimed: boolean): string {
  if (unclaimed) return 'Nobody has claimed it, so that nobody answers its checklist of law and policy.'
  return `Its checklist of law and policy is not in order: ${gapWords(gaps)}.`
}
