import { isStorable, unstorableText } from '@official-accounts/domain/storable-text'
import { GraphQLError } from 'graphql'

const LARGEST_PAGE = 100
const DEFAULT_PAGE = 20

/** The page a caller asked for. */
export interface PageArguments {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
}

/** One column of a total order; the last one is unique. Values are ids, texts or instants. */
export interface SortColumn<Row> {
  readonly field: string
  readonly direction: 'asc' | 'desc'
  /** What a cursor's value has to look like, so that a forged one never reaches the database. */
  readonly type: 'id' | 'text' | 'instant'
  readonly value: (row: Row) => string | Date
}

/** A page of rows found by keyset: no offset, and the same cost on every page. */
export interface KeysetPage<Row> {
  readonly edges: { readonly cursor: string; readonly node: Row }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

interface PageQuery {
  readonly where: object
  readonly orderBy: object[]
  readonly take: number
}

/**
 * Reads one page after a cursor, by comparison with the cursor's own values: Prisma's `cursor` on several columns
 * reads all that comes before. One row more than asked for tells whether there is a next page.
 *
 * @throws GraphQLError BAD_USER_INPUT for a size outside 1 to 100, a broken cursor, or paging backwards
 */
export async function keysetPage<Row>(
  args: PageArguments,
  order: readonly SortColumn<Row>[],
  find: (query: PageQuery) => Promise<Row[]>,
): Promise<KeysetPage<Row>> {
  const [issue] = unstorableText({ ...args, after: null, before: null }, '')
  if (issue) throw badInput(`${issue.path}: ${issue.message}`)
  const size = pageSize(args)
  const after = args.after ? readCursor(args.after, order) : null
  const rows = await find({
    where: after ? afterCursor(order, after) : {},
    orderBy: order.map(({ field, direction }) => ({ [field]: direction })),
    take: size + 1,
  })
  const edges = rows.slice(0, size).map((node) => ({ node, cursor: writeCursor(order, node) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

function pageSize({ first, last, before }: PageArguments): number {
  if (last != null || before != null) throw badInput('Lists are paged forwards: use first and after.')
  const size = first ?? DEFAULT_PAGE
  if (size < 1 || size > LARGEST_PAGE) throw badInput(`first: between 1 and ${LARGEST_PAGE}.`)
  return size
}

// (a, b) > (x, y) is a > x or (a = x and b > y).
function afterCursor<Row>(order: readonly SortColumn<Row>[], values: readonly string[]): object {
  const alternatives = order.map((column, index) => ({
    ...Object.fromEntries(order.slice(0, index).map(({ field }, at) => [field, values[at]])),
    [column.field]: { [column.direction === 'asc' ? 'gt' : 'lt']: values[index] },
  }))
  return alternatives.length === 1 ? { ...alternatives[0] } : { OR: alternatives }
}

function writeCursor<Row>(order: readonly SortColumn<Row>[], row: Row): string {
  return Buffer.from(JSON.stringify(order.map(({ value }) => value(row)))).toString('base64url')
}

function readCursor<Row>(cursor: string, order: readonly SortColumn<Row>[]): readonly string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (isCursorOf(order, values)) return values
  } catch {
    // Falls through to the one answer for every broken cursor.
  }
  throw badInput('after: this is no cursor of this list.')
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function isCursorOf<Row>(order: readonly SortColumn<Row>[], values: unknown): values is readonly string[] {
  if (!Array.isArray(values) || values.length !== order.length) return false
  return order.every(({ type }, index) => {
    const value: unknown = values[index]
    if (typeof value !== 'string') return false
    if (type === 'id') return UUID.test(value)
    return type === 'text' ? isStorable(value) : !Number.isNaN(Date.parse(value))
  })
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}
