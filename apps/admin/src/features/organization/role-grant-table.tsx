import { Link } from '@tanstack/react-router'
import { useMayEver } from '../../session/viewer-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GrantRow, PersonDetail } from './person.documents.ts'
import { grantWords, isHeld } from './role-grants.ts'

/** The roles a person holds and held, with their end. */
export function RoleGrantTable({
  person: { id, displayName, roleGrants },
}: {
  readonly person: PersonDetail
}) {
  const mayRevoke = useMayEver('role.revoke')
  const now = new Date()
  return (
    <section aria-labelledby="roles-heading">
      <h2 id="roles-heading">Roles</h2>
      {roleGrants.length === 0 ? (
        <EmptyState title={`${displayName} holds no role`}>
          <p>Without a role one reads the listed accounts and nothing else.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Roles held now or before"
          rows={roleGrants}
          rowKey={(grant) => grant.id}
          columns={[
            { label: 'Role', rowHeader: true, cell: grantWords },
            { label: 'Rests on', cell: ({ reason }) => reason },
            { label: 'From', cell: ({ validFrom }) => <InstantText at={validFrom} /> },
            { label: 'Until', cell: (grant) => <GrantEnd grant={grant} /> },
            {
              label: 'Action',
              cell: (grant) =>
                mayRevoke && isHeld(grant, now) ? (
                  <Link
                    to="/people/$id/$action"
                    params={{ id, action: 'revokeRole' }}
                    search={{ grant: grant.id }}
                    className="usa-link"
                  >
                    Take back<span className="usa-sr-only"> {grantWords(grant)}</span>
                  </Link>
                ) : (
                  'None'
                ),
            },
          ]}
        />
      )}
    </section>
  )
}

function GrantEnd({ grant: { revokedAt, validUntil } }: { readonly grant: GrantRow }) {
  if (revokedAt !== null) {
    return (
      <>
        Taken back <InstantText at={revokedAt} />
      </>
    )
  }
  return validUntil === null ? 'No end set' : <InstantText at={validUntil} />
}
