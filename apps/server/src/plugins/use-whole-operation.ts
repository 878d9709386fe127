import type { RequestContext } from '@official-accounts/schema/context'
import { executeWhole } from '@official-accounts/schema/whole-operation/execute'
import type { ExecutionResult } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { currentRequest } from '../request-scope.ts'

/** A result whose JSON text is at hand; yoga sends what `stringify` gives. */
interface TextResult extends ExecutionResult {
  readonly stringify: (result: ExecutionResult) => string
}

/**
 * Answers hot operations by one statement whose text is sent as it is. All else, and whatever goes wrong on this way,
 * is executed the ordinary way.
 */
export function useWholeOperation(log: Logger): Plugin<RequestContext> {
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      setExecuteFn(async () => {
        try {
          const answer = await executeWhole(args)
          if ('data' in answer) return textResult(answer.data)
        } catch (error) {
          log.error({ event: 'whole operation failed', requestId: currentRequest().requestId, err: error })
        }
        return executeFn(args)
      })
    },
  }
}

/** The result for whoever looks into it, and its text for the response: it is only parsed when somebody looks. */
function textResult(data: string): TextResult {
  // Kept whole and nothing else: sending makes one string of it, where `data` would stay the thousands it is made of.
  const text = `{"data":${data}}`
  const result: TextResult = {
    get data() {
      return parsed()
    },
    stringify: (sent) => (sent === result ? text : JSON.stringify(sent)),
  }
  let known: ExecutionResult | null = null
  function parsed() {
    known ??= JSON.parse(text) as ExecutionResult
    return known.data
  }
  return result
}
