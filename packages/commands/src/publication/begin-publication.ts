import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict } from '@official-accounts/domain/errors'
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
  build: z.string().min(1),
  acceptLoss: z.boolean(),
})

/** The worker takes up a publication: from here it is being built, and no other is. */
export const beginPublication = defineCommand({
  name: 'beginPublication',
  permission: 'publication.begin',
  subjectType: 'Publication',
  input,
  subjectId: ({ publicationId }) => publicationId,
  lock: (tx, { publicationId }) => lockForBuild(tx, publicationId),
  place: () => ({ componentId: null }),
  decide(_actor, now, begun, { requested, building }) {
    if (building !== null) return refuse(conflict('Another publication is being built.'))
    const refusal = requested && checkState(publicationMachine, requested.state, 'beginPublication')
    if (refusal) return refuse(refusal)
    return allow({ ...begun, id: requested?.id ?? newId(now.getTime()) })
  },
  async apply(tx, { id, trigger, build, acceptLoss }, { requested }, { now }) {
    const begun = { state: 'BUILDING' as const, build, startedAt: now }
    if (requested === null) {
      await tx.publication.createMany({ data: [{ id, trigger, acceptLoss, requestedAt: now, ...begun }] })
    } else {
      const version = requested.version + 1
      await tx.publication.updateMany({ where: { id }, data: { ...begun, acceptLoss, version } })
    }
    const changes = [
      stateChange(requested?.state ?? null, 'BUILDING'),
      { field: 'trigger', before: null, after: trigger },
    ]
    return {
      result: { type: 'Publication', id },
      audit: [publicationEntry('publication.begin', id, changes)],
      events: [],
    }
  },
})

async function lockForBuild(tx: Tx, publicationId: string | null) {
  if (publicationId === null) await lockPublications(tx)
  const requested = publicationId === null ? null : await lockPublication(tx, publicationId)
  const building = await tx.publication.findFirst({ where: { state: 'BUILDING' }, select: { id: true } })
  return { requested, building }
}
