import type { Actor } from '../access/actor.ts'
import type { AccountFacts } from '../account/account.ts'
import { checkLawAnswerer } from './law-answer-rules.ts'
import { answerByFact, type AccountEvidence } from './law-facts.ts'
import type { LawItem, LawOutcome, LawStanding } from './law-checklist.ts'
import { answerTo, askedAgainAt, standingOf } from './law-standing.ts'

/** An item as it stands for an account, for somebody who reads it. */
export interface ReadLawItem {
  readonly item: LawItem
  readonly standing: LawStanding
  /** What was answered last, also to another wording. */
  readonly outcome: LawOutcome | null
  /** What is on record and answers it; null where people do. */
  readonly evidence: string | null
  readonly askedAgainAt: Date | null
  /** Whether it is the reader's to answer. */
  readonly mine: boolean
}

/** The whole checklist of an account, in its order: what people answered and what the registry tells (V.A.2). */
export function readLawChecklist(
  actor: Actor,
  account: AccountFacts,
  evidence: AccountEvidence,
  now: Date,
): readonly ReadLawItem[] {
  const { law } = account.conduct
  return law.items.map((item) => {
    if (item.fact !== null) {
      const { outcome, evidence: words } = answerByFact(item.fact, evidence, now)
      return { item, standing: outcome, outcome, evidence: words, askedAgainAt: null, mine: false }
    }
    const answer = answerTo(item, account.lawAnswers)
    return {
      item,
      standing: standingOf(item, answer, law, now),
      outcome: answer?.outcome ?? null,
      evidence: null,
      askedAgainAt: askedAgainAt(item, answer, law.periodDays),
      mine: checkLawAnswerer(actor, item, account) === null,
    }
  })
}
