import { Alert } from '@trussworks/react-uswds'
import type { Hindrance } from '../../form/use-change.ts'
import { failureWords } from '../../ui/problem.tsx'

/** Why a view was not kept, changed or removed. */
export function ViewHindrance({ hindrance }: { readonly hindrance: Hindrance | null }) {
  if (hindrance === null) return null
  return (
    <Alert type="error" role="alert" slim>
      {hindrance.kind === 'FAILED' ? failureWords(hindrance.failure) : hindrance.refusal.message}
    </Alert>
  )
}
