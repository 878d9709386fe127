import type { BulkAction } from '@official-accounts/domain/bulk/bulk-actions'
import type { PlanRow, RunRow } from './bulk.documents.ts'

/** What all accounts of a bulk action are given alike. */
export interface CommonInput {
  readonly action: BulkAction
  readonly personId: string | null
  readonly reason: string | null
  readonly certificationId: string | null
  readonly answers: { key: string; value: string }[] | null
  readonly note: string | null
}

/** A dry run from its first to its last account. */
export interface Plan {
  readonly input: CommonInput
  readonly run: string
  readonly rows: readonly PlanRow[]
}

/** Where a bulk action stands: asked for, checked, or done in part or whole. */
export type BulkState =
  | { readonly step: 'ASKING'; readonly problem: string | null }
  | { readonly step: 'CHECKING'; readonly checked: number }
  | { readonly step: 'CHECKED'; readonly plan: Plan }
  | {
      readonly step: 'RUNNING' | 'PAUSED' | 'DONE'
      readonly plan: Plan
      readonly results: ReadonlyMap<string, RunRow>
      readonly groupId: string | null
      readonly problem: string | null
    }

export type BulkEvent =
  | { readonly type: 'CHECK' }
  | { readonly type: 'CHECKED_SO_FAR'; readonly checked: number }
  | { readonly type: 'CHECK_FAILED'; readonly problem: string }
  | { readonly type: 'PLANNED'; readonly plan: Plan }
  | { readonly type: 'RUN' }
  | { readonly type: 'RAN'; readonly rows: readonly RunRow[]; readonly groupId: string }
  | { readonly type: 'PAUSED'; readonly problem: string | null }
  | { readonly type: 'ASK_AGAIN' }

/** The next state of a bulk action. A run that was held up goes on where it stopped. */
export function nextBulkState(state: BulkState, event: BulkEvent): BulkState {
  switch (event.type) {
    case 'CHECK':
      return { step: 'CHECKING', checked: 0 }
    case 'CHECKED_SO_FAR':
      return state.step === 'CHECKING' ? { step: 'CHECKING', checked: event.checked } : state
    case 'CHECK_FAILED':
      return { step: 'ASKING', problem: event.problem }
    case 'PLANNED':
      return { step: 'CHECKED', plan: event.plan }
    case 'RUN':
      return startRun(state)
    case 'RAN':
      return 'results' in state ? addResults(state, event) : state
    case 'PAUSED':
      return state.step === 'RUNNING' ? { ...state, step: 'PAUSED', problem: event.problem } : state
    case 'ASK_AGAIN':
      return { step: 'ASKING', problem: null }
  }
}

function startRun(state: BulkState): BulkState {
  if (state.step === 'PAUSED') return { ...state, step: 'RUNNING', problem: null }
  if (state.step !== 'CHECKED') return state
  return { step: 'RUNNING', plan: state.plan, results: new Map(), groupId: null, problem: null }
}

type Ran = Extract<BulkState, { readonly results: unknown }>

function addResults(state: Ran, { rows, groupId }: Extract<BulkEvent, { type: 'RAN' }>): BulkState {
  const results = new Map([...state.results, ...rows.map((row) => [row.accountId, row] as const)])
  const left = waiting({ ...state, results })
  const step = left.length === 0 ? 'DONE' : state.step
  return { ...state, results, groupId, step }
}

/** The accounts that are to change and have no result yet, by global id. */
export function waiting({ plan, results }: Pick<Ran, 'plan' | 'results'>): readonly string[] {
  return toChange(plan)
    .map(({ account }) => account.id)
    .filter((id) => !results.has(id))
}

/** The accounts that a dry run says would change. */
export function toChange(plan: Plan): readonly PlanRow[] {
  return plan.rows.filter(({ outcome }) => outcome === 'CHANGES')
}
