import { allow, refuse } from '@official-accounts/domain/decision'
import { checkRollback } from '@official-accounts/domain/publication/publication-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { findInUse, lockPublication } from './lock-publication.ts'
import { publicationEntry, stateChange } from './publication-entry.ts'

const input = z.object({
  publicationId: z.uuid(),
  reason: z.string().trim().min(1, 'Give the reason in writing.').max(4000, 'At most 4,000 characters.'),
})

/**
 * Puts an earlier publication in use again (V.B.6). The one in use until then is marked as rolled back and does not
 * return by itself.
 */
export const rollbackPublication = defineCommand({
  name: 'rollbackPublication',
  permission: 'publication.rollback',
  subjectType: 'Publication',
  input,
  subjectId: ({ publicationId }) => publicationId,
  async lock(tx, { publicationId }) {
    const target = await lockPublication(tx, publicationId)
    return { target, inUse: await findInUse(tx) }
  },
  place: () => ({ componentId: null }),
  version: ({ target }) => target.version,
  decide(actor, _now, { reason }, { target }) {
    const refusal = checkRollback(actor, target)
    return refusal ? refuse(refusal) : allow({ reason })
  },
  async apply(tx, { reason }, { target, inUse }, { now }) {
    if (inUse !== null) {
      await tx.publication.updateMany({
        where: { id: inUse.id },
        data: { state: 'ROLLED_BACK', reason, version: inUse.version + 1 },
      })
    }
    await tx.publication.updateMany({
      where: { id: target.id },
      data: { state: 'PUBLISHED', publishedAt: now, version: target.version + 1 },
    })
    const entry = publicationEntry(
      'publication.rollback',
      target.id,
      [stateChange(target.state, 'PUBLISHED')],
      reason,
    )
    const left = inUse === null ? [] : [{ ...entry, subjectId: inUse.id, changes: [LEFT] }]
    return {
      result: { type: 'Publication', id: target.id },
      audit: [entry, ...left],
      events: [{ type: 'publication.rolledBack', subjectType: 'Publication', subjectId: target.id }],
    }
  },
})

const LEFT = stateChange('PUBLISHED', 'ROLLED_BACK')
