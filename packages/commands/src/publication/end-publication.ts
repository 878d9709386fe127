import { allow, refuse } from '@official-accounts/domain/decision'
import { publicationMachine } from '@official-accounts/domain/publication/publication-machine'
import { FAILURE_CODES } from '@official-accounts/domain/publication/publication'
import { checkState } from '@official-accounts/domain/state-machine'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { lockPublication } from './lock-publication.ts'
import { publicationEntry, stateChange } from './publication-entry.ts'

const failed = z.object({
  publicationId: z.uuid(),
  end: z.literal('FAILED'),
  failureCode: z.enum(FAILURE_CODES),
  /** One sentence that may be shown to anybody. */
  failure: z.string().min(1).max(300),
  /** Where to look, for the department's offices; without anything that was found. */
  detail: z.string().max(4000).nullable(),
})

const superseded = z.object({ publicationId: z.uuid(), end: z.literal('SUPERSEDED') })

const input = z.discriminatedUnion('end', [failed, superseded])

/** Ends a publication that did not come into use: it failed, or a more urgent one takes its place. */
export const endPublication = defineCommand({
  name: 'endPublication',
  permission: 'publication.end',
  subjectType: 'Publication',
  input,
  subjectId: ({ publicationId }) => publicationId,
  lock: (tx, { publicationId }) => lockPublication(tx, publicationId),
  place: () => ({ componentId: null }),
  decide(_actor, _now, ended, { state }) {
    const action = ended.end === 'FAILED' ? 'failPublication' : 'abandonPublication'
    const refusal = checkState(publicationMachine, state, action)
    return refusal ? refuse(refusal) : allow(ended)
  },
  async apply(tx, ended, { id, state, version }, { now }) {
    const { failureCode, failure, detail } =
      ended.end === 'FAILED' ? ended : { failureCode: null, failure: null, detail: null }
    await tx.publication.updateMany({
      where: { id },
      data: { state: ended.end, failureCode, failure, detail, endedAt: now, version: version + 1 },
    })
    const type = ended.end === 'FAILED' ? 'publication.failed' : 'publication.superseded'
    return {
      result: { type: 'Publication', id },
      audit: [publicationEntry('publication.end', id, [stateChange(state, ended.end)], failure)],
      events: [{ type, subjectType: 'Publication', subjectId: id }],
    }
  },
})
