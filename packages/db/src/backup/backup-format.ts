/** Names what a file is, so that no other can be taken for a backup. */
export const BACKUP_FORMAT = 'official-accounts/backup/v1'

/** The first line: when it was made, of which version of the tables, and how the audit's chains stood. */
export interface BackupHeader {
  readonly format: typeof BACKUP_FORMAT
  readonly madeAt: string
  readonly migrations: readonly string[]
  /** By chain: the place and the hash (hexadecimal) of its newest entry. */
  readonly heads: Readonly<Record<string, { readonly seq: string; readonly hash: string }>>
}

/** A line before a table's rows: from here on, each line is a row, as PostgreSQL's text of each cell or null. */
export interface BackupSection {
  readonly table: string
  readonly columns: readonly string[]
}

/** The last line: how many rows there have to be. Without it the file was cut short. */
export interface BackupEnd {
  readonly rows: number
}

/** A row: a cell for each column of its section. */
export type BackupRow = readonly (string | null)[]

/** Any line of a backup. */
export type BackupLine = BackupHeader | BackupSection | BackupRow | BackupEnd

/** How PostgreSQL writes and reads cells, whatever the server's own settings are. */
export const CELL_SETTINGS = `set local datestyle to 'ISO, YMD'; set local timezone to 'UTC'; set local bytea_output to 'hex';
  set local intervalstyle to 'postgres'; set local extra_float_digits to 1; set local statement_timeout to 0;
  set local idle_in_transaction_session_timeout to 0`
