import { readFailure, type Failure } from '@official-accounts/client/result'
import { Alert, AlertHeading, AlertText, Button } from '@trussworks/react-uswds'
import { useEffect } from 'react'
import type { CombinedError } from 'urql'

interface ProblemProps {
  readonly error: CombinedError
  readonly what: string
  readonly onRetry: () => void
}

/**
 * What stands where something would be that could not be read, with what to do next. It is read again by itself once
 * the browser is back on the network.
 */
export function Problem({ error, what, onRetry }: ProblemProps) {
  const failure = readFailure(error)
  const offline = failure.kind === 'OFFLINE'
  useEffect(() => {
    if (!offline) return
    window.addEventListener('online', onRetry)
    return () => window.removeEventListener('online', onRetry)
  }, [offline, onRetry])
  return (
    <Alert type="error" role="alert">
      <AlertHeading level="h2">Could not load {what}</AlertHeading>
      <AlertText>{failureWords(failure)}</AlertText>
      {failure.kind !== 'SESSION_EXPIRED' && (
        <Button type="button" outline onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  )
}

/** A failed request in words, with what to do next. */
export function failureWords(failure: Failure): string {
  switch (failure.kind) {
    case 'SESSION_EXPIRED':
      return 'Your session has ended. Sign in again; what you typed is kept in this browser.'
    case 'OFFLINE':
      return 'The server could not be reached: this browser may be off the network, or the server is being started anew. Wait a moment, then try again; nothing that you typed is lost.'
    case 'RATE_LIMITED':
      return 'Too many requests in a short time. Wait a minute, then try again.'
    case 'REJECTED':
      return failure.message
    case 'FAULT':
      return failure.requestId === null
        ? 'Something went wrong on the server. Try again in a moment.'
        : `Something went wrong on the server. Try again; if it stays, report the request id ${failure.requestId}.`
  }
}
