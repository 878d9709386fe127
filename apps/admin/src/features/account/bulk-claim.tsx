import { readFailure } from '@official-accounts/client/result'
import { Alert, AlertHeading, Button } from '@trussworks/react-uswds'
import { useEffect, useRef, useState } from 'react'
import { useMutation } from 'urql'
import { failureWords } from '../../ui/problem.tsx'
import { ClaimAccountsMutation, type AccountRow } from './account-list.documents.ts'

interface BulkClaimProps {
  readonly selected: readonly AccountRow[]
  readonly onDone: () => void
}

interface RowOutcome {
  readonly title: string
  readonly refusal: string | null
}

/** Claims the chosen accounts together, then says for each what became of it (V.B.5). */
export function BulkClaim({ selected, onDone }: BulkClaimProps) {
  const [{ fetching, error }, claim] = useMutation(ClaimAccountsMutation)
  const [outcomes, setOutcomes] = useState<readonly RowOutcome[]>([])

  async function claimSelected() {
    const titles = new Map(selected.map(({ id, title }) => [id, title]))
    const input = { accountIds: [...titles.keys()], idempotencyKey: crypto.randomUUID() }
    // The list holds accounts, and the answer names none: the cache has to be told.
    const { data } = await claim({ input }, { additionalTypenames: ['Account'] })
    if (!data) return
    setOutcomes(
      data.claimAccounts.outcomes.map(({ accountId, refusal }) => ({
        title: titles.get(accountId) ?? accountId,
        refusal,
      })),
    )
    onDone()
  }

  return (
    <div className="bulk-claim">
      <Button
        type="button"
        aria-disabled={selected.length === 0 || fetching}
        outline={selected.length === 0}
        onClick={() => (selected.length > 0 && !fetching ? void claimSelected() : undefined)}
      >
        {fetching ? 'Claiming…' : `Claim the chosen accounts (${selected.length})`}
      </Button>
      <span className="usa-hint"> You will answer for them until somebody else is named.</span>
      {error && (
        <Alert type="error" role="alert" slim>
          {failureWords(readFailure(error))}
        </Alert>
      )}
      {outcomes.length > 0 && <ClaimReport outcomes={outcomes} onClose={() => setOutcomes([])} />}
    </div>
  )
}

function ClaimReport({
  outcomes,
  onClose,
}: {
  readonly outcomes: readonly RowOutcome[]
  readonly onClose: () => void
}) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  const refused = outcomes.filter(({ refusal }) => refusal !== null)
  return (
    <div ref={place} tabIndex={-1}>
      <Alert type={refused.length > 0 ? 'warning' : 'success'} role="status">
        <AlertHeading level="h2">{`${outcomes.length - refused.length} claimed, ${refused.length} not claimed`}</AlertHeading>
        <ul className="usa-list">
          {outcomes.map(({ title, refusal }) => (
            <li key={title}>
              {title}: {refusal ?? 'claimed'}
            </li>
          ))}
        </ul>
        <Button type="button" unstyled onClick={onClose}>
          Close this report
        </Button>
      </Alert>
    </div>
  )
}
