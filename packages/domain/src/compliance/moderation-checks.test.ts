import { describe, expect, test } from 'vitest'
import type { AccountSubject } from './compliance.ts'
import { MODERATION_CHECKS } from './moderation-checks.ts'

const NOW = new Date('2027-03-10T12:00:00Z')

function shortOf(moderation: Partial<AccountSubject['moderation']>, commentPolicyUrl: string | null) {
  const standing = { inForce: 1, toBeReversed: 0, reviewBy: [], ...moderation }
  const subject = { moderation: standing, commentPolicyUrl }
  return MODERATION_CHECKS.flatMap(({ code, find }) => (find(subject, NOW) ? [code] : []))
}

describe('IV.D.3: how the moderation of an account is to stand', () => {
  const policy = 'https://www.cbp.gov/comment-policy'

  test('under published rules and looked at in time', () => {
    expect(shortOf({ reviewBy: [new Date('2027-03-10')] }, policy)).toEqual([])
    expect(shortOf({ inForce: 0 }, null)).toEqual([])
  })
  test('what is to be taken back, what is past its day, and what has no rules is found', () => {
    expect(shortOf({ toBeReversed: 1 }, policy)).toEqual(['MODERATION_NOT_REVERSED'])
    expect(shortOf({ reviewBy: [new Date('2027-03-09')] }, policy)).toEqual(['BLOCK_REVIEW_OVERDUE'])
    expect(shortOf({}, null)).toEqual(['MODERATED_WITHOUT_POLICY'])
  })
})
