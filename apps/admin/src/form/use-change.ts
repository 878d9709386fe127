import type { ChangeRequest } from '@official-accounts/client/change'
import type { ChangedRecord, Failure, Refusal } from '@official-accounts/client/result'
import { useRef, useState } from 'react'
import { useClient } from 'urql'
import { nextAttempt, type Attempt } from './attempt.ts'
import type { FormValues } from './form-field.ts'
import { sendPatiently } from './send-patiently.ts'

/** Why the last try did not happen. */
export type Hindrance =
  | { readonly kind: 'REFUSED'; readonly refusal: Refusal }
  | { readonly kind: 'FAILED'; readonly failure: Failure }

/** What came of sending: the changed record, a hindrance, or nothing because the one before is still under way. */
export type Sent =
  | { readonly kind: 'DONE'; readonly record: ChangedRecord }
  | { readonly kind: 'HINDERED' }
  | { readonly kind: 'BUSY' }

/** Sending a form's change, and what came of the last try. */
export interface ChangeState {
  /** RETRYING: the server could not be reached, and is asked again. */
  readonly progress: 'IDLE' | 'SENDING' | 'RETRYING'
  readonly hindrance: Hindrance | null
  readonly clear: () => void
  readonly send: (values: FormValues, request: (idempotencyKey: string) => ChangeRequest) => Promise<Sent>
}

/** Sends changes one at a time, each under a key that makes its repetition safe. */
export function useChange(): ChangeState {
  const client = useClient()
  const last = useRef<Attempt | null>(null)
  // A state would be too late: two clicks can come before the next rendering.
  const busy = useRef(false)
  const [progress, setProgress] = useState<ChangeState['progress']>('IDLE')
  const [hindrance, setHindrance] = useState<Hindrance | null>(null)
  return {
    progress,
    hindrance,
    clear: () => setHindrance(null),
    async send(values, request) {
      if (busy.current) return { kind: 'BUSY' }
      busy.current = true
      const attempt = nextAttempt(last.current, values, () => crypto.randomUUID())
      last.current = attempt
      setProgress('SENDING')
      const outcome = await sendPatiently(
        () => request(attempt.key)(client),
        () => setProgress('RETRYING'),
      )
      busy.current = false
      setProgress('IDLE')
      last.current = { ...attempt, answered: outcome.kind !== 'FAILED' }
      setHindrance(outcome.kind === 'DONE' ? null : outcome)
      return outcome.kind === 'DONE' ? outcome : { kind: 'HINDERED' }
    },
  }
}
