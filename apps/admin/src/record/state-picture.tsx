import { nextStates, type StateMachine } from '@official-accounts/domain/state-machine'
import { InstantText } from '../ui/dates.tsx'
import { enumWords } from '../ui/words.ts'
import type { OfferedAction } from './action-list.tsx'
import { layoutMachine } from './machine-layout.ts'
import { MachineMap } from './machine-map.tsx'
import type { WayStep } from './way-step.ts'

interface StatePictureProps<State extends string, Action extends string> {
  readonly machine: StateMachine<State, Action>
  readonly states: readonly State[]
  readonly actions: readonly Action[]
  /** The states of the ordinary way, in order. */
  readonly path: readonly State[]
  /** The states it has been in, in order; the last is where it stands. */
  readonly way: readonly WayStep<State>[]
  readonly current: State
  readonly offered: readonly OfferedAction[]
  readonly labelOf: (action: Action) => string
}

/** Which way a record came, where it stands, and where each action would lead: in words, and drawn. */
export function StatePicture<State extends string, Action extends string>(
  props: StatePictureProps<State, Action>,
) {
  const { machine, states, actions, path, way, current } = props
  return (
    <section aria-labelledby="states-heading" className="state-picture">
      <h2 id="states-heading">Where it stands</h2>
      <ol className="state-way">
        {way.map(({ state, at, how }, index) => (
          <li key={`${state} ${index}`} aria-current={index === way.length - 1 ? 'step' : undefined}>
            <strong>{enumWords(state)}</strong>
            {index === way.length - 1 && <span className="state-way__now"> now</span>}
            <span className="state-way__how">
              {how}
              {at !== null && (
                <>
                  {how === '' ? '' : ', '}
                  <InstantText at={at} />
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
      <NextMoves {...props} />
      <figure className="machine-figure">
        <MachineMap
          layout={layoutMachine(machine, states, actions, path)}
          current={current}
          visited={way.map(({ state }) => state)}
          title={`All states of ${machine.noun === 'account' ? 'an account' : `a ${machine.noun}`}; this one is ${enumWords(current).toLowerCase()}.`}
        />
        <figcaption>
          Every state there is. The thickest frame is where it stands, a shaded or firmer one where it has
          been, and the thick arrows lead on from here.
        </figcaption>
      </figure>
    </section>
  )
}

function NextMoves<State extends string, Action extends string>({
  machine,
  actions,
  current,
  offered,
  labelOf,
}: StatePictureProps<State, Action>) {
  const moves = actions.flatMap((action) => {
    const targets = nextStates(machine, current, action)
    const leads = targets.length > 1 ? 'may lead to' : 'leads to'
    return targets.filter((to) => to !== current).map((to) => ({ action, to, leads }))
  })
  if (moves.length === 0) return <p>{enumWords(current)} is an end: nothing leads on from here.</p>
  const allowed = new Set(offered.filter((one) => one.allowed).map(({ action }) => action))
  return (
    <>
      <h3>What may come next</h3>
      <ul className="state-moves">
        {moves.map(({ action, to, leads }) => (
          <li key={`${action} ${to}`}>
            {labelOf(action)} <span aria-hidden="true">{leads === 'leads to' ? '›' : '› perhaps'}</span>
            <span className="usa-sr-only"> {leads} </span> <strong>{enumWords(to)}</strong>
            {allowed.has(action) ? ': you can do this now' : ''}
          </li>
        ))}
      </ul>
    </>
  )
}
