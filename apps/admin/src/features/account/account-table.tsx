import { Link } from '@tanstack/react-router'
import { Checkbox } from '@trussworks/react-uswds'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/dates.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import type { AccountRow } from './account-list.documents.ts'
import type { ACCOUNT_ORDERS } from './account-search.ts'
import { accountStatusWords, accountTone } from './account-words.ts'

type Order = (typeof ACCOUNT_ORDERS)[number]

/** Which rows are chosen for a bulk action. */
interface Selection {
  readonly mayChoose: (account: AccountRow) => boolean
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
}

interface AccountTableProps {
  readonly accounts: readonly AccountRow[]
  readonly order: Order
  readonly onOrder: (order: Order) => void
  readonly selection: Selection | null
}

/** A page of accounts as a table; imported ones that nobody claimed can be chosen. */
export function AccountTable({ accounts, order, onOrder, selection }: AccountTableProps) {
  const sort = (by: Order, direction: 'ascending' | 'descending') => ({
    direction,
    active: order === by,
    onSort: () => onOrder(by),
  })
  const columns: readonly Column<AccountRow>[] = [
    {
      label: 'Name',
      rowHeader: true,
      sort: sort('TITLE', 'ascending'),
      cell: ({ slug, title }) => (
        <Link to="/accounts/$slug" params={{ slug }} className="usa-link">
          {title}
        </Link>
      ),
    },
    {
      label: 'Platform and handle',
      sort: sort('SLUG', 'ascending'),
      cell: ({ platform, handle }) => `${platform.name}: ${handle}`,
    },
    { label: 'Component', cell: ({ component }) => <abbr title={component.name}>{component.code}</abbr> },
    {
      label: 'Status',
      cell: ({ status }) => (
        <StatusTag status={status} tone={accountTone(status)} label={accountStatusWords(status)} />
      ),
    },
    {
      label: 'Claim by',
      cell: ({ claimBy, claimedAt }) =>
        claimBy !== null && claimedAt === null ? <DateText date={claimBy} /> : 'No deadline',
    },
    {
      label: 'Changed',
      sort: sort('RECENTLY_CHANGED', 'descending'),
      cell: ({ changedAt }) => <DateText date={changedAt.slice(0, 10)} />,
    },
  ]
  return (
    <DataTable
      caption="Accounts"
      columns={selection ? [chooser(selection), ...columns] : columns}
      rows={accounts}
      rowKey={({ id }) => id}
    />
  )
}

function chooser({ mayChoose, selected, onSelect }: Selection): Column<AccountRow> {
  return {
    label: 'Choose',
    cell: (account) => {
      const { id, title } = account
      return mayChoose(account) ? (
        <Checkbox
          id={`choose-${id}`}
          name="choose"
          checked={selected.has(id)}
          label={
            <>
              Choose<span className="usa-sr-only"> {title}</span>
            </>
          }
          onChange={({ target }) => {
            const others = [...selected].filter((other) => other !== id)
            onSelect(new Set(target.checked ? [...others, id] : others))
          }}
        />
      ) : (
        'Not to claim'
      )
    },
  }
}
