import { readFailure } from '@official-accounts/client/result'
import type { AnyVariables, Client, TypedDocumentNode } from 'urql'
import { failureWords } from '../ui/problem.tsx'
import type { PageOfQuery, RowPage } from './list-definition.ts'

const ROWS_A_PAGE = 100

/** How to read a list from its beginning to its end. */
export interface WholeList<Row, Data, Variables extends AnyVariables> {
  readonly query: TypedDocumentNode<Data, Variables>
  readonly variables: (page: PageOfQuery) => Variables
  readonly page: (data: Data) => RowPage<Row>
  /** No more rows are read than that. */
  readonly most: number
  readonly onRead: (rows: number) => void
  readonly isStopped?: () => boolean
}

/** Reads a list page by page, from the server and not from what is kept. Throws an Error with words for a person. */
export async function readAllRows<Row, Data, Variables extends AnyVariables>(
  client: Pick<Client, 'query'>,
  { query, variables, page, most, onRead, isStopped = () => false }: WholeList<Row, Data, Variables>,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  let after: string | null = null
  while (rows.length < most && !isStopped()) {
    const asked: Variables = variables({ first: Math.min(ROWS_A_PAGE, most - rows.length), after })
    const { data, error } = await client
      .query<Data, Variables>(query, asked, { requestPolicy: 'network-only' })
      .toPromise()
    if (!data) throw new Error(error ? failureWords(readFailure(error)) : 'The rows could not be read.')
    const read = page(data)
    rows.push(...read.rows)
    onRead(rows.length)
    if (!read.hasNextPage) break
    after = read.endCursor
  }
  return rows
}
