import { expect, it } from 'vitest'
import { actionTitle, blockerWords, reasonWords } from './audit-words.ts'

it('names an action in words', () => {
  expect(actionTitle('account.confirmArchive')).toBe('Account: confirm archive')
})

it('says a refusal without codes', () => {
  expect(reasonWords('INVALID_STATE: This account is CHANGES_REQUESTED; suspendAccount needs ACTIVE.')).toBe(
    'This account is changes requested; “Suspend account” needs active.',
  )
  expect(reasonWords('POLICY_REFUSAL: The Office has not given its permission yet.')).toBe(
    'The Office has not given its permission yet.',
  )
})

it('leaves what somebody wrote as they wrote it', () => {
  const written = 'ACTIVE since May; see suspendAccount and ARCHIVE: box 7.'
  expect(reasonWords(written)).toBe(written)
})

it('says which roles an action needs without naming the permission', () => {
  expect(blockerWords('account.permit needs one of these roles: Office of Public Affairs.')).toBe(
    'It needs one of these roles: Office of Public Affairs.',
  )
  expect(blockerWords('Nobody decides on a request of their own.')).toBe(
    'Nobody decides on a request of their own.',
  )
})
