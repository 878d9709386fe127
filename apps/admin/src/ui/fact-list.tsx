import type { ReactNode } from 'react'

/** One thing known about a record; `value` null stands for what nobody has recorded. */
export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** What is known about a record. What is unknown is said to be unknown. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="fact-list">
      {facts.map(({ label, value }) => (
        <div key={label} className="fact-list__row">
          <dt>{label}</dt>
          <dd>{value === null || value === '' ? <span className="unknown">Not recorded</span> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
