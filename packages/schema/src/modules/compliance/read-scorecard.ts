import { readGranted } from '@official-accounts/db/facts/compliance-facts'
import { readAccountSubjects } from '@official-accounts/db/facts/compliance-subjects'
import type { Prisma, PrismaClient } from '@official-accounts/db/generated/client/client'
import { visibleFindings } from '@official-accounts/db/visibility'
import type { Reach } from '@official-accounts/domain/access/actor'
import { checkSubject } from '@official-accounts/domain/compliance/evaluate'
import {
  scorecard,
  type CountedAccounts,
  type Excepted,
  type Score,
} from '@official-accounts/domain/compliance/scorecard'
import { isInForce, type GrantedException } from '@official-accounts/domain/exception/exception'

/** A component as the scorecard names it. */
export interface ScoredComponent {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** A row of the scorecard with its component. */
export interface ComponentScore extends Score {
  readonly component: ScoredComponent
}

/**
 * Counts what is checked, met, open and excepted of what a reader may see: a handful of statements, whatever the
 * number of accounts. Accounts are read one by one only where an exception in force covers them.
 */
export async function readScorecard(
  read: PrismaClient,
  reach: Reach,
  now: Date,
): Promise<readonly ComponentScore[]> {
  const all = reach.extent === 'SYSTEM' || reach.extent === 'DEPARTMENT'
  const componentId = { in: [...reach.componentIds] }
  const own: Prisma.AccountWhereInput = all ? {} : { componentId }
  const components = await read.component.findMany({
    where: all ? {} : { id: componentId },
    select: { id: true, code: true, name: true, kind: true },
    orderBy: { code: 'asc' },
  })
  const [accounts, platforms, findings, excepted] = await Promise.all([
    countAccounts(read, own),
    all ? read.platform.groupBy({ by: ['state'], _count: true }) : [],
    read.finding.groupBy({
      by: ['componentId', 'clause', 'code'],
      where: { AND: [{ state: 'OPEN' }, visibleFindings(reach)] },
      _count: true,
    }),
    readExcepted(read, own, now),
  ])
  const byId = new Map(components.map((component) => [component.id, component]))
  const scores = scorecard({
    componentIds: components.map(({ id }) => id),
    departmentId: components.find(({ kind }) => kind === 'DEPARTMENT')?.id ?? null,
    accounts,
    platforms: platforms.map(({ _count, ...group }) => ({ ...group, count: _count })),
    findings: findings.map(({ _count, ...group }) => ({ ...group, count: _count })),
    excepted,
  })
  return scores.flatMap((score) => {
    const component = byId.get(score.componentId)
    return component ? [{ ...score, component }] : []
  })
}

async function countAccounts(
  read: PrismaClient,
  own: Prisma.AccountWhereInput,
): Promise<readonly CountedAccounts[]> {
  const isUnclaimed: Prisma.AccountWhereInput = { migrationId: { not: null }, claimedAt: null }
  const count = async (unclaimed: boolean) => {
    const groups = await read.account.groupBy({
      by: ['componentId', 'state', 'useCategory'],
      where: { AND: [own, unclaimed ? isUnclaimed : { NOT: isUnclaimed }] },
      _count: true,
    })
    return groups.map(({ _count, ...group }) => ({ ...group, unclaimed, count: _count }))
  }
  return (await Promise.all([count(true), count(false)])).flat()
}

async function readExcepted(
  read: PrismaClient,
  own: Prisma.AccountWhereInput,
  now: Date,
): Promise<readonly Excepted[]> {
  const granted = (await readGranted(read)).filter((exception) => isInForce(exception, now))
  if (granted.length === 0) return []
  const covered = { AND: [own, { OR: granted.map(coveredBy) }] }
  const subjects = await readAccountSubjects(read, covered, granted)
  return subjects.flatMap((subject) =>
    checkSubject(subject, now)
      .filter(({ outcome }) => outcome === 'EXCEPTED')
      .map(({ check }) => ({ componentId: subject.componentId, clause: check.clause })),
  )
}

// What `covers` asks, of the database.
function coveredBy({ accountId, componentId, platformId }: GrantedException): Prisma.AccountWhereInput {
  if (accountId !== null) return { id: accountId }
  return {
    ...(componentId === null ? {} : { componentId }),
    ...(platformId === null ? {} : { platformId }),
  }
}
