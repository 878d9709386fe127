import type { Prisma } from '@official-accounts/db/generated/client/client'
import { afterPlace, type QueueColumns, type WorkQueue } from './work-queue.ts'

const IMPORT_COLUMNS: QueueColumns<Prisma.MigrationWhereInput> = {
  dueOn: null,
  since: (submittedAt) => ({ submittedAt }),
  id: (id) => ({ id }),
}

/** Imports that wait for the Assistant Secretary's decision (V.B.6). */
export const importQueue: WorkQueue = {
  kind: 'IMPORT',
  title: 'Imports to decide',
  open({ roles }, { migration }) {
    if (!roles.some(({ role }) => role === 'ASPA')) return null
    const where: Prisma.MigrationWhereInput = { state: 'SUBMITTED' }
    return {
      count: () => migration.count({ where }),
      async page(after, take) {
        const rows = await migration.findMany({
          where: { AND: [where, afterPlace(after, 'IMPORT', IMPORT_COLUMNS)] },
          orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
          take,
          select: { id: true, fileName: true, submittedAt: true },
        })
        return rows.map(({ id, fileName, submittedAt }) => ({
          kind: 'IMPORT',
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
    }
  },
}

const ROW_COLUMNS: QueueColumns<Prisma.MigrationRowWhereInput> = {
  dueOn: null,
  since: (submittedAt) => ({ migration: { submittedAt } }),
  id: (id) => ({ id }),
}

/** Rows that an applied import held back for the Office of Public Affairs. */
export const heldRowQueue: WorkQueue = {
  kind: 'HELD_ROW',
  title: 'Held rows of imports',
  open({ roles }, { migrationRow }) {
    if (!roles.some(({ role }) => role === 'OPA')) return null
    const where: Prisma.MigrationRowWhereInput = {
      outcome: 'HELD',
      resolvedAt: null,
      migration: { state: 'APPLIED' },
    }
    return {
      count: () => migrationRow.count({ where }),
      async page(after, take) {
        const rows = await migrationRow.findMany({
          relationLoadStrategy: 'join',
          where: { AND: [where, afterPlace(after, 'HELD_ROW', ROW_COLUMNS)] },
          orderBy: [{ migration: { submittedAt: 'asc' } }, { id: 'asc' }],
          take,
          select: HELD_ROW,
        })
        return rows.map(({ id, rowNumber, reason, migration }) => ({
          kind: 'HELD_ROW',
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
    }
  },
}

const HELD_ROW = {
  id: true,
  rowNumber: true,
  reason: true,
  migration: { select: { fileName: true, submittedAt: true } },
} as const satisfies Prisma.MigrationRowSelect
