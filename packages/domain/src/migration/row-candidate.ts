import { splitNameCell } from './account-title.ts'
import type { Cells, ColumnSet } from './column-sets.ts'
import { readSourceLine, realDay } from './source-line.ts'

export type ListingStatus = 'PUBLISHED' | 'ARCHIVED'

/** What one row says, in the same shape whatever its column set. Empty cells are null or empty, never guessed. */
export interface RowCandidate {
  readonly platformName: string
  readonly url: string
  /** The handle in a column of its own, without `@`; null where the set has none. */
  readonly handle: string | null
  readonly name: string
  readonly description: string
  readonly language: string | null
  /** From the status column alone; null when it says neither. */
  readonly status: ListingStatus | null
  /** The component's code where the row states one; null where it has to be derived. */
  readonly componentCode: string | null
  readonly agencies: readonly string[]
  readonly source: string
  /** The register's id of the row, or null where it gives none. */
  readonly record: string | null
  /** YYYY-MM-DD by the register; null when unknown. */
  readonly listedOn: string | null
}

const REGISTRY_EXPORT_SOURCE = 'U.S. Digital Registry export'

/** Reads the cells of one row. A row that names no source is from the file itself. */
export function readCandidate(columnSet: ColumnSet, cells: Cells, fileName: string): RowCandidate {
  return columnSet === 'accounts' ? readAccount(cells, fileName) : readRegistryRow(cells)
}

function readAccount(cells: Cells, fileName: string): RowCandidate {
  const line = readSourceLine(cell(cells, 'source') || `imported file ${fileName}`)
  return {
    platformName: cell(cells, 'platform'),
    url: cell(cells, 'url'),
    handle: cell(cells, 'handle').replace(/^@/, '') || null,
    ...splitNameCell(cell(cells, 'purpose_or_name'), line.record !== null),
    language: readLanguage(cell(cells, 'language')),
    status: readStatus(cell(cells, 'status')),
    componentCode: cell(cells, 'component') || null,
    agencies: [],
    ...line,
  }
}

function readRegistryRow(cells: Cells): RowCandidate {
  return {
    platformName: cell(cells, 'Service'),
    url: cell(cells, 'link'),
    handle: null,
    name: cell(cells, 'Account Name'),
    description: cell(cells, 'Short description'),
    language: null,
    status: readStatus(cell(cells, 'status')),
    componentCode: null,
    // One cell holds every agency of a row, each on a line of its own.
    agencies: cell(cells, 'Agency')
      .split(/\s*\n\s*/)
      .filter((agency) => agency !== ''),
    source: REGISTRY_EXPORT_SOURCE,
    record: null,
    listedOn: realDay(cell(cells, 'Last update')),
  }
}

function cell(cells: Cells, column: string): string {
  return (cells[column] ?? '').trim()
}

/** The status a cell states, or null when it states neither. */
export function readStatus(text: string): ListingStatus | null {
  const status = text.trim().toLowerCase()
  if (status === 'published') return 'PUBLISHED'
  return status === 'archive' || status === 'archived' ? 'ARCHIVED' : null
}

function readLanguage(text: string): string | null {
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text) ? text : null
}
