import { readFailure } from '@official-accounts/client/result'
import { MOST_IN_BULK } from '@official-accounts/domain/bulk/bulk-actions'
import { useEffect, useReducer, useRef } from 'react'
import { useClient, type Client } from 'urql'
import { readAllRows } from '../../list/read-all-rows.ts'
import { failureWords } from '../../ui/problem.tsx'
import { CHANGING_CERTIFICATIONS } from '../certification/certification.documents.ts'
import { BulkPlanQuery, RunBulkActionMutation } from './bulk.documents.ts'
import { nextBulkState, waiting, type CommonInput, type Plan } from './bulk-run.ts'
import { bulkFilter, type BulkSearch } from './bulk-search.ts'

/** Few enough for progress to move, and for little to be sent again after a broken connection. */
const ACCOUNTS_A_CALL = 20

/** A bulk action from its dry run to its last account. */
export function useBulk(search: BulkSearch) {
  const client = useClient()
  const [state, dispatch] = useReducer(nextBulkState, { step: 'ASKING', problem: null })
  const stopped = useRef(false)

  async function check(input: CommonInput) {
    dispatch({ type: 'CHECK' })
    try {
      const onChecked = (checked: number) => dispatch({ type: 'CHECKED_SO_FAR', checked })
      dispatch({ type: 'PLANNED', plan: await readPlan(client, input, search, onChecked) })
    } catch (error) {
      const problem = error instanceof Error ? error.message : 'The check did not work. Try again.'
      dispatch({ type: 'CHECK_FAILED', problem })
    }
  }

  function run() {
    stopped.current = false
    dispatch({ type: 'RUN' })
  }

  // One call after the other: each result brings the next.
  useEffect(() => {
    if (state.step !== 'RUNNING') return
    if (stopped.current) return dispatch({ type: 'PAUSED', problem: null })
    let left = false
    void runSome(client, state.plan, waiting(state).slice(0, ACCOUNTS_A_CALL)).then((event) => {
      if (!left) dispatch(event)
    })
    return () => void (left = true)
  }, [client, state])

  return {
    state,
    check,
    run,
    stop: () => void (stopped.current = true),
    askAgain: () => dispatch({ type: 'ASK_AGAIN' }),
  }
}

async function readPlan(
  client: Client,
  input: CommonInput,
  search: BulkSearch,
  onRead: (rows: number) => void,
): Promise<Plan> {
  let run: string | null = null
  const rows = await readAllRows(client, {
    query: BulkPlanQuery,
    variables: (page) => ({ ...page, ...input, filter: bulkFilter(search) }),
    page({ bulkPlan }) {
      // Every page has a run of its own: the first one's is that of the whole.
      run ??= bulkPlan.run
      return {
        rows: bulkPlan.edges.map(({ node }) => node),
        total: bulkPlan.totalCount,
        ...bulkPlan.pageInfo,
      }
    },
    most: MOST_IN_BULK,
    onRead,
  })
  return { input, run: run ?? '', rows }
}

async function runSome(client: Client, { input, run }: Plan, accountIds: readonly string[]) {
  const { data, error } = await client
    .mutation(
      RunBulkActionMutation,
      { input: { ...input, run, accountIds: [...accountIds] } },
      { additionalTypenames: ['Account', ...CHANGING_CERTIFICATIONS.additionalTypenames] },
    )
    .toPromise()
  const result = data?.runBulkAction
  if (result?.__typename === 'BulkRun') {
    return { type: 'RAN', rows: result.rows, groupId: result.groupId } as const
  }
  const problem = result?.message ?? (error ? failureWords(readFailure(error)) : 'No answer came.')
  return { type: 'PAUSED', problem } as const
}
