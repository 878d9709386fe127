import { isStorable, unstorableText } from '@official-accounts/domain/storable-text'
import { isRecordId } from '@official-accounts/domain/record-id'
import { badInput } from './bad-input.ts'
import { decodeCursor, encodeCursor, noCursor } from './cursor.ts'

const LARGEST_PAGE = 100
const DEFAULT_PAGE = 20

/** The page a caller asked for. */
export interface PageArguments {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
}

/** One column of a total order; the last one is unique and never null. */
export interface SortColumn<Row> {
  readonly field: string
  /** The to-one relation the column is of; the row's own when not given. Whoever finds the rows selects it. */
  readonly relation?: string
  readonly direction: 'asc' | 'desc'
  /** What a cursor's value has to look like, so that a forged one never reaches the database. */
  readonly type: 'id' | 'text' | 'instant' | 'enum'
  /** An enum's values as the database orders them: Prisma compares enums by membership alone. */
  readonly members?: readonly string[]
  /** Whether it may be null; nulls come last in both directions. */
  readonly nullable?: boolean
  readonly value: (row: Row) => string | Date | null
}

type CursorValue = string | null

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

/** What has to be read for one page, and how much of it the page shows. */
export interface KeysetQuery extends PageQuery {
  readonly order: readonly SortColumn<never>[]
  readonly size: number
  readonly isFirst: boolean
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
  const { where, orderBy, take, size, isFirst } = keysetQuery(args, order)
  const rows = await find({ where, orderBy, take })
  const edges = rows.slice(0, size).map((node) => ({ node, cursor: writeCursor(order, node) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: !isFirst,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

/**
 * What a page after a cursor asks the database for; one row more than it shows.
 *
 * @throws GraphQLError as keysetPage() does
 */
export function keysetQuery<Row>(args: PageArguments, order: readonly SortColumn<Row>[]): KeysetQuery {
  const [issue] = unstorableText({ ...args, after: null, before: null }, '')
  if (issue) throw badInput(`${issue.path}: ${issue.message}`)
  const size = pageSize(args)
  const after = args.after ? readCursor(args.after, order) : null
  const where = after ? afterCursor(order, after) : {}
  return { where, orderBy: order.map(orderOf), take: size + 1, order, size, isFirst: after === null }
}

function pageSize({ first, last, before }: PageArguments): number {
  if (last != null || before != null) throw badInput('Lists are paged forwards: use first and after.')
  const size = first ?? DEFAULT_PAGE
  if (size < 1 || size > LARGEST_PAGE) throw badInput(`first: between 1 and ${LARGEST_PAGE}.`)
  return size
}

function orderOf<Row>(column: SortColumn<Row>): object {
  const { direction, nullable } = column
  return onColumn(column, nullable ? { sort: direction, nulls: 'last' } : direction)
}

// (a, b) > (x, y) is a > x or (a = x and b > y).
function afterCursor<Row>(order: readonly SortColumn<Row>[], values: readonly CursorValue[]): object {
  const alternatives = order.flatMap((column, index) => {
    const beyond = beyondValue(column, values[index] ?? null)
    const same = order.slice(0, index).map((earlier, at) => onColumn(earlier, values[at] ?? null))
    return beyond.map((condition) => (same.length === 0 ? condition : { AND: [...same, condition] }))
  })
  return alternatives.length === 1 ? { ...alternatives[0] } : { OR: alternatives }
}

// Nulls come last: nothing lies beyond them, and they lie beyond every value.
function beyondValue<Row>(column: SortColumn<Row>, value: CursorValue): readonly object[] {
  if (value === null) return []
  const { direction, members, nullable } = column
  const ranked = direction === 'asc' ? members : members?.toReversed()
  const comparison = ranked
    ? { in: ranked.slice(ranked.indexOf(value) + 1) }
    : { [direction === 'asc' ? 'gt' : 'lt']: value }
  return [onColumn(column, comparison), ...(nullable ? [onColumn(column, null)] : [])]
}

function onColumn<Row>({ field, relation }: SortColumn<Row>, condition: unknown): object {
  return relation ? { [relation]: { [field]: condition } } : { [field]: condition }
}

function writeCursor<Row>(order: readonly SortColumn<Row>[], row: Row): string {
  return encodeCursor(order.map(({ value }) => value(row)))
}

function readCursor<Row>(cursor: string, order: readonly SortColumn<Row>[]): readonly CursorValue[] {
  const values = decodeCursor(cursor)
  if (isCursorOf(order, values)) return values
  throw noCursor()
}

function isCursorOf<Row>(
  order: readonly SortColumn<Row>[],
  values: readonly unknown[],
): values is readonly CursorValue[] {
  return values.length === order.length && order.every((column, index) => isValueOf(column, values[index]))
}

function isValueOf<Row>({ type, members, nullable }: SortColumn<Row>, value: unknown): boolean {
  if (value === null) return nullable === true
  if (typeof value !== 'string') return false
  if (type === 'id') return isRecordId(value)
  if (type === 'enum') return members?.includes(value) === true
  return type === 'text' ? isStorable(value) : !Number.isNaN(Date.parse(value))
}

/** The same order from its other end; nulls stay last. */
export function reversed<Row>(order: readonly SortColumn<Row>[]): readonly SortColumn<Row>[] {
  return order.map((column) => ({ ...column, direction: column.direction === 'asc' ? 'desc' : 'asc' }))
}
