import { expect } from 'vitest'
import { BLOCKED, HIDDEN, TAKEN_BACK } from '../../support/moderation.ts'
import { REASON, type YearEvent } from '../year-world.ts'

/** What is moderated on an account, reviewed, and taken back. */
export const EVENTS_OF_MODERATION: readonly YearEvent[] = [
  {
    day: 45,
    what: 'An account gets a comment policy; a comment is hidden by it, and somebody is blocked',
    async happens(year) {
      const accountId = year.recall('CBP')[9] ?? ''
      const policy = { commentPolicyUrl: 'https://www.cbp.gov/comment-policy' }
      await year.run('director-cbp', 'updateAccount', { accountId, title: 'A moderated account', ...policy })
      await year.run('director-cbp', 'recordModerationAction', { accountId, ...HIDDEN })
      const blocked = await year.run('director-cbp', 'recordModerationAction', { accountId, ...BLOCKED })
      year.kept.set('blocked', [blocked])
    },
  },
  {
    day: 47,
    what: 'Civil Rights wants the block taken back: that is found until it is',
    async happens(year) {
      const [moderationActionId] = year.recall('blocked')
      const review = { moderationActionId, ruling: 'TO_BE_REVERSED', ...REASON }
      await year.run('crcl', 'reviewModerationAction', review)
      const open = `select 1 from finding where code = 'MODERATION_NOT_REVERSED' and state = 'OPEN'`
      expect((await year.owner.query(open)).rowCount).toBe(1)
    },
  },
  {
    day: 52,
    what: 'It is taken back',
    async happens(year) {
      const [moderationActionId] = year.recall('blocked')
      await year.run('director-cbp', 'reverseModerationAction', { moderationActionId, ...TAKEN_BACK })
    },
  },
]
