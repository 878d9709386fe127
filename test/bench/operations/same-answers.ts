import { createHash } from 'node:crypto'
import { canonicalJson } from '@official-accounts/domain/audit/canonical-bytes'
import type { Contenders } from '../contenders/contenders.ts'
import { ask } from './ask.ts'
import type { Operation, Side } from './operation.ts'

const CHECKED = 40

/** The sides of an operation answered one call differently. */
export class DifferentAnswersError extends Error {
  override readonly name = 'DifferentAnswersError'
}

/**
 * Asks every side the same calls, spread over all there are, and compares digests of the rows in canonical form.
 *
 * @returns how many calls were compared
 * @throws DifferentAnswersError with both answers
 */
export async function checkSameAnswers(operation: Operation, contenders: Contenders): Promise<number> {
  const compared = operation.sides.filter(({ rows }) => rows !== null)
  const [first, ...others] = compared
  if (first === undefined) return 0
  const count = first.calls.length
  if (count === 0 || others.some(({ calls }) => calls.length !== count)) {
    throw new DifferentAnswersError(
      `${operation.id}: the sides have ${compared.map(({ calls }) => calls.length).join(', ')} calls.`,
    )
  }
  const step = Math.max(1, Math.floor(count / CHECKED))
  let asked = 0
  for (let at = 0; at < count; at += step) {
    const expected = await answerOf(first, at, contenders)
    for (const side of others) {
      const answer = await answerOf(side, at, contenders)
      if (digest(answer) === digest(expected)) continue
      throw new DifferentAnswersError(
        `${operation.id}, call ${at}: ${first.name} and ${side.name} differ.\n${canonicalJson(expected).slice(0, 2000)}\n${canonicalJson(answer).slice(0, 2000)}`,
      )
    }
    asked++
  }
  return asked
}

async function answerOf(side: Side, at: number, contenders: Contenders): Promise<unknown> {
  const call = side.calls[at]
  if (call === undefined || side.rows === null) throw new Error(`${side.name} has no call ${at} to compare.`)
  return side.rows(await ask(contenders[side.contender].url, call))
}

function digest(answer: unknown): string {
  return createHash('sha256').update(canonicalJson(answer)).digest('hex')
}
