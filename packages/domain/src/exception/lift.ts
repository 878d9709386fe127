import type { ClauseId } from '../directive/clauses.ts'
import type { Refusal } from '../errors.ts'
import type { GrantedException } from './exception.ts'

/** One thing the Directive asks. `liftable` where a written exception to the clauses cited may let it pass (V.B.12). */
export interface Check {
  readonly refusal: () => Refusal | null
  readonly liftable: boolean
}

/** What rules answer when exceptions are counted: a refusal, or none and the exceptions that made it so. */
export interface Ruling {
  readonly refusal: Refusal | null
  readonly exceptionIds: readonly string[]
}

/**
 * Asks one thing after the other until one refuses. A refusal is passed over only when every clause it cites is named
 * by an exception in force: what is not named stands, and a statute is never named (V.B.12).
 */
export function rule(inForce: readonly GrantedException[], checks: readonly Check[]): Ruling {
  const used = new Set<string>()
  for (const { refusal: ask, liftable } of checks) {
    const refusal = ask()
    if (refusal === null) continue
    const lifting = liftable && refusal.code === 'POLICY_REFUSAL' ? liftingOf(inForce, refusal.clauses) : null
    if (lifting === null) return { refusal, exceptionIds: [] }
    for (const id of lifting) used.add(id)
  }
  return { refusal: null, exceptionIds: [...used] }
}

function liftingOf(
  inForce: readonly GrantedException[],
  clauses: readonly ClauseId[],
): readonly string[] | null {
  const lifting = clauses.map((clause) => inForce.find((exception) => exception.clauses.includes(clause)))
  const found = lifting.flatMap((exception) => exception?.id ?? [])
  return found.length === clauses.length ? found : null
}
