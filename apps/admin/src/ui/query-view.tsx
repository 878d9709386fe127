import { useState, type ReactNode } from 'react'
import type { CombinedError } from 'urql'
import { Loading } from './loading.tsx'
import { Problem } from './problem.tsx'

interface QueryViewProps<Data> {
  readonly state: {
    readonly data?: Data
    readonly error?: CombinedError
    readonly fetching: boolean
    /** Says of which question the data is the answer. */
    readonly operation?: { readonly key: number } | undefined
  }
  readonly what: string
  readonly onRetry: () => void
  readonly children: (data: Data) => ReactNode
}

interface Answer<Data> {
  readonly key: number | undefined
  readonly data: Data
}

/**
 * A query's three states: being read, not readable, and there. What is there stays while it is read again, and also
 * when that fails, which is then said above it.
 */
export function QueryView<Data>({ state, what, onRetry, children }: QueryViewProps<Data>) {
  const { data, error, operation } = state
  const [before, setBefore] = useState<Answer<Data> | null>(null)
  if (data !== undefined && (before?.data !== data || before.key !== operation?.key))
    setBefore({ key: operation?.key, data })
  if (data !== undefined) return children(data)
  if (error === undefined) return <Loading what={what} />
  return (
    <>
      <Problem error={error} what={what} onRetry={onRetry} />
      {before !== null && before.key === operation?.key && (
        <>
          <p>Below is what was read before. It may have changed since.</p>
          {children(before.data)}
        </>
      )}
    </>
  )
}
