import { nextStates, type StateMachine } from '@official-accounts/domain/state-machine'

/** Where a state stands in the picture: column of the ordinary way, row below it. */
export interface StatePlace<State> {
  readonly state: State
  readonly column: number
  readonly row: number
}

/** A way from one state to another, and whether it leads back as well. */
export interface StateWay<State> {
  readonly from: State
  readonly to: State
  readonly bothWays: boolean
}

/** The states of a machine with their places, and the ways between them. */
export interface MachineLayout<State> {
  readonly places: readonly StatePlace<State>[]
  readonly ways: readonly StateWay<State>[]
  readonly columns: number
  readonly rows: number
}

/**
 * Places every state of a machine: those of the ordinary way in the first row, below them each other state near the
 * states it is reached from, first those with a way back and then the ends.
 */
export function layoutMachine<State extends string, Action extends string>(
  machine: StateMachine<State, Action>,
  states: readonly State[],
  actions: readonly Action[],
  path: readonly State[],
): MachineLayout<State> {
  const moves = tableMoves(machine, states, actions)
  const aside = states.filter((state) => !path.includes(state))
  const returning = aside.filter((state) => moves.some(({ from, to }) => from === state && path.includes(to)))
  const ends = aside.filter((state) => !returning.includes(state))
  const places = [
    ...path.map((state, column) => ({ state, column, row: 0 })),
    ...spread(returning, 1),
    ...spread(ends, returning.length > 0 ? 2 : 1),
  ]
  return {
    places,
    ways: distinctWays(moves),
    columns: Math.max(...places.map(({ column }) => column)) + 1,
    rows: Math.max(...places.map(({ row }) => row)) + 1,
  }

  function spread(row: readonly State[], at: number): StatePlace<State>[] {
    const wished = row
      .map((state) => ({ state, column: averageColumn(state) }))
      .toSorted((a, b) => a.column - b.column)
    let free = 0
    return wished.map(({ state, column }) => {
      const taken = Math.max(free, column)
      free = taken + 1
      return { state, column: taken, row: at }
    })
  }

  function averageColumn(state: State): number {
    const columns = moves.flatMap(({ from, to }) =>
      to === state && path.includes(from) ? path.indexOf(from) : [],
    )
    return columns.length === 0 ? 0 : columns.reduce((sum, column) => sum + column, 0) / columns.length
  }
}

function tableMoves<State extends string, Action extends string>(
  machine: StateMachine<State, Action>,
  states: readonly State[],
  actions: readonly Action[],
): readonly { readonly from: State; readonly to: State }[] {
  return states.flatMap((from) =>
    actions.flatMap((action) => {
      const targets = nextStates(machine, from, action).filter((to) => to !== from)
      return targets.map((to) => ({ from, to }))
    }),
  )
}

function distinctWays<State extends string>(
  moves: readonly { readonly from: State; readonly to: State }[],
): StateWay<State>[] {
  const ways = new Map<string, StateWay<State>>()
  for (const { from, to } of moves) {
    const back = ways.get(`${to} ${from}`)
    if (back === undefined) ways.set(`${from} ${to}`, { from, to, bothWays: false })
    else ways.set(`${to} ${from}`, { ...back, bothWays: true })
  }
  return [...ways.values()]
}
