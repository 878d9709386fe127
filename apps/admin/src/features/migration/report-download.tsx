import { saveFile } from '../../csv/save-file.ts'
import { toCsv } from '../../csv/to-csv.ts'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useClient, type Client } from 'urql'
import { failureWords } from '../../ui/problem.tsx'
import { readFailure } from '@official-accounts/client/result'
import { ImportRowsQuery, type ImportDetail, type ImportRow } from './import.documents.ts'
import { reportName, rowLine } from './row-report.ts'

const PAGE_ROWS = 100

/** Saves what became of every row of an import, read page by page, with how far it is. */
export function ReportDownload({ migration }: { readonly migration: ImportDetail }) {
  const client = useClient()
  const [read, setRead] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { id, fileName, rowCount } = migration

  async function download() {
    if (read !== null) return
    setProblem(null)
    setRead(0)
    try {
      const rows = await readAllRows(client, id, setRead)
      saveFile(reportName(fileName), 'text/csv', toCsv(rows.map(rowLine)))
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The report could not be read. Try again.')
    }
    setRead(null)
  }

  return (
    <p>
      <Button type="button" outline aria-disabled={read !== null} onClick={() => void download()}>
        {read === null
          ? 'Download the report on all rows'
          : `Reading row ${read.toLocaleString('en-US')} of ${rowCount.toLocaleString('en-US')}…`}
      </Button>
      <span role="alert"> {problem}</span>
    </p>
  )
}

async function readAllRows(client: Client, migrationId: string, onRead: (rows: number) => void) {
  const rows: ImportRow[] = []
  for (let after: string | null = null; ;) {
    const variables: { first: number; after: string | null; migrationId: string } = {
      first: PAGE_ROWS,
      after,
      migrationId,
    }
    const { data, error } = await client
      .query(ImportRowsQuery, variables, { requestPolicy: 'network-only' })
      .toPromise()
    if (!data) throw new Error(error ? failureWords(readFailure(error)) : 'The rows could not be read.')
    const { edges, pageInfo } = data.migrationRows
    rows.push(...edges.map(({ node }) => node))
    onRead(rows.length)
    if (!pageInfo.hasNextPage) return rows
    after = pageInfo.endCursor
  }
}
