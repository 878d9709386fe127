import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Metrics } from '../http/metrics.ts'
import { currentRequest } from '../request-scope.ts'
import { reportOperation } from './report-operation.ts'

/** Reports each operation once it is answered. */
export function useOperationLog(log: Logger, metrics: Metrics): Plugin {
  return {
    onExecute({ args: { document, operationName } }) {
      const started = performance.now()
      return {
        onExecuteDone({ result }) {
          const errors = 'errors' in result && Array.isArray(result.errors) ? result.errors : []
          const codes = [
            ...new Set(errors.map((error) => String(error.extensions?.['code'] ?? 'BAD_USER_INPUT'))),
          ]
          reportOperation({ log, metrics }, { document, operationName, ...currentRequest(), started, codes })
        },
      }
    },
  }
}
