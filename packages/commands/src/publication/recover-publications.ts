import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { lockPublications } from './lock-publication.ts'
import { publicationEntry, stateChange } from './publication-entry.ts'

const FAILURE = 'The server stopped in the middle of the build.'

const input = z.object({
  /** The publications whose pages are still there. */
  present: z.array(z.uuid()).max(1000),
})

/**
 * After a start: what was being built when the server stopped has failed, and what has lost its pages can no longer
 * be gone back to. Refused as a CONFLICT where there is nothing of either kind.
 */
export const recoverPublications = defineCommand({
  name: 'recoverPublications',
  permission: 'publication.recover',
  subjectType: 'Publication',
  input,
  subjectId: () => null,
  async lock(tx, { present }) {
    await lockPublications(tx)
    return tx.publication.findMany({
      where: {
        OR: [{ state: 'BUILDING' }, { kept: true, state: { not: 'PUBLISHED' }, id: { notIn: present } }],
      },
      select: { id: true, state: true },
      orderBy: { id: 'asc' },
    })
  },
  place: () => ({ componentId: null }),
  decide(_actor, _now, _input, lost) {
    return lost.length === 0 ? refuse(conflict('Every publication is as it was left.')) : allow(lost)
  },
  async apply(tx, lost, _locked, { now }) {
    const interrupted = lost.filter(({ state }) => state === 'BUILDING').map(({ id }) => id)
    await tx.publication.updateMany({
      where: { id: { in: interrupted } },
      data: {
        state: 'FAILED',
        failureCode: 'INTERRUPTED',
        failure: FAILURE,
        endedAt: now,
        version: { increment: 1 },
      },
    })
    await tx.publication.updateMany({
      where: { id: { in: lost.map(({ id }) => id) } },
      data: { kept: false, version: { increment: 1 } },
    })
    const [first, ...rest] = lost.map(({ id, state }) =>
      publicationEntry('publication.recover', id, [
        state === 'BUILDING' ? stateChange(state, 'FAILED') : { field: 'kept', before: true, after: false },
      ]),
    )
    if (!first) throw new Error('There was nothing to recover.')
    return { result: { type: 'Publication', id: first.subjectId }, audit: [first, ...rest], events: [] }
  },
})
