import type { Prisma, PrismaClient } from '@official-accounts/db/generated/client/client'
import {
  MODERATION_KINDS,
  MODERATION_REASONS,
  type ModerationKind,
  type ModerationReason,
} from '@official-accounts/domain/moderation/moderation'

/** The accounts with most moderation that a report names. */
export const REPORTED_ACCOUNTS = 20
/** The months, up to the last one asked for, that a report counts. */
export const REPORTED_MONTHS = 12

/** How much was moderated, counted by what was done, why, where and when. */
export interface ModerationReport {
  readonly total: number
  readonly inReview: number
  readonly toBeReversed: number
  readonly reversed: number
  readonly byKind: readonly { readonly kind: ModerationKind; readonly count: number }[]
  readonly byReason: readonly { readonly reason: ModerationReason; readonly count: number }[]
  readonly byComponent: readonly Counted[]
  readonly byAccount: readonly Counted[]
  readonly byMonth: readonly { readonly month: string; readonly count: number }[]
}

/** How much of it one record has. */
export interface Counted {
  readonly id: string
  readonly name: string
  readonly count: number
}

type Where = Prisma.ModerationActionWhereInput

/** Counts acts in a fixed number of statements, however many there are; entries that were corrected are left out. */
export async function readModerationReport(
  read: PrismaClient,
  filtered: Where,
  last: Date,
): Promise<ModerationReport> {
  const where: Where = { AND: [filtered, { state: { not: 'CORRECTED' } }] }
  const { moderationAction } = read
  const count = { _all: true } as const
  const kinds = await moderationAction.groupBy({ by: ['kind'], where, _count: count })
  const reasons = await moderationAction.groupBy({ by: ['reason'], where, _count: count })
  const states = await moderationAction.groupBy({ by: ['state'], where, _count: count })
  const inState = (state: string) => states.find((line) => line.state === state)?._count._all ?? 0
  return {
    total: states.reduce((sum, line) => sum + line._count._all, 0),
    inReview: inState('IN_REVIEW'),
    toBeReversed: inState('TO_BE_REVERSED'),
    reversed: inState('REVERSED'),
    byKind: MODERATION_KINDS.flatMap((kind) => {
      const line = kinds.find((one) => one.kind === kind)
      return line ? [{ kind, count: line._count._all }] : []
    }),
    byReason: MODERATION_REASONS.flatMap((reason) => {
      const line = reasons.find((one) => one.reason === reason)
      return line ? [{ reason, count: line._count._all }] : []
    }),
    byComponent: await countComponents(read, where),
    byAccount: await countAccounts(read, where),
    byMonth: await countMonths(read, where, last),
  }
}

async function countComponents(read: PrismaClient, where: Where): Promise<readonly Counted[]> {
  const lines = await read.moderationAction.groupBy({
    by: ['componentId'],
    where,
    _count: { _all: true },
    orderBy: [{ _count: { componentId: 'desc' } }, { componentId: 'asc' }],
  })
  const rows = await read.component.findMany({
    where: { id: { in: lines.map(({ componentId }) => componentId) } },
    select: { id: true, code: true },
  })
  const names = new Map(rows.map(({ id, code }) => [id, code]))
  return lines.map(({ componentId: id, _count }) => ({ id, name: names.get(id) ?? '', count: _count._all }))
}

async function countAccounts(read: PrismaClient, where: Where): Promise<readonly Counted[]> {
  const lines = await read.moderationAction.groupBy({
    by: ['accountId'],
    where,
    _count: { _all: true },
    orderBy: [{ _count: { accountId: 'desc' } }, { accountId: 'asc' }],
    take: REPORTED_ACCOUNTS,
  })
  const rows = await read.account.findMany({
    where: { id: { in: lines.map(({ accountId }) => accountId) } },
    select: { id: true, title: true },
  })
  const names = new Map(rows.map(({ id, title }) => [id, title]))
  return lines.map(({ accountId: id, _count }) => ({ id, name: names.get(id) ?? '', count: _count._all }))
}

async function countMonths(
  read: PrismaClient,
  where: Where,
  last: Date,
): Promise<ModerationReport['byMonth']> {
  const begin = (back: number) => new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - back, 1))
  const months = Array.from({ length: REPORTED_MONTHS }, (_, at) => REPORTED_MONTHS - 1 - at)
  return Promise.all(
    months.map(async (back) => ({
      month: begin(back).toISOString().slice(0, 7),
      count: await read.moderationAction.count({
        where: { AND: [where, { doneAt: { gte: begin(back), lt: begin(back - 1) } }] },
      }),
    })),
  )
}
