import { PERMISSION_NAMES, permissionRule } from '@official-accounts/domain/access/permissions'
import { checksUnder } from '@official-accounts/domain/compliance/clause-coverage'
import { listAuthorities } from '@official-accounts/domain/directive/authorities'
import type { ClauseId } from '@official-accounts/domain/directive/clauses'
import { Link } from '@tanstack/react-router'
import { DataTable } from '../../ui/data-table.tsx'

/** The laws and instructions the Directive rests on (section III), each with what keeps it here. */
export function AuthorityTable() {
  return (
    <section aria-labelledby="authorities-heading">
      <h2 id="authorities-heading">What the Directive rests on</h2>
      <DataTable
        caption="Authorities and what keeps them here"
        rows={listAuthorities()}
        rowKey={({ id }) => id}
        columns={[
          { label: 'Authority', rowHeader: true, cell: ({ id, title }) => `${id} ${title}` },
          { label: 'Where it stands', cell: ({ citation }) => citation },
          { label: 'Kept by', cell: ({ clauses }) => <Clauses clauses={clauses} /> },
          { label: 'How', cell: ({ clauses, note }) => [counted(clauses), note].filter(Boolean).join(' ') },
        ]}
      />
    </section>
  )
}

function Clauses({ clauses }: { readonly clauses: readonly ClauseId[] }) {
  if (clauses.length === 0) return 'No clause of its own'
  return (
    <ul className="usa-list usa-list--unstyled">
      {clauses.map((id) => (
        <li key={id}>
          <Link to="/directive" hash={id} className="usa-link">
            {id}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function counted(clauses: readonly ClauseId[]): string | null {
  if (clauses.length === 0) return null
  const acts = PERMISSION_NAMES.filter((name) => clauses.some((id) => permissionRule(name).clause === id))
  const checks = clauses.flatMap((id) => checksUnder(id))
  return `Acts judged under these clauses: ${acts.length}; checks of records: ${checks.length}.`
}
