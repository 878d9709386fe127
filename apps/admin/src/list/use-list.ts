import { useState } from 'react'
import { useClient, useQuery, type AnyVariables } from 'urql'
import { toCsv, type CsvLine } from '../csv/to-csv.ts'
import { CHANGING_RECORDS } from '../ui/change-types.ts'
import { cursorOf, PAGE_SIZE } from '../ui/paging.ts'
import { MOST_CSV_ROWS } from './csv-download.tsx'
import { shownColumns, type ListDefinition } from './list-definition.ts'
import type { ListSearch } from './list-search.ts'
import { readAllRows } from './read-all-rows.ts'

/** The page of a list that an address names, and all of the list for a file. One query reads a page. */
export function useList<
  Row,
  Order extends string,
  Search extends ListSearch<Order>,
  Data,
  Variables extends AnyVariables,
>(definition: ListDefinition<Row, Order, Search, Data, Variables>, search: Search) {
  const client = useClient()
  const { query, page } = definition
  const variables = definition.variables(search, { first: PAGE_SIZE, after: cursorOf(search) })
  const [state, retry] = useQuery<Data, Variables>({ query, variables, context: CHANGING_RECORDS })
  const columns = shownColumns(definition.columns, search.columns)
  return {
    state,
    retry,
    columns,
    order: search.order ?? definition.defaultOrder,
    rowPage: state.data === undefined ? null : page(state.data),
    async readCsv(onRead: (rows: number) => void, isStopped: () => boolean): Promise<string> {
      const rows = await readAllRows(client, {
        query,
        variables: (part) => definition.variables(search, part),
        page,
        most: MOST_CSV_ROWS,
        onRead,
        isStopped,
      })
      return toCsv(rows.map((row) => lineOf(row, columns)))
    },
  }
}

function lineOf<Row>(row: Row, columns: readonly { readonly csv: (row: Row) => CsvLine }[]): CsvLine {
  return Object.assign({}, ...columns.map(({ csv }) => csv(row)))
}

/** Which rows are chosen, until what the list shows is narrowed or widened. */
export function useChoice(filter: unknown) {
  const of = JSON.stringify(filter)
  const [choice, setChoice] = useState<{ readonly of: string; readonly ids: ReadonlySet<string> }>({
    of,
    ids: new Set(),
  })
  return {
    chosen: choice.of === of ? choice.ids : new Set<string>(),
    onChoose: (ids: ReadonlySet<string>) => setChoice({ of, ids }),
  }
}
