import { Link } from '@tanstack/react-router'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { enumWords } from '../../ui/words.ts'
import type { AccountDetail } from './account.documents.ts'

/** An account's names and what external registers said of it; and how its end was confirmed. */
export function AccountOrigins({ account }: { readonly account: AccountDetail }) {
  const { migration, aliases, listings, confirmations } = account
  return (
    <>
      <section aria-labelledby="names-heading">
        <h2 id="names-heading">Other and former names</h2>
        {aliases.length === 0 ? <p>No other name is known.</p> : <AliasTable aliases={aliases} />}
      </section>
      <section aria-labelledby="listings-heading">
        <h2 id="listings-heading">What registers said</h2>
        {listings.length === 0 ? (
          <p>No register is known to have listed it.</p>
        ) : (
          <ListingTable listings={listings} />
        )}
        {migration && (
          <p>
            It came with the import{' '}
            <Link to="/imports/$id" params={{ id: migration.id }} className="usa-link">
              {migration.fileName}
            </Link>
            .
          </p>
        )}
      </section>
      {confirmations.length > 0 && <Confirmations confirmations={confirmations} />}
    </>
  )
}

function AliasTable({ aliases }: Pick<AccountDetail, 'aliases'>) {
  return (
    <DataTable
      caption="Other and former names"
      rows={aliases}
      rowKey={({ canonicalKey, validFrom }) => `${canonicalKey} ${validFrom ?? ''}`}
      columns={[
        { label: 'Handle', rowHeader: true, cell: ({ handle }) => handle },
        {
          label: 'Kind',
          cell: ({ former }) => (former ? 'Former: anybody may hold it now' : 'Also its own'),
        },
        { label: 'From', cell: ({ validFrom }) => (validFrom ? <DateText date={validFrom} /> : 'Not known') },
        {
          label: 'Until',
          cell: ({ validUntil }) => (validUntil ? <DateText date={validUntil} /> : 'Not known'),
        },
      ]}
    />
  )
}

function ListingTable({ listings }: Pick<AccountDetail, 'listings'>) {
  return (
    <DataTable
      caption="What registers said: history, not proof"
      rows={listings}
      rowKey={({ source, sourceRecord }) => `${source} ${sourceRecord}`}
      columns={[
        {
          label: 'Register',
          rowHeader: true,
          cell: ({ source, sourceRecord }) => `${source}, record ${sourceRecord}`,
        },
        { label: 'Named', cell: ({ title }) => title },
        { label: 'Address', cell: ({ profileUrl }) => <OutsideLink href={profileUrl} /> },
        { label: 'Said', cell: ({ status }) => enumWords(status) },
        { label: 'On', cell: ({ listedOn }) => (listedOn ? <DateText date={listedOn} /> : 'Not known') },
      ]}
    />
  )
}

function Confirmations({ confirmations }: Pick<AccountDetail, 'confirmations'>) {
  return (
    <section aria-labelledby="confirmations-heading">
      <h2 id="confirmations-heading">Confirmations of its end (V.B.11)</h2>
      <DataTable
        caption="Confirmations of its end"
        rows={confirmations}
        rowKey={({ kind }) => kind}
        columns={[
          { label: 'What', rowHeader: true, cell: ({ kind }) => enumWords(kind) },
          { label: 'When', cell: ({ confirmedAt }) => <InstantText at={confirmedAt} /> },
          {
            label: 'Seen',
            cell: ({ observation, archiveLocation }) => observation ?? archiveLocation ?? 'Not recorded',
          },
          {
            label: 'SHA-256',
            cell: ({ archiveSha256 }) =>
              archiveSha256 ? <code className="digest">{archiveSha256}</code> : 'Not asked',
          },
        ]}
      />
    </section>
  )
}
