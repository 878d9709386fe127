import type { Refusal } from './errors.ts'

/** The state an action leads to; where what is decided or found makes the difference, each of them, the first by rule. */
type Target<State extends string> = State | readonly [State, ...State[]]

/** For each state, the actions it allows and where each leads. */
export type StateTable<State extends string, Action extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Action, Target<State>>>>>
>

export interface StateMachine<State extends string, Action extends string> {
  readonly table: StateTable<State, Action>
  readonly noun: string
}

/** Declares a record kind's states; adding a state does not compile until it has a row. */
export function defineMachine<State extends string, Action extends string>(
  noun: string,
  table: StateTable<State, Action>,
): StateMachine<State, Action> {
  return { noun, table }
}

/** The actions a state allows. */
export function actionsIn<State extends string, Action extends string>(
  machine: StateMachine<State, Action>,
  state: State,
): readonly string[] {
  return Object.keys(machine.table[state])
}

/** The states in which an action is allowed. */
export function statesFor<State extends string, Action extends string>(
  machine: StateMachine<State, Action>,
  action: Action,
): readonly string[] {
  return Object.entries<Readonly<Partial<Record<Action, Target<State>>>>>(machine.table)
    .filter(([, row]) => row[action] !== undefined)
    .map(([state]) => state)
}

/** Every state an action may lead to; none where the state does not allow it. */
export function nextStates<State extends string, Action extends string>(
  machine: StateMachine<State, Action>,
  state: State,
  action: Action,
): readonly State[] {
  const target: Target<State> | undefined = machine.table[state][action]
  return target === undefined ? [] : statesOf<State>(target)
}

/** The state an action leads to by rule, or null where the state does not allow it. */
export function nextState<State extends string, Action extends string>(
  machine: StateMachine<State, Action>,
  state: State,
  action: Action,
): State | null {
  return nextStates(machine, state, action)[0] ?? null
}

function statesOf<State extends string>(target: State | readonly State[]): readonly State[] {
  return typeof target === 'string' ? [target] : target
}

/** Null when the state allows the action, else a refusal that names the state and what it allows. */
export function checkState<State extends string, Action extends string>(
  machine: StateMachine<State, Action>,
  state: State,
  action: Action,
): Refusal | null {
  if (nextState(machine, state, action) !== null) return null
  const needed = statesFor(machine, action).join(' or ')
  return {
    code: 'INVALID_STATE',
    message: `This ${machine.noun} is ${state}; ${action} needs ${needed}.`,
    state,
    allowed: actionsIn(machine, state),
  }
}
