import type { Tx } from '@official-accounts/db/transaction'
import { allow, refuse } from '@official-accounts/domain/decision'
import { publicationMachine } from '@official-accounts/domain/publication/publication-machine'
import { PUBLICATIONS_KEPT } from '@official-accounts/domain/publication/publication-rules'
import { checkState } from '@official-accounts/domain/state-machine'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { findInUse, lockPublication } from './lock-publication.ts'
import { publicationEntry, stateChange } from './publication-entry.ts'

const SHA256 = /^[0-9a-f]{64}$/

const input = z.object({
  publicationId: z.uuid(),
  build: z.string().min(1),
  directoryVersion: z.string().min(1),
  accountCount: z.int().nonnegative(),
  fileCount: z.int().positive(),
  byteCount: z.int().positive(),
  manifestSha256: z.string().regex(SHA256),
  signingKey: z.string().min(1),
})

/** Puts a publication that passed its checks in use; the one before it is kept to go back to (V.B.6). */
export const completePublication = defineCommand({
  name: 'completePublication',
  permission: 'publication.complete',
  subjectType: 'Publication',
  input,
  subjectId: ({ publicationId }) => publicationId,
  async lock(tx, { publicationId }) {
    const publication = await lockPublication(tx, publicationId)
    return { publication, inUse: await findInUse(tx) }
  },
  place: () => ({ componentId: null }),
  decide(_actor, _now, { publicationId: _id, ...built }, { publication }) {
    const refusal = checkState(publicationMachine, publication.state, 'completePublication')
    return refusal ? refuse(refusal) : allow(built)
  },
  async apply(tx, built, { publication, inUse }, { now }) {
    const { id, state, version } = publication
    if (inUse !== null) {
      await tx.publication.updateMany({
        where: { id: inUse.id },
        data: { state: 'SUPERSEDED', version: inUse.version + 1 },
      })
    }
    await tx.publication.updateMany({
      where: { id },
      data: {
        ...built,
        state: 'PUBLISHED',
        kept: true,
        endedAt: now,
        publishedAt: now,
        version: version + 1,
      },
    })
    await forgetOldest(tx)
    const { directoryVersion, accountCount, manifestSha256 } = built
    const facts = Object.entries({ directoryVersion, accountCount, manifestSha256 })
    const entry = publicationEntry('publication.complete', id, [
      stateChange(state, 'PUBLISHED'),
      ...facts.map(([field, after]) => ({ field, before: null, after })),
    ])
    const before = inUse === null ? [] : [{ ...entry, subjectId: inUse.id, changes: [REPLACED] }]
    return {
      result: { type: 'Publication', id },
      audit: [entry, ...before],
      events: [{ type: 'publication.published', subjectType: 'Publication', subjectId: id }],
    }
  },
})

const REPLACED = stateChange('PUBLISHED', 'SUPERSEDED')

// What is no longer kept has its pages removed by the server afterwards.
async function forgetOldest(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    UPDATE publication SET kept = false, version = version + 1
    WHERE kept AND state <> 'PUBLISHED' AND id NOT IN (
      SELECT id FROM publication WHERE kept ORDER BY published_at DESC, id DESC LIMIT ${PUBLICATIONS_KEPT})`
}
