import { Link } from '@tanstack/react-router'

interface Clause {
  readonly id: string
  readonly title: string
}

/** Clauses of the Directive, each with what it asks. */
export function ClauseList({ clauses }: { readonly clauses: readonly Clause[] }) {
  return (
    <ul className="clause-list">
      {clauses.map((clause) => (
        <li key={clause.id}>
          <ClauseText clause={clause} />
        </li>
      ))}
    </ul>
  )
}

/** A clause of the Directive with what it asks, linked to all that rests on it. */
export function ClauseText({ clause }: { readonly clause: Clause }) {
  return (
    <>
      <Link to="/directive" hash={clause.id} className="usa-link">
        {clause.id}
      </Link>{' '}
      {clause.title}
    </>
  )
}
