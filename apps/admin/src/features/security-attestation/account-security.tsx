import { Link } from '@tanstack/react-router'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { enumWords } from '../../ui/words.ts'
import { BlockedNotice } from '../../record/blocked-notice.tsx'
import type { AccountDetail } from '../account/account.documents.ts'

/** Whether an account's security is attested, what was attested, and the way to attest it (IV.B.3). */
export function AccountSecurity({ account }: { readonly account: AccountDetail }) {
  const { slug, securityStanding: standing, securityAttestations } = account
  return (
    <section aria-labelledby="security-heading">
      <h2 id="security-heading">Security</h2>
      {standing === null ? (
        <p>What is attested of its security is shown to its own component and to the department’s offices.</p>
      ) : (
        <>
          <Due standing={standing} />
          {standing.availableAction.blockedBy === null ? (
            <p>
              <Link
                to="/accounts/$slug/attestAccountSecurityPolicy"
                params={{ slug }}
                className="usa-button usa-button--outline"
              >
                Attest its security
              </Link>
            </p>
          ) : (
            <BlockedNotice blocker={standing.availableAction.blockedBy} />
          )}
        </>
      )}
      {securityAttestations.length > 0 && <Attestations rows={securityAttestations} />}
    </section>
  )
}

function Due({
  standing: { dueAt, overdue },
}: {
  readonly standing: NonNullable<AccountDetail['securityStanding']>
}) {
  if (dueAt === null)
    return (
      <EmptyState title="Nothing is to be attested yet">
        <p>No security policy is in force, or no office has claimed the account (IV.B.3).</p>
      </EmptyState>
    )
  return (
    <p>
      {overdue ? 'Its security was to be attested by' : 'Its security is next to be attested by'}{' '}
      <InstantText at={dueAt} />
      {overdue && ': it is overdue'}.{' '}
      <Link to="/security-policies" className="usa-link">
        The security policy
      </Link>
    </p>
  )
}

function Attestations({ rows }: { readonly rows: AccountDetail['securityAttestations'] }) {
  return (
    <DataTable
      caption="Attestations, the newest first"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { label: 'When', rowHeader: true, cell: ({ attestedAt }) => <InstantText at={attestedAt} /> },
        { label: 'Who', cell: ({ attestedBy }) => attestedBy?.displayName ?? 'Not shown' },
        { label: 'Policy', cell: ({ policy }) => `Version ${policy.number}` },
        { label: 'More than one factor', cell: ({ multiFactor }) => (multiFactor ? 'Yes' : 'No') },
        { label: 'Credential', cell: ({ custody }) => enumWords(custody) },
        { label: 'Recovery domain', cell: ({ recoveryDomain }) => recoveryDomain },
        { label: 'Tools', cell: ({ publishingTools }) => publishingTools.join(', ') || 'None' },
        { label: 'Administrators', cell: ({ administrators }) => administrators },
        {
          label: 'Last changed',
          cell: ({ lastRotatedOn }) =>
            lastRotatedOn === null ? 'No shared credential' : <DateText date={lastRotatedOn} />,
        },
      ]}
    />
  )
}
