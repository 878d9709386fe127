interface ArrowProps {
  readonly to: 'up' | 'down' | 'both'
}

const UP = 'M8 3 12.5 7.5 H3.5 Z'
const DOWN = 'M8 13 12.5 8.5 H3.5 Z'

/** An arrow drawn, not written: not every font has the character. */
export function Arrow({ to }: ArrowProps) {
  return (
    <svg aria-hidden="true" focusable="false" viewBox="0 0 16 16" className="arrow">
      {to !== 'down' && <path d={UP} fill="currentcolor" />}
      {to !== 'up' && <path d={DOWN} fill="currentcolor" />}
    </svg>
  )
}
