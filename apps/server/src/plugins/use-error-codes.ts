import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { currentRequest } from '../request-scope.ts'
import type { ErrorCode } from './refusal.ts'

const OWN: readonly ErrorCode[] = [
  'UNAUTHENTICATED',
  'RATE_LIMITED',
  'COMPLEXITY',
  'BAD_USER_INPUT',
  'INTERNAL',
]
const FAULT = 'Something went wrong here. Try again, and name the request id if it stays.'

/**
 * Replaces an unexpected error by one that says nothing but the request id, and logs it under that id. Only errors
 * made for callers pass: GraphQLError without another error behind it.
 */
export function maskFault(log: Logger): (error: unknown) => Error {
  return function mask(error) {
    if (isForCallers(error)) return error
    const { requestId } = currentRequest()
    log.error({
      event: 'fault',
      requestId,
      err: error instanceof GraphQLError ? (error.originalError ?? error) : error,
    })
    const path = error instanceof GraphQLError ? error.path : undefined
    return new GraphQLError(FAULT, { path, extensions: { code: 'INTERNAL', requestId, unexpected: true } })
  }
}

/** Gives every error one of the published codes: what is not said otherwise is the caller's to put right. */
export function useErrorCodes(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (Array.isArray(result) || !('errors' in result) || !result.errors) return
      setResult({ ...result, errors: result.errors.map(withCode) })
    },
  }
}

function withCode(error: GraphQLError): GraphQLError {
  const { code, originalError, http, ...extensions } = error.extensions
  const known = OWN.find((own) => own === code) ?? 'BAD_USER_INPUT'
  const { nodes, source, positions, path } = error
  // A rule of the library still guesses at what was meant, which tells strangers of fields they did not name.
  const message = error.message.replace(/ Did you mean [^]*$/, '')
  const own = { ...extensions, code: known, http: httpOf(http, originalError !== undefined) }
  return new GraphQLError(message, { nodes, source, positions, path, extensions: own })
}

// A body that could not be read at all is a 400 in either media type; the library knows it by its original error.
function httpOf(http: GraphQLError['extensions']['http'], unreadable: boolean) {
  return http && unreadable ? { ...http, spec: false } : http
}

function isForCallers(error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError)) return false
  return (
    error.originalError === undefined || error.originalError === null || isForCallers(error.originalError)
  )
}
