import { nextState, type StateMachine } from '@official-accounts/domain/state-machine'
import { enumWords } from '../ui/words.ts'

interface StatePictureProps<State extends string, Action extends string> {
  readonly machine: StateMachine<State, Action>
  readonly actions: readonly Action[]
  /** The states of the ordinary way, in order. */
  readonly path: readonly State[]
  readonly current: State
  readonly labelOf: (action: Action) => string
}

/** Where a record stands among its states, and where each action would lead from there. */
export function StatePicture<State extends string, Action extends string>(
  props: StatePictureProps<State, Action>,
) {
  const { machine, actions, path, current, labelOf } = props
  const moves = actions.flatMap((action) => {
    const target = nextState(machine, current, action)
    return target === null || target === current ? [] : [{ action, target }]
  })
  return (
    <section aria-labelledby="states-heading" className="state-picture">
      <h2 id="states-heading">Where it stands</h2>
      <ol className="state-path">
        {path.map((state) => (
          <li key={state} aria-current={state === current ? 'step' : undefined}>
            {enumWords(state)}
          </li>
        ))}
        {!path.includes(current) && (
          <li aria-current="step" className="state-path__aside">
            {enumWords(current)}
          </li>
        )}
      </ol>
      {moves.length === 0 ? (
        <p>{enumWords(current)} is an end: nothing leads on from here.</p>
      ) : (
        <ul className="state-moves">
          {moves.map(({ action, target }) => (
            <li key={action}>
              {labelOf(action)} <span aria-hidden="true">→</span>
              <span className="usa-sr-only"> leads to </span> <strong>{enumWords(target)}</strong>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
