import { newId } from '@official-accounts/db/uuid'
import { allow, refuse } from '@official-accounts/domain/decision'
import { publicationMachine } from '@official-accounts/domain/publication/publication-machine'
import { PUBLICATION_TRIGGERS } from '@official-accounts/domain/publication/publication'
import { checkState } from '@official-accounts/domain/state-machine'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { lockPublication, lockPublications } from './lock-publication.ts'
import { publicationEntry, stateChange } from './publication-entry.ts'

const input = z.object({
  /** The one that was asked for; null where a change or a start asks. */
  publicationId: z.uuid().nullable(),
  trigger: z.enum(PUBLICATION_TRIGGERS),
  directoryVersion: z.string().min(1),
  accountCount: z.int().nonnegative(),
})

/** Records that there is nothing to build: what is in use says all of it already. */
export const skipPublication = defineCommand({
  name: 'skipPublication',
  permission: 'publication.end',
  subjectType: 'Publication',
  input,
  subjectId: ({ publicationId }) => publicationId,
  async lock(tx, { publicationId }) {
    if (publicationId !== null) return { requested: await lockPublication(tx, publicationId) }
    await lockPublications(tx)
    return { requested: null }
  },
  place: () => ({ componentId: null }),
  decide(_actor, now, { publicationId: _id, ...skipped }, { requested }) {
    const refusal = requested && checkState(publicationMachine, requested.state, 'skipPublication')
    return refusal ? refuse(refusal) : allow({ ...skipped, id: requested?.id ?? newId(now.getTime()) })
  },
  async apply(tx, { id, trigger, directoryVersion, accountCount }, { requested }, { now }) {
    const ended = { state: 'UNCHANGED' as const, directoryVersion, accountCount, endedAt: now }
    if (requested === null) {
      await tx.publication.createMany({ data: [{ id, trigger, requestedAt: now, ...ended }] })
    } else {
      await tx.publication.updateMany({ where: { id }, data: { ...ended, version: requested.version + 1 } })
    }
    return {
      result: { type: 'Publication', id },
      audit: [publicationEntry('publication.end', id, [stateChange(requested?.state ?? null, 'UNCHANGED')])],
      events: [],
    }
  },
})
