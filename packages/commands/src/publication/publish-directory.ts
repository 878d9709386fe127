import { newId } from '@official-accounts/db/uuid'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { allow } from '@official-accounts/domain/decision'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { publicationEntry, stateChange } from './publication-entry.ts'

const input = z.object({
  /** Also when so many accounts would go that a fault is likelier than a decision. */
  acceptLoss: z
    .boolean()
    .nullish()
    .transform((accept) => accept ?? false),
  reason: z.string().trim().max(4000, 'At most 4,000 characters.').nullish(),
})

/** Asks for the public directory to be built and put in use now (V.B.6); the server's worker does it. */
export const publishDirectory = defineCommand({
  name: 'publishDirectory',
  permission: 'directory.publish',
  subjectType: 'Publication',
  input,
  subjectId: () => null,
  lock: async () => null,
  place: () => ({ componentId: null }),
  decide: (actor, _now, asked) => allow({ ...asked, requestedById: personIdOf(actor) }),
  async apply(tx, { acceptLoss, reason, requestedById }, _locked, { now }) {
    const id = newId(now.getTime())
    const asked = { acceptLoss, reason: reason ?? null, requestedById, requestedAt: now }
    await tx.publication.createMany({ data: [{ id, state: 'REQUESTED', trigger: 'MANUAL', ...asked }] })
    const changes = [
      stateChange(null, 'REQUESTED'),
      ...(acceptLoss ? [{ field: 'acceptLoss', before: null, after: true }] : []),
    ]
    return {
      result: { type: 'Publication', id },
      audit: [publicationEntry('directory.publish', id, changes, reason ?? null)],
      events: [{ type: 'publication.requested', subjectType: 'Publication', subjectId: id }],
    }
  },
})
