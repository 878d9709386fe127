import { Link } from '@tanstack/react-router'
import { DataTable } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { enumWords } from '../../ui/words.ts'
import type { AccountDetail } from './account.documents.ts'

type Contact = AccountDetail['contacts'][number]

/** Who answers for an account now and who did before (V.B.5). */
export function AccountContacts({ account: { contacts, vacant } }: { readonly account: AccountDetail }) {
  return (
    <section aria-labelledby="contacts-heading">
      <h2 id="contacts-heading">Contacts</h2>
      {contacts.length === 0 ? (
        <EmptyState title="Nobody answers for this account yet">
          <p>The component’s director or the Office of Public Affairs names a primary contact (V.B.5).</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Contacts, current and former"
          rows={contacts}
          rowKey={({ person, role, startedAt }) => `${person.id} ${role} ${startedAt}`}
          columns={[
            { label: 'Name', rowHeader: true, cell: ({ person }) => <PersonLink person={person} /> },
            { label: 'As', cell: ({ role }) => enumWords(role) },
            { label: 'Address', cell: ({ person }) => person.email ?? 'Not recorded' },
            { label: 'From', cell: ({ startedAt }) => <InstantText at={startedAt} /> },
            { label: 'Until', cell: (contact) => <ContactEnd contact={contact} vacant={vacant} /> },
          ]}
        />
      )}
    </section>
  )
}

function PersonLink({ person: { id, displayName } }: Pick<Contact, 'person'>) {
  return (
    <Link to="/people/$id" params={{ id }} className="usa-link">
      {displayName}
    </Link>
  )
}

interface ContactEndProps {
  readonly contact: Contact
  readonly vacant: boolean
}

// A primary contact who may act and yet leaves the account vacant lacks the training that contacts need.
function ContactEnd({ contact: { endedAt, endReason, person, role }, vacant }: ContactEndProps) {
  if (endedAt === null) {
    if (person.state !== 'ACTIVE') return 'Current, but may no longer act: does not count (V.B.5)'
    return vacant && role === 'PRIMARY'
      ? 'Current, but the training has run out: does not count (IV.A.3)'
      : 'Current'
  }
  return (
    <>
      <InstantText at={endedAt} />
      {endReason && `: ${endReason}`}
    </>
  )
}
