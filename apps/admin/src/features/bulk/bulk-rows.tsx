import { BULK_OUTCOMES, type BulkOutcome } from '@official-accounts/domain/bulk/bulk-outcome'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { ClauseList } from '../../ui/clause-list.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx'
import { accountStatusWords, accountTone } from '../account/account-words.ts'
import type { ReportRow } from './bulk-report.ts'

const ROWS_SHOWN = 100
const TONES: Readonly<Record<BulkOutcome, StatusTone>> = {
  CHANGES: 'GOOD',
  SKIPPED: 'WAITING',
  NOT_ALLOWED: 'WARNING',
}

/** What a bulk action means, or meant, for each account, with the reason; narrowed by outcome. */
export function BulkRows({ rows }: { readonly rows: readonly ReportRow[] }) {
  const [wanted, setWanted] = useState<BulkOutcome | null>(null)
  const [most, setMost] = useState(ROWS_SHOWN)
  const matching = rows.filter(({ outcome }) => wanted === null || outcome === wanted)
  const choices = [null, ...BULK_OUTCOMES]
  const ran = rows.some((row) => row.ran)
  return (
    <>
      <div role="group" aria-label="Show accounts by their outcome" className="outcome-filter">
        {choices.map((outcome) => (
          <button
            key={outcome ?? 'ALL'}
            type="button"
            className="usa-button usa-button--outline"
            aria-pressed={outcome === wanted}
            onClick={() => {
              setWanted(outcome)
              setMost(ROWS_SHOWN)
            }}
          >
            {outcome === null ? 'All' : outcomeWords(outcome, ran)}{' '}
            <strong>{count(rows, outcome).toLocaleString('en-US')}</strong>
          </button>
        ))}
      </div>
      {matching.length === 0 ? (
        <p>No account has this outcome.</p>
      ) : (
        <RowTable rows={matching.slice(0, most)} />
      )}
      {matching.length > most && (
        <Button type="button" outline onClick={() => setMost(most + ROWS_SHOWN)}>
          {`Show ${Math.min(ROWS_SHOWN, matching.length - most)} more of ${matching.length.toLocaleString('en-US')}`}
        </Button>
      )}
    </>
  )
}

function RowTable({ rows }: { readonly rows: readonly ReportRow[] }) {
  return (
    <DataTable
      caption="What it means for each account"
      rows={rows}
      rowKey={({ account }) => account.id}
      columns={[
        {
          label: 'Name',
          rowHeader: true,
          cell: ({ account: { slug, title } }) => (
            <Link to="/accounts/$slug" params={{ slug }} className="usa-link">
              {title}
            </Link>
          ),
        },
        {
          label: 'Platform and handle',
          cell: ({ account: { platform, handle } }) => `${platform.name}: ${handle}`,
        },
        { label: 'Component', cell: ({ account }) => account.component.code },
        {
          label: 'Status before',
          cell: ({ account: { status } }) => (
            <StatusTag status={status} tone={accountTone(status)} label={accountStatusWords(status)} />
          ),
        },
        {
          label: 'Outcome',
          cell: ({ outcome, ran }) => (
            <StatusTag status={outcome} tone={TONES[outcome]} label={outcomeWords(outcome, ran)} />
          ),
        },
        { label: 'Because', cell: (row) => <Because row={row} /> },
      ]}
    />
  )
}

function Because({ row: { reason, clauses, ran } }: { readonly row: ReportRow }) {
  if (reason === null) return ran ? 'Nothing stood in the way.' : 'Nothing stands in the way.'
  return (
    <>
      {reason}
      {clauses.length > 0 && <ClauseList clauses={clauses} />}
    </>
  )
}

/** An outcome in words; `ran` tells what happened from what would. */
export function outcomeWords(outcome: BulkOutcome, ran: boolean): string {
  switch (outcome) {
    case 'CHANGES':
      return ran ? 'Changed' : 'Will change'
    case 'SKIPPED':
      return 'Skipped'
    case 'NOT_ALLOWED':
      return 'Not allowed'
  }
}

function count(rows: readonly ReportRow[], wanted: BulkOutcome | null): number {
  return rows.filter(({ outcome }) => wanted === null || outcome === wanted).length
}
