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

/** A clause of the Directive with what it asks. */
export function ClauseText({ clause }: { readonly clause: Clause }) {
  return (
    <>
      <strong>{clause.id}</strong> {clause.title}
    </>
  )
}
