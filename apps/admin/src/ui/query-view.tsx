import type { ReactNode } from 'react'
import type { CombinedError } from 'urql'
import { Loading } from './loading.tsx'
import { Problem } from './problem.tsx'

interface QueryViewProps<Data> {
  readonly state: { readonly data?: Data; readonly error?: CombinedError; readonly fetching: boolean }
  readonly what: string
  readonly onRetry: () => void
  readonly children: (data: Data) => ReactNode
}

/** A query's three states: being read, not readable, and there. What is there stays while it is read again. */
export function QueryView<Data>({ state, what, onRetry, children }: QueryViewProps<Data>) {
  if (state.data !== undefined) return children(state.data)
  if (state.error) return <Problem error={state.error} what={what} onRetry={onRetry} />
  return <Loading what={what} />
}
