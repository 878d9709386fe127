import { personIdOf, type Actor } from '@official-accounts/domain/access/actor'
import { getOperationAST, type DocumentNode } from 'graphql'
import type { Logger } from 'pino'
import type { Metrics } from '../http/metrics.ts'

/** An operation that has been answered. */
export interface AnsweredOperation {
  readonly document: DocumentNode
  readonly operationName?: string | null | undefined
  readonly requestId: string
  readonly actor: Actor
  /** When it began, by performance.now(). */
  readonly started: number
  /** The codes of its errors, none of them twice. */
  readonly codes: readonly string[]
}

/** One line in the log and one observation for an operation: its name, who asked, how long, the codes of errors. Never variables. */
export function reportOperation(
  { log, metrics }: { readonly log: Logger; readonly metrics: Metrics },
  { document, operationName, requestId, actor, started, codes }: AnsweredOperation,
): void {
  const ms = Math.round(performance.now() - started)
  const node = getOperationAST(document, operationName)
  const kind = node?.operation ?? 'unknown'
  // Named operations are the callers' to name: a label each would let them fill the memory.
  metrics.operations.observe({ kind, outcome: codes[0] ?? 'OK' }, ms / 1000)
  log.info({
    event: 'operation',
    operation: node?.name?.value ?? null,
    kind,
    requestId,
    actor: personIdOf(actor) ?? actor.kind,
    ms,
    codes,
  })
}
