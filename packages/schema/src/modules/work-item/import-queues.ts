import type { Prisma } from '@official-accounts/db/generated/client/client'
import { recordQueue } from './record-queue.ts'
import type { QueueColumns, WorkQueue } from './work-queue.ts'

const IMPORT_COLUMNS: QueueColumns<Prisma.MigrationWhereInput> = {
  dueOn: null,
  since: (submittedAt) => ({ submittedAt }),
  id: (id) => ({ id }),
}

/** Imports that wait for the Assistant Secretary's decision (V.B.6). */
export const importQueue: WorkQueue = recordQueue<Prisma.MigrationWhereInput>({
  kind: 'IMPORT',
  title: 'Imports to decide',
  owners: ['ASPA'],
  due: 'NONE',
  columns: IMPORT_COLUMNS,
  where: () => ({ state: 'SUBMITTED' }),
  within: null,
  count: ({ migration }, which) => migration.count({ where: { AND: [which] } }),
  async oldest({ migration }, which) {
    const { _min: first } = await migration.aggregate({
      where: { AND: [which] },
      _min: { submittedAt: true },
    })
    return first.submittedAt
  },
  async page({ migration }, which, take) {
    const rows = await migration.findMany({
      where: { AND: [which] },
      orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
      take,
      select: { id: true, fileName: true, submittedAt: true },
    })
    return rows.map(({ id, fileName, submittedAt }) => ({
      subjectType: 'Migration',
      subjectId: id,
      title: fileName,
      componentCode: null,
      reason: 'An import waits for your decision.',
      action: 'decideMigration',
      since: submittedAt,
      dueOn: null,
    }))
  },
})

const ROW_COLUMNS: QueueColumns<Prisma.MigrationRowWhereInput> = {
  dueOn: null,
  since: (submittedAt) => ({ migration: { submittedAt } }),
  id: (id) => ({ id }),
}

/** Rows that an applied import held back for the Office of Public Affairs. */
export const heldRowQueue: WorkQueue = recordQueue<Prisma.MigrationRowWhereInput>({
  kind: 'HELD_ROW',
  title: 'Held rows of imports',
  owners: ['OPA'],
  due: 'NONE',
  columns: ROW_COLUMNS,
  where: () => ({ outcome: 'HELD', resolvedAt: null, migration: { state: 'APPLIED' } }),
  within: null,
  count: ({ migrationRow }, which) => migrationRow.count({ where: { AND: [which] } }),
  async oldest({ migrationRow }, which) {
    const first = await migrationRow.findFirst({
      where: { AND: [which] },
      orderBy: { migration: { submittedAt: 'asc' } },
      select: { migration: { select: { submittedAt: true } } },
    })
    return first?.migration.submittedAt ?? null
  },
  async page({ migrationRow }, which, take) {
    const rows = await migrationRow.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [which] },
      orderBy: [{ migration: { submittedAt: 'asc' } }, { id: 'asc' }],
      take,
      select: HELD_ROW,
    })
    return rows.map(({ id, rowNumber, reason, migration }) => ({
      subjectType: 'MigrationRow',
      subjectId: id,
      title: `${migration.fileName}, row ${rowNumber}`,
      componentCode: null,
      reason,
      action: 'resolveMigrationRow',
      since: migration.submittedAt,
      dueOn: null,
    }))
  },
})

const HELD_ROW = {
  id: true,
  rowNumber: true,
  reason: true,
  migration: { select: { fileName: true, submittedAt: true } },
} as const satisfies Prisma.MigrationRowSelect
