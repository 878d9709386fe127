import { Button } from '@trussworks/react-uswds'
import { useRef, useState } from 'react'
import { saveFile } from '../csv/save-file.ts'

/** A file takes no more rows; a longer list is narrowed first. */
export const MOST_CSV_ROWS = 20_000

interface CsvDownloadProps {
  readonly name: string
  readonly total: number | null
  /** Reads all rows and answers with the file's text. */
  readonly read: (onRead: (rows: number) => void, isStopped: () => boolean) => Promise<string>
}

/** Saves what the list shows, all pages of it, as CSV, and says how far it is. */
export function CsvDownload({ name, total, read }: CsvDownloadProps) {
  const [rows, setRows] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const stopped = useRef(false)
  const isTooLong = total !== null && total > MOST_CSV_ROWS

  async function download() {
    if (rows !== null) return
    stopped.current = false
    setSaid('')
    setRows(0)
    try {
      const text = await read(setRows, () => stopped.current)
      if (stopped.current) setSaid('Stopped: no file was saved.')
      else {
        saveFile(name, 'text/csv', text)
        setSaid(`Saved as ${name}.`)
      }
    } catch (error) {
      setSaid(error instanceof Error ? error.message : 'The list could not be read. Try again.')
    }
    setRows(null)
  }

  if (isTooLong) {
    return (
      <p className="usa-hint">
        A CSV file takes at most {MOST_CSV_ROWS.toLocaleString('en-US')} rows: narrow the list to download it.
      </p>
    )
  }
  return (
    <div className="csv-download">
      <Button type="button" outline aria-disabled={rows !== null} onClick={() => void download()}>
        {rows === null ? 'Download as CSV' : progressWords(rows, total)}
      </Button>
      {rows !== null && (
        <Button type="button" unstyled onClick={() => (stopped.current = true)}>
          Stop
        </Button>
      )}
      <span role="status">{said}</span>
    </div>
  )
}

function progressWords(rows: number, total: number | null): string {
  const read = rows.toLocaleString('en-US')
  return total === null
    ? `Reading, ${read} rows so far…`
    : `Reading ${read} of ${total.toLocaleString('en-US')}…`
}
