import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, forbidden } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { countOutcomes, identitiesOf, judgeRows, readRows } from './judge-rows.ts'
import { loadIdentities } from './load-identities.ts'
import { loadReference } from './load-reference.ts'
import { readSource } from './read-source.ts'
import { insertRows } from './row-store.ts'

const input = z.object({
  fileName: z.string().trim().min(1, 'Name the file.').max(255, 'At most 255 characters.'),
  content: z.string().min(1, 'The file is empty.'),
})

/** Submits a register's file for a decision: every row is judged and kept, nothing is applied (V.B.6). */
export const submitMigration = defineCommand({
  name: 'submitMigration',
  permission: 'migration.submit',
  subjectType: 'Migration',
  input,
  subjectId: () => null,
  lock: lockSource,
  place: () => ({ componentId: null }),
  decide(actor, now, { fileName }, { source, read, known, components, waitingId }) {
    if (waitingId !== null) {
      return refuse(conflict('This file waits for a decision already.', { type: 'Migration', id: waitingId }))
    }
    const submittedById = personIdOf(actor)
    if (submittedById === null) return refuse(forbidden('A person submits an import.', 'V.B.6'))
    const rows = judgeRows(read, known, components, now)
    const { columnSet, sha256: sourceSha256 } = source
    const migration = { id: newId(now.getTime()), fileName, columnSet, sourceSha256, submittedById }
    return allow({ ...migration, rowCount: rows.length, counts: countOutcomes(rows), rows })
  },
  async apply(tx, { rows, ...migration }, _locked, { now }) {
    await tx.migration.createMany({ data: [{ ...migration, state: 'SUBMITTED', submittedAt: now }] })
    await insertRows(tx, migration.id, rows, now)
    const { id, fileName, sourceSha256, counts } = migration
    return {
      result: { type: 'Migration', id },
      audit: [
        {
          action: 'migration.submit',
          componentId: null,
          subjectType: 'Migration',
          subjectId: id,
          clauses: ['V.B.6'],
          reason: null,
          changes: [
            { field: 'state', before: null, after: 'SUBMITTED' },
            { field: 'fileName', before: null, after: fileName },
            { field: 'sourceSha256', before: null, after: sourceSha256 },
            ...Object.entries(counts).map(([outcome, count]) => ({
              field: `rows.${outcome}`,
              before: null,
              after: count,
            })),
          ],
        },
      ],
      events: [{ type: 'migration.submitted', subjectType: 'Migration', subjectId: id }],
    }
  },
})

async function lockSource(tx: Tx, { fileName, content }: z.infer<typeof input>) {
  const source = readSource(content)
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`migration ${source.sha256}`}, 0))`
  const waiting = await tx.migration.findFirst({
    where: { sourceSha256: source.sha256, state: 'SUBMITTED' },
    select: { id: true },
  })
  const { components, book } = await loadReference(tx, false)
  const read = readRows(source.columnSet, fileName, source.rows, book)
  const known = await loadIdentities(tx, identitiesOf(read), null)
  return { source, read, known, components, waitingId: waiting?.id ?? null }
}
