import { lockAccountRow } from '@official-accounts/db/facts/account-row'
import {
  readModerationAccount,
  readModerationGround,
  type ModerationGround,
} from '@official-accounts/db/facts/moderation-facts'
import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import type { ModerationAccount, RecordedModeration } from '@official-accounts/domain/moderation/moderation'
import { checkModerator, checkRecorded } from '@official-accounts/domain/moderation/moderation-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { moderationFields, toRecorded, wordsOf } from './moderation-input.ts'
import { insertModeration, recordedEvents } from './write-moderation.ts'

const input = z.object({ accountId: z.uuid(), ...moderationFields })

type RecordInput = z.infer<typeof input>

interface Locked {
  readonly account: ModerationAccount
  readonly ground: ModerationGround
  readonly writable: boolean
}

/**
 * Somebody who manages an account writes down what was moderated on it: by the published rules, for a reason that asks
 * for no opinion, and without naming anybody. A measure against a person waits for a review (IV.D.3, IV.C.2).
 */
export const recordModerationAction = defineCommand<RecordInput, Locked, RecordedModeration>({
  name: 'recordModerationAction',
  permission: 'moderation.record',
  subjectType: 'ModerationAction',
  input,
  subjectId: () => null,
  async lock(tx, said) {
    const stored = await lockAccountRow(tx, said.accountId)
    const account = await readModerationAccount(tx, said.accountId)
    if (account === null) throw new DomainError(notFound('account'))
    return { account, ground: await readModerationGround(tx, wordsOf(said)), writable: stored !== null }
  },
  place: ({ account: { id, componentId, platformId }, writable }) => ({
    componentId,
    accountId: id,
    platformId,
    writable,
  }),
  decide(actor, now, { accountId: _id, ...said }, { account, ground }) {
    const act = toRecorded(said, now)
    const refusal = firstRefusal(
      () => checkModerator(actor, account, now),
      () => checkRecorded(act, account, ground.namesSomebody, now),
    )
    return refusal ? refuse(refusal) : allow(act)
  },
  async apply(tx, act, { account, ground }, context) {
    const { id, inReview, entry } = await insertModeration(
      tx,
      { act, account, permission: 'moderation.record' },
      ground,
      context,
    )
    return {
      result: { type: 'ModerationAction', id },
      audit: [entry],
      events: recordedEvents(id, inReview),
    }
  },
})
