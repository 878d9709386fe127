import {
  columnOrderingFeature,
  columnVisibilityFeature,
  rowSelectionFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type RowData,
  type RowSelectionState,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { ChooseAll, ChooseRow } from './choose-row.tsx'
import type { ListColumn } from './list-definition.ts'
import { SortButton } from './sort-button.tsx'

const features = tableFeatures({ columnVisibilityFeature, columnOrderingFeature, rowSelectionFeature })

/** Which rows are chosen, over all pages. */
export interface RowChoice {
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

interface ListTableProps<Row extends RowData, Order extends string> {
  readonly caption: string
  readonly columns: readonly ListColumn<Row, Order>[]
  /** The ids of the columns shown, in order. */
  readonly shown: readonly string[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly rowName: (row: Row) => string
  readonly order: Order
  readonly onOrder: (order: Order) => void
  readonly compact: boolean
  readonly busy: boolean
  readonly choice: RowChoice | null
}

/**
 * A page of a list as a table: heads that sort on the server, a head for each row, rows that can be chosen. On
 * narrow screens each row becomes a block of labelled lines.
 */
export function ListTable<Row extends RowData, Order extends string>(props: ListTableProps<Row, Order>) {
  const { caption, columns, rowName, order, onOrder, compact, busy, choice } = props
  const table = useListTable(props)
  const visible = table
    .getVisibleLeafColumns()
    .flatMap(({ id }) => columns.find((column) => column.id === id) ?? [])
  const chooseAll = choice && (
    <ChooseAll
      checked={table.getIsAllRowsSelected()}
      some={table.getIsSomeRowsSelected()}
      onChange={(checked) => table.toggleAllRowsSelected(checked)}
    />
  )
  return (
    <table
      className={`usa-table usa-table--stacked list-table${compact ? ' usa-table--compact' : ''}`}
      aria-busy={busy}
    >
      <caption className="usa-sr-only">{caption}</caption>
      <thead>
        <tr>
          {chooseAll && (
            <th scope="col" className="list-table__choose">
              {chooseAll}
            </th>
          )}
          {visible.map((column) => (
            <HeadCell key={column.id} column={column} order={order} onOrder={onOrder} />
          ))}
        </tr>
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id}>
            {choice && (
              <td className="list-table__choose" data-label="Choose">
                <ChooseRow
                  id={row.id}
                  name={rowName(row.original)}
                  checked={row.getIsSelected()}
                  onChange={(checked) => row.toggleSelected(checked)}
                />
              </td>
            )}
            {visible.map((column) => (
              <BodyCell key={column.id} column={column} row={row.original} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function useListTable<Row extends RowData, Order extends string>(props: ListTableProps<Row, Order>) {
  const { columns, shown, rows, rowKey, choice } = props
  const definitions = useMemo<ColumnDef<typeof features, Row>[]>(
    () => columns.map(({ id, label }) => ({ id, header: label })),
    [columns],
  )
  const data = useMemo(() => [...rows], [rows])
  const rowSelection: RowSelectionState = Object.fromEntries(
    [...(choice?.chosen ?? [])].map((id) => [id, true as const]),
  )
  return useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowKey,
    state: {
      columnOrder: [...shown],
      columnVisibility: Object.fromEntries(columns.map(({ id }) => [id, shown.includes(id)])),
      rowSelection,
    },
    onRowSelectionChange(change) {
      const after = typeof change === 'function' ? change(rowSelection) : change
      choice?.onChoose(new Set(Object.keys(after).filter((id) => after[id])))
    },
  })
}

interface HeadCellProps<Row extends RowData, Order extends string> {
  readonly column: ListColumn<Row, Order>
  readonly order: Order
  readonly onOrder: (order: Order) => void
}

function HeadCell<Row extends RowData, Order extends string>({
  column,
  order,
  onOrder,
}: HeadCellProps<Row, Order>) {
  const { label, orders } = column
  return (
    <th scope="col" aria-sort={sortOf(column, order)}>
      {orders ? <SortButton label={label} orders={orders} order={order} onOrder={onOrder} /> : label}
    </th>
  )
}

interface BodyCellProps<Row extends RowData, Order extends string> {
  readonly column: ListColumn<Row, Order>
  readonly row: Row
}

function BodyCell<Row extends RowData, Order extends string>({ column, row }: BodyCellProps<Row, Order>) {
  const { label, cell, rowHeader } = column
  return rowHeader ? (
    <th scope="row" data-label={label}>
      {cell(row)}
    </th>
  ) : (
    <td data-label={label}>{cell(row)}</td>
  )
}

function sortOf<Row extends RowData, Order extends string>(
  { orders }: ListColumn<Row, Order>,
  order: Order,
): 'ascending' | 'descending' | undefined {
  if (orders?.ascending === order) return 'ascending'
  return orders?.descending === order ? 'descending' : undefined
}
