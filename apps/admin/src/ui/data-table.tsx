import { Table } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  /** The cell that names the row. */
  readonly rowHeader?: boolean
}

interface DataTableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
}

/** A table with a caption and a head for each row; on narrow screens each row becomes a block of labelled lines. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <Table bordered fullWidth stackedStyle="default" caption={<span className="usa-sr-only">{caption}</span>}>
      <thead>
        <tr>
          {columns.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <DataCell key={column.label} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function DataCell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  return column.rowHeader ? (
    <th scope="row" data-label={column.label}>
      {column.cell(row)}
    </th>
  ) : (
    <td data-label={column.label}>{column.cell(row)}</td>
  )
}
