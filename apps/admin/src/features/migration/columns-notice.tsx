import { COLUMN_SETS, readColumns } from '@official-accounts/domain/migration/column-sets'
import { Alert, AlertHeading } from '@trussworks/react-uswds'

/** Which columns of a file are recognized, and what keeps the others from it. */
export function ColumnsNotice({ header }: { readonly header: readonly string[] }) {
  const reading = readColumns(header)
  if (reading.known) {
    return (
      <p>
        All {header.length} columns are recognized: the set “{reading.columnSet}”. {header.join(', ')}.
      </p>
    )
  }
  const { nearest, missing, unknown, repeated } = reading
  const recognized = COLUMN_SETS[nearest].filter((column) => header.includes(column))
  return (
    <Alert type="error" role="alert">
      <AlertHeading level="h2">These columns cannot be imported</AlertHeading>
      <div className="usa-alert__text">
        <p>
          They come nearest to the set “{nearest}”. Put the header right and choose the file again; the order
          of the columns does not matter, their spelling does.
        </p>
        <dl className="fact-list">
          <Columns label="Recognized" columns={recognized} />
          <Columns label="Missing" columns={missing} />
          <Columns label="Not known" columns={unknown} />
          <Columns label="There twice" columns={[...new Set(repeated)]} />
        </dl>
      </div>
    </Alert>
  )
}

function Columns({ label, columns }: { readonly label: string; readonly columns: readonly string[] }) {
  if (columns.length === 0) return null
  return (
    <div className="fact-list__row">
      <dt>
        {label} ({columns.length})
      </dt>
      <dd>{columns.map((column) => (column === '' ? '(without a name)' : column)).join(', ')}</dd>
    </div>
  )
}
