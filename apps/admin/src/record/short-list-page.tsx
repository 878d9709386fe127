import type { ReactNode } from 'react'
import { useQuery, type AnyVariables, type TypedDocumentNode } from 'urql'
import { useRefresh } from '../session/use-refresh.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Pager } from '../ui/pager.tsx'
import { PAGE_SIZE, cursorOf, type Paging } from '../ui/paging.ts'
import { QueryView } from '../ui/query-view.tsx'

/** A page of a list as GraphQL answers it. */
export interface ConnectionPage<Row> {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly edges: readonly { readonly node: Row }[]
}

interface ShortListPageProps<Row, Data, Variables extends AnyVariables> {
  readonly title: string
  /** Completes “Could not load …”. */
  readonly what: string
  /** What the list is, and what can be begun here. */
  readonly intro: ReactNode
  readonly filters: ReactNode
  readonly query: TypedDocumentNode<Data, Variables>
  readonly variables: (page: { readonly first: number; readonly after: string | null }) => Variables
  readonly page: (data: Data) => ConnectionPage<Row>
  readonly changing: { additionalTypenames: string[] }
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly paging: Paging
  readonly onGo: (paging: Paging) => void
  readonly empty: { readonly title: string; readonly next: string }
}

/** A list whose columns are always the same: filtered and paged by the server, all of it in the address. */
export function ShortListPage<Row, Data, Variables extends AnyVariables>(
  props: ShortListPageProps<Row, Data, Variables>,
) {
  const { title, what, intro, filters, query, page, changing, columns, rowKey, paging, onGo, empty } = props
  const variables = props.variables({ first: PAGE_SIZE, after: cursorOf(paging) })
  const [state, retry] = useQuery<Data, Variables>({ query, variables, context: changing })
  useRefresh(() => retry({ requestPolicy: 'network-only' }))
  return (
    <>
      <PageHeading title={title} />
      {intro}
      {filters}
      <QueryView state={state} what={what} onRetry={retry}>
        {(data) => {
          const { edges, totalCount, pageInfo } = page(data)
          if (edges.length === 0)
            return (
              <EmptyState title={empty.title}>
                <p>{empty.next}</p>
              </EmptyState>
            )
          return (
            <>
              <p role="status">{`${totalCount.toLocaleString('en-US')} in all.`}</p>
              <DataTable
                caption={title}
                columns={columns}
                rows={edges.map(({ node }) => node)}
                rowKey={rowKey}
              />
              <Pager paging={paging} shown={edges.length} total={totalCount} next={pageInfo} onGo={onGo} />
            </>
          )
        }}
      </QueryView>
    </>
  )
}
