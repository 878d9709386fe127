/** The files an import understands, told apart by their header and never by their name. */
export type ColumnSet = 'accounts' | 'registry-export'

/** Columns of each set, in the order in which the files have them. */
export const COLUMN_SETS = {
  /** One row per account with its component's code: what the department's own lists are kept in. */
  accounts: ['component', 'platform', 'handle', 'url', 'purpose_or_name', 'language', 'status', 'source'],
  /** The search page of the federal registry, as it exported its rows until September 2024. */
  'registry-export': [
    'Agency',
    'Service',
    'Account Name',
    'Short description',
    'Last update',
    'link',
    'status',
  ],
} as const satisfies Record<ColumnSet, readonly string[]>

/** A row's cells by column name. */
export type Cells = Readonly<Record<string, string>>

/** Which set a header is, or what keeps it from being the set it is nearest to. */
export type ColumnReading =
  | { readonly known: true; readonly columnSet: ColumnSet }
  | {
      readonly known: false
      readonly nearest: ColumnSet
      readonly missing: readonly string[]
      readonly unknown: readonly string[]
      readonly repeated: readonly string[]
    }

/** Recognizes a header; the order of its columns does not matter, their spelling does. */
export function readColumns(header: readonly string[]): ColumnReading {
  const readings = COLUMN_SET_NAMES.map((nearest) => {
    const columns: readonly string[] = COLUMN_SETS[nearest]
    return {
      nearest,
      missing: columns.filter((column) => !header.includes(column)),
      unknown: header.filter((column) => !columns.includes(column)),
      repeated: header.filter((column, at) => header.indexOf(column) !== at),
    }
  })
  const fits = readings.find(
    ({ missing, unknown, repeated }) => missing.length + unknown.length + repeated.length === 0,
  )
  if (fits) return { known: true, columnSet: fits.nearest }
  const written = header.map((column) => column.toLowerCase())
  const shared = ({ nearest }: (typeof readings)[number]) =>
    COLUMN_SETS[nearest].filter((column) => written.includes(column.toLowerCase())).length
  const [best] = readings.toSorted((a, b) => shared(b) - shared(a))
  if (!best) throw new Error('No column set is known.')
  return { known: false, ...best }
}

/** Whether a text names a column set. */
export function isColumnSet(value: string): value is ColumnSet {
  return Object.hasOwn(COLUMN_SETS, value)
}

const COLUMN_SET_NAMES = Object.keys(COLUMN_SETS).filter(isColumnSet)
