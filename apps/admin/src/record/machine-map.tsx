import { useId } from 'react'
import { enumWords } from '../ui/words.ts'
import type { MachineLayout, StatePlace } from './machine-layout.ts'

interface MachineMapProps<State extends string> {
  readonly layout: MachineLayout<State>
  readonly current: State
  /** The states it has been in. */
  readonly visited: readonly State[]
  readonly title: string
}

const BOX = { width: 148, height: 56 }
const STEP = { x: 184, y: 116 }
const MARGIN = 12

/** A drawing of every state and way of a record; the list beside it says the same in words. */
export function MachineMap<State extends string>({
  layout,
  current,
  visited,
  title,
}: MachineMapProps<State>) {
  const id = useId()
  const width = (layout.columns - 1) * STEP.x + BOX.width + 2 * MARGIN
  const height = (layout.rows - 1) * STEP.y + BOX.height + 2 * MARGIN
  const places = new Map(layout.places.map((place) => [place.state, place]))
  return (
    <svg className="machine-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      <defs>
        {['way', 'next'].map((kind) => (
          <marker
            key={kind}
            id={`${id}-${kind}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="12"
            markerHeight="12"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path d="M0 0 10 5 0 10z" className={`machine-map__head machine-map__head--${kind}`} />
          </marker>
        ))}
      </defs>
      {layout.ways.map(({ from, to, bothWays }) => {
        const [start, end] = [places.get(from), places.get(to)]
        if (start === undefined || end === undefined) return null
        const kind = from === current || (bothWays && to === current) ? 'next' : 'way'
        const head = `url(#${id}-${kind})`
        return (
          <path
            key={`${from} ${to}`}
            d={wayPath(start, end)}
            className={`machine-map__way machine-map__way--${kind}`}
            markerEnd={head}
            markerStart={bothWays ? head : undefined}
          />
        )
      })}
      {layout.places.map((place) => (
        <StateBox key={place.state} place={place} kind={boxKind(place.state, current, visited)} />
      ))}
    </svg>
  )
}

function boxKind<State>(state: State, current: State, visited: readonly State[]): string {
  if (state === current) return 'current'
  return visited.includes(state) ? 'visited' : 'open'
}

function StateBox({ place, kind }: { readonly place: StatePlace<string>; readonly kind: string }) {
  const { x, y } = cornerOf(place)
  const words = enumWords(place.state).split(' ')
  return (
    <g className={`machine-map__state machine-map__state--${kind}`}>
      <rect x={x} y={y} width={BOX.width} height={BOX.height} rx="6" />
      <text x={x + BOX.width / 2} y={y + BOX.height / 2} textAnchor="middle">
        {words.map((word, at) => (
          <tspan
            key={word}
            x={x + BOX.width / 2}
            dy={at === 0 ? `${0.35 - (words.length - 1) * 0.6}em` : '1.2em'}
          >
            {word}
          </tspan>
        ))}
      </text>
    </g>
  )
}

function cornerOf({ column, row }: StatePlace<string>): { readonly x: number; readonly y: number } {
  return { x: MARGIN + column * STEP.x, y: MARGIN + row * STEP.y }
}

// From edge to edge: sideways within a row, else from below to above, or the other way round.
function wayPath(from: StatePlace<string>, to: StatePlace<string>): string {
  const [a, b] = [cornerOf(from), cornerOf(to)]
  if (from.row === to.row) return sidePath(a, b, Math.abs(from.column - to.column) > 1.5)
  const down = to.row > from.row
  const shift = Math.sign(to.column - from.column) * BOX.width * 0.25
  const start = { x: a.x + BOX.width / 2 + shift, y: down ? a.y + BOX.height : a.y }
  const end = { x: b.x + BOX.width / 2 - shift, y: down ? b.y : b.y + BOX.height }
  return `M${start.x} ${start.y}L${end.x} ${end.y}`
}

function sidePath(
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
  over: boolean,
): string {
  const right = b.x > a.x
  const middle = a.y + BOX.height / 2
  if (!over) return `M${right ? a.x + BOX.width : a.x} ${middle}L${right ? b.x : b.x + BOX.width} ${middle}`
  const [start, end] = [a.x + BOX.width / 2, b.x + BOX.width / 2]
  return `M${start} ${a.y}C${start} ${a.y - MARGIN},${end} ${b.y - MARGIN},${end} ${b.y}`
}
