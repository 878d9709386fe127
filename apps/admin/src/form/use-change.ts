import type { ChangeRequest } from '@official-accounts/client/change'
import type { ChangedRecord, Failure, Refusal } from '@official-accounts/client/result'
import { useRef, useState } from 'react'
import { useClient } from 'urql'
import { nextAttempt, type Attempt } from './attempt.ts'
import type { FormValues } from './form-field.ts'

/** Why the last try did not happen. */
export type Hindrance =
  | { readonly kind: 'REFUSED'; readonly refusal: Refusal }
  | { readonly kind: 'FAILED'; readonly failure: Failure }

/** Sending a form's change, and what came of the last try. */
export interface ChangeState {
  readonly pending: boolean
  readonly hindrance: Hindrance | null
  readonly clear: () => void
  /** The changed record, or null when it did not happen: then `hindrance` says why. */
  readonly send: (
    values: FormValues,
    request: (idempotencyKey: string) => ChangeRequest,
  ) => Promise<ChangedRecord | null>
}

/** Sends changes one at a time, each under a key that makes its repetition safe. */
export function useChange(): ChangeState {
  const client = useClient()
  const last = useRef<Attempt | null>(null)
  const [pending, setPending] = useState(false)
  const [hindrance, setHindrance] = useState<Hindrance | null>(null)
  return {
    pending,
    hindrance,
    clear: () => setHindrance(null),
    async send(values, request) {
      const attempt = nextAttempt(last.current, values, () => crypto.randomUUID())
      last.current = attempt
      setPending(true)
      const outcome = await request(attempt.key)(client)
      setPending(false)
      last.current = { ...attempt, answered: outcome.kind !== 'FAILED' }
      setHindrance(outcome.kind === 'DONE' ? null : outcome)
      return outcome.kind === 'DONE' ? outcome.record : null
    },
  }
}
