import { writeAnswers } from '@official-accounts/db/facts/certification-rows'
import type { Tx } from '@official-accounts/db/transaction'
import { canonicalJson } from '@official-accounts/domain/audit/canonical-bytes'
import type { AnswerFacts, GivenAnswer } from '@official-accounts/domain/certification/certification'
import type { Permission } from '@official-accounts/domain/access/permissions'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import type { Applied, DecisionContext } from '../command.ts'
import type { LockedAnswers } from './lock-part.ts'

const MOST_ACCOUNTS = 100

/** The accounts of one part that an act answers for, all of them or none. */
export const answeredFields = {
  partId: z.uuid(),
  accountIds: z
    .array(z.uuid())
    .min(1, 'Name at least one account.')
    .max(MOST_ACCOUNTS, `At most ${MOST_ACCOUNTS} accounts at once.`)
    .transform((ids) => [...new Set(ids)].sort()),
}

/** What is written for each account of an act. */
export interface Answering {
  readonly permission: Permission
  readonly unchanged: boolean
  readonly note: string | null
  readonly answers: readonly { readonly of: AnswerFacts; readonly given: readonly GivenAnswer[] }[]
}

/** Writes the answers with the evidence they were given on; an audit entry for each account. */
export async function applyAnswers(
  tx: Tx,
  part: LockedAnswers,
  { permission, unchanged, note, answers }: Answering,
  context: DecisionContext,
): Promise<Applied> {
  const written = answers.map(({ of, given }) => ({ id: of.id, answers: given, evidence: of.evidence }))
  await writeAnswers(tx, part, written, {
    unchanged,
    note,
    answeredById: decider(context),
    now: context.now,
  })
  const [first, ...others] = answers.map(({ of, given }) => ({
    action: permission,
    componentId: part.componentId,
    subjectType: 'CertificationAnswer' as const,
    subjectId: of.id,
    clauses: ['IV.E.3' as const],
    reason: note,
    changes: [
      { field: 'state', before: of.state, after: 'ANSWERED' },
      { field: 'account', before: null, after: of.accountId },
      { field: 'answers', before: null, after: given.map(({ key, value }) => `${key}: ${value}`) },
      { field: 'evidence', before: null, after: canonicalJson(of.evidence) },
    ],
  }))
  if (first === undefined) throw new Error('An answer for no account.')
  return {
    result: { type: 'CertificationPart', id: part.id },
    audit: [first, ...others],
    events: [{ type: 'certification.answered', subjectType: 'CertificationPart', subjectId: part.id }],
  }
}
