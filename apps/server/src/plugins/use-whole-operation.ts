import type { RequestContext } from '@official-accounts/schema/context'
import { executeWhole } from '@official-accounts/schema/whole-operation/execute'
import type { ExecutionArgs, ExecutionResult } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { KnownReads } from '../known-reads/known-read.ts'
import { currentRequest } from '../request-scope.ts'

/** A result whose JSON text is at hand; yoga sends what `stringify` gives. */
interface TextResult extends ExecutionResult {
  readonly stringify: (result: ExecutionResult) => string
}

/**
 * Answers hot operations by one statement whose text is sent as it is. All else, and whatever goes wrong on this way,
 * is executed the ordinary way. What a signed-in caller was answered so is a known read from then on.
 */
export function useWholeOperation(log: Logger, knownReads: KnownReads): Plugin<RequestContext> {
  const answered = new WeakMap<Request, ExecutionArgs & { readonly query: string | undefined }>()
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      setExecuteFn(async () => {
        try {
          const answer = await executeWhole(args)
          if ('data' in answer) {
            const { request, params, actor } = args.contextValue
            if (actor.kind !== 'ANONYMOUS') answered.set(request, { ...args, query: params.query })
            return textResult(answer.data)
          }
        } catch (error) {
          log.error({ event: 'whole operation failed', requestId: currentRequest().requestId, err: error })
        }
        return executeFn(args)
      })
    },
    onResponse({ request, response }) {
      const { schema, document, query, operationName = null } = answered.get(request) ?? {}
      const contentType = response.headers.get('content-type')
      if (!schema || !document || query === undefined || contentType === null) return
      const accept = request.headers.get('accept') ?? ''
      knownReads.remember({ accept, query, operationName }, { schema, document, operationName, contentType })
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
