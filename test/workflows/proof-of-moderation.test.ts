import { afterAll, beforeAll, describe, expect } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { BLOCKED, HIDDEN, moderatedAccount, TAKEN_BACK } from '../support/moderation.ts'
import { proofs } from '../support/proof.ts'

const REASON = { reason: 'Because the test says so.' }

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const shows = proofs(() => app)

describe('Civil rights: moderation of the public’s comments', () => {
  shows(
    'IV.D.3',
    ['ALLOWED', 'REFUSED'],
    'comments are moderated by published rules, and not without',
    async ({ act }) => {
      const without = await moderatedAccount(app, 'CBP', { comment_policy_url: null })
      await act('manager-cbp', 'recordModerationAction', { accountId: without, ...HIDDEN })
      const accountId = await moderatedAccount(app)
      const { state } = await act('manager-cbp', 'recordModerationAction', { accountId, ...HIDDEN })
      expect(state).toBe('RECORDED')
    },
  )
  shows(
    'IV.D.3',
    ['RIGHT_OFFICE', 'WRONG_OFFICE'],
    'Civil Rights reviews a block, and no other office; what it wants taken back is found until it is',
    async ({ act, findings }) => {
      const accountId = await moderatedAccount(app)
      const { id } = await act('manager-cbp', 'recordModerationAction', { accountId, ...BLOCKED })
      const review = { moderationActionId: id, ruling: 'TO_BE_REVERSED', ...REASON }
      await act('opa', 'reviewModerationAction', review)
      await act('crcl', 'reviewModerationAction', review)
      expect(await findings(accountId)).toEqual(['IV.D.3'])
      await act('manager-cbp', 'reverseModerationAction', { moderationActionId: id, ...TAKEN_BACK })
      expect(await findings(accountId)).toEqual([])
    },
  )
})
