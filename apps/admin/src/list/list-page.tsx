import type { RowData } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import type { AnyVariables } from 'urql'
import { IgnoredNotice } from '../features/saved-view/ignored-notice.tsx'
import { SaveView } from '../features/saved-view/save-view.tsx'
import { ViewBar } from '../features/saved-view/view-bar.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Pager } from '../ui/pager.tsx'
import { FIRST_PAGE, rangeWords, type Paging } from '../ui/paging.ts'
import { QueryView } from '../ui/query-view.tsx'
import { ColumnChooser } from './column-chooser.tsx'
import { CsvDownload } from './csv-download.tsx'
import type { ListDefinition, RowPage } from './list-definition.ts'
import { unmentionedParts, type ListSearch } from './list-search.ts'
import { ListTable, type RowChoice } from './list-table.tsx'
import { useList } from './use-list.ts'

interface ListPageProps<
  Row extends RowData,
  Order extends string,
  Search extends ListSearch<Order>,
  Data,
  Variables extends AnyVariables,
> {
  readonly definition: ListDefinition<Row, Order, Search, Data, Variables>
  readonly search: Search
  /** Goes to another address of the list: `search` as its page would read it from there. */
  readonly onGo: (search: object) => void
  /** What stands above the filters: what the list is, and what can be begun here. */
  readonly intro?: ReactNode
  readonly filters: ReactNode
  /** Why there is nothing, and what to do next. */
  readonly empty: { readonly title: string; readonly next: string }
  readonly choice?: RowChoice | null
  /** Between the count and the table: what can be done with the rows. */
  readonly bulk?: (page: RowPage<Row>) => ReactNode
}

/** A list: its views, filters, columns and rows, all of it in the address; sorted and paged by the server. */
export function ListPage<
  Row extends RowData,
  Order extends string,
  Search extends ListSearch<Order>,
  Data,
  Variables extends AnyVariables,
>(props: ListPageProps<Row, Order, Search, Data, Variables>) {
  const { definition, search, onGo, intro, filters } = props
  const { state, retry, columns, order, rowPage, readCsv } = useList(definition, search)
  const total = rowPage?.total ?? null
  const go = (change: Partial<ListSearch>) => onGo({ ...search, ...FIRST_PAGE, ...change })
  return (
    <>
      <PageHeading title={definition.title} />
      {intro}
      <ViewBar list={definition.list} search={search} read={definition.read} onGo={onGo} />
      {search.view === undefined && (
        // The router leaves in an address what no reader mentions.
        <IgnoredNotice parts={unmentionedParts(search, definition.read)} />
      )}
      {filters}
      <div className="list-tools">
        <ColumnChooser
          columns={definition.columns}
          shown={columns.map(({ id }) => id)}
          density={search.density}
          onChange={(change) => onGo({ ...search, ...change })}
        />
        <SaveView list={definition.list} search={search} onSaved={(view) => onGo({ ...search, view })} />
        <CsvDownload name={`${definition.list.toLowerCase()}.csv`} total={total} read={readCsv} />
      </div>
      <QueryView state={state} what={definition.what} onRetry={retry}>
        {(data) => (
          <Rows
            {...props}
            page={definition.page(data)}
            shown={columns.map(({ id }) => id)}
            order={order}
            busy={state.fetching || state.stale}
            go={go}
          />
        )}
      </QueryView>
    </>
  )
}

interface RowsProps<
  Row extends RowData,
  Order extends string,
  Search extends ListSearch<Order>,
  Data,
  Variables extends AnyVariables,
> extends ListPageProps<Row, Order, Search, Data, Variables> {
  readonly page: RowPage<Row>
  readonly shown: readonly string[]
  readonly order: Order
  readonly busy: boolean
  readonly go: (change: Partial<ListSearch>) => void
}

function Rows<
  Row extends RowData,
  Order extends string,
  Search extends ListSearch<Order>,
  Data,
  Variables extends AnyVariables,
>(props: RowsProps<Row, Order, Search, Data, Variables>) {
  const { definition, search, page, shown, order, busy, go, empty, choice = null, bulk } = props
  const { rows, total } = page
  const paging = (to: Paging) => go(to)
  return (
    <>
      <p role="status" className="list-status">
        {rangeWords(search, rows.length, total)}.{busy && ' Updating…'}
      </p>
      {rows.length === 0 && (
        <EmptyState title={empty.title}>
          <p>{empty.next}</p>
        </EmptyState>
      )}
      {rows.length > 0 && bulk?.(page)}
      {rows.length > 0 && (
        <ListTable
          caption={definition.title}
          columns={definition.columns}
          shown={shown}
          rows={rows}
          rowKey={definition.rowKey}
          rowName={definition.rowName}
          order={order}
          onOrder={(to) => go({ order: to })}
          compact={search.density === 'compact'}
          busy={busy}
          choice={choice}
        />
      )}
      <Pager paging={search} shown={rows.length} total={total} next={page} onGo={paging} />
    </>
  )
}
