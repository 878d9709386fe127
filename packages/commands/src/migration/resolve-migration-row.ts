import type { Tx } from '@official-accounts/db/transaction'
import { allow, refuse, type Decision } from '@official-accounts/domain/decision'
import { DomainError, invalidInput, notFound, type Refusal } from '@official-accounts/domain/errors'
import { acceptRow, type AcceptedEffect } from '@official-accounts/domain/migration/accept-row'
import { isColumnSet } from '@official-accounts/domain/migration/column-sets'
import { describeRow, type IdentifiedRow } from '@official-accounts/domain/migration/identified-row'
import { UNKNOWN_IDENTITY } from '@official-accounts/domain/migration/known-identity'
import { newId } from '@official-accounts/db/uuid'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { identitiesOf, readRows } from './judge-rows.ts'
import { loadIdentities } from './load-identities.ts'
import { loadReference } from './load-reference.ts'
import { storedCells } from './read-source.ts'
import { writeAccepted } from './write-accepted.ts'

const input = z.object({
  rowId: z.uuid(),
  resolution: z.enum(['ACCEPT', 'REJECT']),
  /** The component, where the row did not tell or told a wrong one. */
  componentId: z.uuid().nullish(),
  reason: z.string().trim().min(1, 'Give the reason in writing.').max(4000, 'At most 4,000 characters.'),
})

type ResolveInput = z.infer<typeof input>
type Locked = Awaited<ReturnType<typeof lockRow>>

interface Resolution {
  readonly resolution: 'ACCEPTED' | 'REJECTED'
  readonly reason: string
  readonly accepted: { readonly row: IdentifiedRow; readonly effect: AcceptedEffect } | null
}

/** Settles a row that an import held: accepted, it does what it would have done; rejected, it leaves no trace but itself. */
export const resolveMigrationRow = defineCommand<ResolveInput, Locked, Resolution>({
  name: 'resolveMigrationRow',
  permission: 'migration.resolveRow',
  subjectType: 'MigrationRow',
  input,
  subjectId: ({ rowId }) => rowId,
  lock: lockRow,
  place: () => ({ componentId: null }),
  decide(_actor, now, { resolution, reason, componentId }, locked) {
    const refusal = checkOpen(locked)
    if (refusal) return refuse(refusal)
    if (resolution === 'REJECT') return allow({ resolution: 'REJECTED', reason, accepted: null })
    return accept(locked, componentId ?? null, reason, now)
  },
  async apply(tx, { resolution, reason, accepted }, locked, { now }) {
    const { stored, reference } = locked
    const origin = { migrationId: stored.migrationId, decidedAt: now, now }
    const entries = accepted
      ? await writeAccepted(tx, accepted, { ...locked, origin, reference, reason })
      : []
    const accountId =
      accepted?.effect.kind === 'CREATE_ACCOUNT' ? accepted.row.newAccountId : stored.accountId
    const componentId = accepted?.row.component?.id ?? stored.componentId
    await tx.migrationRow.updateMany({
      where: { id: stored.id },
      data: { resolvedAt: now, resolution, resolutionReason: reason, accountId, componentId },
    })
    return {
      result: { type: 'MigrationRow', id: stored.id },
      audit: [
        {
          action: 'migration.resolveRow',
          componentId: null,
          subjectType: 'MigrationRow',
          subjectId: stored.id,
          clauses: ['V.B.6'],
          reason,
          changes: [
            { field: 'resolution', before: null, after: resolution },
            { field: 'code', before: stored.code, after: stored.code },
          ],
        },
        ...entries,
      ],
      events: [
        { type: 'migration.rowResolved', subjectType: 'MigrationRow', subjectId: stored.id },
        // So that what the accepted row made is looked at in that instant: a name without approval is found (IV.C.2).
        ...(accepted && accountId !== null
          ? [{ type: 'migration.rowResolved', subjectType: 'Account', subjectId: accountId } as const]
          : []),
      ],
    }
  },
})

async function lockRow(tx: Tx, { rowId }: ResolveInput) {
  await tx.$queryRaw`SELECT id FROM migration_row WHERE id = ${rowId}::uuid FOR UPDATE`
  const stored = await tx.migrationRow.findFirst({ where: { id: rowId }, include: { migration: true } })
  if (stored === null || !isColumnSet(stored.migration.columnSet)) throw new DomainError(notFound('row'))
  const { columnSet, fileName, appliedRows } = stored.migration
  const reference = await loadReference(tx, true)
  const [read] = readRows(
    columnSet,
    fileName,
    [{ rowNumber: stored.rowNumber, cells: storedCells(stored.raw) }],
    reference.book,
  )
  if (!read) throw new DomainError(notFound('row'))
  const keys = identitiesOf([read])
  const known = await loadIdentities(tx, keys, { migrationId: stored.migrationId, appliedRows })
  return { stored, read, reference, known: [...known.values()][0] ?? UNKNOWN_IDENTITY }
}

// Only what an applied import held waits for a person (V.B.6).
function checkOpen({ stored }: Locked): Refusal | null {
  const { migration, outcome, resolution } = stored
  if (migration.state === 'APPLIED' && outcome === 'HELD' && resolution === null) return null
  const state = resolution ?? (migration.state === 'APPLIED' ? outcome : migration.state)
  const message = `This row is not waiting for review: it is ${state}.`
  return { code: 'INVALID_STATE', message, state, allowed: [] }
}

function accept(
  { stored, read, reference, known }: Locked,
  componentId: string | null,
  reason: string,
  now: Date,
): Decision<Resolution> {
  const { candidate, identity } = read
  const { status } = candidate
  if (!identity.found || status === null) {
    return refuse(
      invalidInput('rowId', 'By the platforms’ present rules, this row names no account any more.'),
    )
  }
  const chosen = reference.components.find(({ id }) => id === componentId)
  if (componentId !== null && !chosen)
    return refuse(invalidInput('componentId', 'There is no such component.'))
  const given = {
    rowNumber: stored.rowNumber,
    newAccountId: newId(now.getTime()),
    today: now.toISOString().slice(0, 10),
  }
  const described = describeRow({ ...candidate, status }, identity, reference.components, given)
  const row = { ...described, component: chosen ?? described.component }
  const decision = acceptRow(row, known)
  return decision.allowed
    ? allow({ resolution: 'ACCEPTED', reason, accepted: { row, effect: decision.outcome } })
    : decision
}
