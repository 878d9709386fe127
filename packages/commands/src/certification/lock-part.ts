import {
  answerFactsSelect,
  partFactsSelect,
  questionSelect,
  QUESTION_ORDER,
  toAnswerFacts,
  toPartFacts,
  toQuestions,
} from '@official-accounts/db/facts/certification-facts'
import type { Tx } from '@official-accounts/db/transaction'
import type {
  AnswerFacts,
  CertificationQuestion,
  PartFacts,
} from '@official-accounts/domain/certification/certification'
import { DomainError, notFound } from '@official-accounts/domain/errors'

/** A component's part under its lock, with the answers an act names and the questions they are to. */
export interface LockedAnswers extends PartFacts {
  readonly questions: readonly CertificationQuestion[]
  readonly answers: readonly AnswerFacts[]
}

/** A component's part under its lock. Throws NOT_FOUND. */
export async function lockPart(tx: Tx, partId: string): Promise<PartFacts> {
  await lockPartRow(tx, partId)
  const row = await tx.certificationPart.findFirst({
    relationLoadStrategy: 'join',
    where: { id: partId },
    select: partFactsSelect,
  })
  if (row === null) throw new DomainError(notFound('part of a certification'))
  return toPartFacts(row)
}

/**
 * A component's part under its lock, with some of its accounts. Closing a certification locks every part of it, so that
 * nothing is answered while it is frozen. Throws NOT_FOUND, also when one of the accounts is not in this part.
 */
export async function lockAnswers(
  tx: Tx,
  partId: string,
  accountIds: readonly string[],
): Promise<LockedAnswers> {
  await lockPartRow(tx, partId)
  const row = await tx.certificationPart.findFirst({
    relationLoadStrategy: 'join',
    where: { id: partId },
    select: {
      ...partFactsSelect,
      certification: {
        select: { state: true, questions: { orderBy: QUESTION_ORDER, select: questionSelect } },
      },
      answers: {
        where: { accountId: { in: [...accountIds] } },
        orderBy: { id: 'asc' },
        select: answerFactsSelect,
      },
    },
  })
  if (row === null) throw new DomainError(notFound('part of a certification'))
  if (row.answers.length !== accountIds.length) {
    throw new DomainError(notFound('account in this part of the certification'))
  }
  const questions = toQuestions(row.certification.questions)
  return { ...toPartFacts(row), questions, answers: row.answers.map(toAnswerFacts) }
}

async function lockPartRow(tx: Tx, partId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM certification_part WHERE id = ${partId}::uuid FOR UPDATE`
}
