import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { Prisma, PrismaClient } from './generated/client/client.ts'

/** A client made for reading was asked to write. */
export class ReadOnlyClientError extends Error {
  readonly code = 'READ_ONLY_CLIENT'

  constructor(operation: string) {
    super(`${operation} writes, and this client only reads: state changes through a command.`)
    this.name = 'ReadOnlyClientError'
  }
}

// Longer ones come from lists and batches, whose shapes are many and would each stay prepared for ever.
const LONGEST_PREPARED = 8192
const READS = /^(find|count$|aggregate$|groupBy$|\$queryRaw)/

/** Prisma's client over a pool made by createActorPool(). */
export function createClient(pool: pg.Pool): PrismaClient {
  const client = createBatchingClient(pool)
  return client.$extends(oneLookUpEach(client)) as unknown as PrismaClient
}

/** Prisma's client as it comes, which mixes actors: only the test that shows so has a use for it. */
export function createBatchingClient(pool: pg.Pool): PrismaClient {
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementName })
  return new PrismaClient({ adapter, errorFormat: 'minimal' })
}

/** As createClient(), without any way to write. Give it a pool with `readOnly`, which binds raw queries too. */
export function createReadClient(pool: pg.Pool): PrismaClient {
  const readOnly = Prisma.defineExtension({
    query: {
      async $allOperations({ operation, args, query }) {
        if (!READS.test(operation)) throw new ReadOnlyClientError(operation)
        return query(args)
      },
    },
  })
  return createClient(pool).$extends(readOnly) as unknown as PrismaClient
}

function statementName({ sql }: { sql: string }): string {
  return sql.length > LONGEST_PREPARED ? '' : `p${createHash('md5').update(sql).digest('hex')}`
}

interface Delegate {
  readonly $name: string
  findFirst(args: unknown): unknown
  findFirstOrThrow(args: unknown): unknown
}

/**
 * Prisma gathers the findUnique calls of one tick into one query, also those of different requests: all but
 * one would run as somebody else. findFirst is never gathered.
 */
function oneLookUpEach(client: PrismaClient) {
  return Prisma.defineExtension({
    model: {
      $allModels: {
        findUnique(args: { where: object }) {
          const delegate = delegateOf(this)
          return delegate.findFirst(withPlainWhere(client, delegate.$name, args))
        },
        findUniqueOrThrow(args: { where: object }) {
          const delegate = delegateOf(this)
          return delegate.findFirstOrThrow(withPlainWhere(client, delegate.$name, args))
        },
      },
    },
  })
}

function delegateOf(context: object): Delegate {
  return Prisma.getExtensionContext(context) as unknown as Delegate
}

/** Spreads compound keys: only a unique look-up knows `{ platformId_handle: { platformId, handle } }`. */
function withPlainWhere(client: PrismaClient, model: string, args: { where: object }): object {
  const fields = new Set(['AND', 'OR', 'NOT', ...fieldNames(client, model)])
  const entries = Object.entries(args.where).flatMap(([key, value]) =>
    fields.has(key) ? [[key, value] as const] : Object.entries(value as object),
  )
  // Prisma drops an undefined condition, and findFirst would then answer with any row at all.
  const missing = entries.find(([, value]) => value === undefined)
  if (entries.length === 0 || missing !== undefined) {
    throw new TypeError(`A unique look-up of ${model} needs a value for ${missing?.[0] ?? 'its key'}.`)
  }
  return { ...args, where: Object.fromEntries(entries) }
}

function fieldNames(client: PrismaClient, model: string): string[] {
  const { _runtimeDataModel: data } = client as unknown as {
    _runtimeDataModel: { models: Record<string, { fields: { name: string }[] } | undefined> }
  }
  return data.models[model]?.fields.map((field) => field.name) ?? []
}
