import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import {
  BACKUP_FORMAT,
  type BackupHeader,
  type BackupLine,
  type BackupRow,
  type BackupSection,
} from './backup-format.ts'

/** A file is no backup of ours, or is not whole. */
export class BackupUnreadableError extends Error {
  override readonly name = 'BackupUnreadableError'
}

/** A table's rows, some at a time. */
export interface RowsRead extends BackupSection {
  readonly rows: readonly BackupRow[]
}

const ROWS_AT_ONCE = 500

/**
 * Reads a backup: its header, then its rows by table, to the last line.
 *
 * @throws BackupUnreadableError from the first wrong line on
 */
export async function* readBackup(file: string): AsyncGenerator<BackupHeader | RowsRead> {
  const lines = linesOf(file)
  const first = await lines.next()
  yield headerOf(first.done === true ? null : first.value, file)
  let section: BackupSection | null = null
  let rows: BackupRow[] = []
  let count = 0
  let isComplete = false
  for await (const line of lines) {
    if (Array.isArray(line) && section !== null) {
      count += 1
      rows.push(line)
      if (rows.length < ROWS_AT_ONCE) continue
    }
    if (section !== null && rows.length > 0) yield { ...section, rows }
    rows = []
    if ('table' in line) section = line
    if ('rows' in line) isComplete = line.rows === count
  }
  if (!isComplete) throw new BackupUnreadableError(`${file} is not whole: its end is missing.`)
}

function headerOf(line: BackupLine | null, file: string): BackupHeader {
  if (line !== null && 'format' in line && line.format === BACKUP_FORMAT) return line
  throw new BackupUnreadableError(`${file} is no backup of this registry.`)
}

async function* linesOf(file: string): AsyncGenerator<BackupLine, void> {
  try {
    for await (const line of textLines(file)) yield JSON.parse(line)
  } catch (error) {
    throw new BackupUnreadableError(`${file} cannot be read as a backup.`, { cause: error })
  }
}

async function* textLines(file: string): AsyncGenerator<string> {
  // A fault of either stream ends the last one, and so the loop.
  const text = pipeline(createReadStream(file), createGunzip(), () => {})
  text.setEncoding('utf8')
  let begun = ''
  for await (const part of text) {
    const lines = `${begun}${part}`.split('\n')
    begun = lines.pop() ?? ''
    yield* lines
  }
  if (begun !== '') yield begun
}
