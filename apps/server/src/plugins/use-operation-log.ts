import { getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { personIdOf } from '@official-accounts/domain/access/actor'
import type { Metrics } from '../http/metrics.ts'
import { currentRequest } from '../request-scope.ts'

/** One line in the log and one observation for each operation: its name, who asked, how long, the codes of errors. Never variables. */
export function useOperationLog(log: Logger, metrics: Metrics): Plugin {
  return {
    onExecute({ args }) {
      const started = performance.now()
      const kind = getOperationAST(args.document, args.operationName)?.operation ?? 'unknown'
      return {
        onExecuteDone({ result }) {
          const { requestId, actor } = currentRequest()
          const ms = Math.round(performance.now() - started)
          const errors = 'errors' in result && Array.isArray(result.errors) ? result.errors : []
          const codes = [
            ...new Set(errors.map((error) => String(error.extensions?.['code'] ?? 'BAD_USER_INPUT'))),
          ]
          // Named operations are the callers' to name: a label each would let them fill the memory.
          metrics.operations.observe({ kind, outcome: codes[0] ?? 'OK' }, ms / 1000)
          const operation = getOperationAST(args.document, args.operationName)?.name?.value ?? null
          log.info({
            event: 'operation',
            operation,
            kind,
            requestId,
            actor: personIdOf(actor) ?? actor.kind,
            ms,
            codes,
          })
        },
      }
    },
  }
}
