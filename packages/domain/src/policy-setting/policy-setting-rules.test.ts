import { expect, test } from 'vitest'
import { checkPolicyValue } from './policy-setting-rules.ts'
import type { PolicySettingKey, PolicyValues } from './policy-setting.ts'

const VALUES: PolicyValues = {
  VACANCY_SUSPENSION_DAYS: 30,
  FIRST_WARNING_DAYS: 14,
  LAST_WARNING_DAYS: 7,
  CLAIM_ESCALATION_DAYS: 0,
  ATTESTATION_PERIOD_DAYS: 365,
  ATTESTATION_GRACE_DAYS: 30,
  ATTESTATION_SUSPENSION_DAYS: 30,
  WORK_DUE_DAYS: 14,
  WORK_STEP_DAYS: 7,
  WORK_NOTICE_DAYS: 14,
  CERTIFICATION_FIRST_REMINDER_DAYS: 14,
  CERTIFICATION_SECOND_REMINDER_DAYS: 7,
  CERTIFICATION_LAST_REMINDER_DAYS: 1,
  CERTIFICATION_OVERDUE_DAYS: 1,
  WORK_REMINDER_DAYS: 3,
  LAW_ANSWER_PERIOD_DAYS: 365,
  BLOCK_REVIEW_DAYS: 180,
  TRAINING_VALID_MONTHS: 12,
}

function judged(key: PolicySettingKey, value: number, queue: string | null = null) {
  return checkPolicyValue({ key, queue, value }, queue === null ? VALUES[key] : null, VALUES)
}

test('a value within its bounds is taken', () => {
  expect(judged('VACANCY_SUSPENSION_DAYS', 45)).toBeNull()
})
test.each([0, 366])('%i days of vacancy are out of bounds', (value) => {
  expect(judged('VACANCY_SUSPENSION_DAYS', value)?.message).toContain('Between 1 and 365')
})
test('months are bounded in months', () => {
  expect(judged('TRAINING_VALID_MONTHS', 24)).toBeNull()
  expect(judged('TRAINING_VALID_MONTHS', 121)?.message).toContain('Between 1 and 120 months')
})
test('the first warning comes before the last, and each reminder before the next', () => {
  expect(judged('FIRST_WARNING_DAYS', 7)?.message).toContain('before the later')
  expect(judged('LAST_WARNING_DAYS', 14)?.message).toContain('before the later')
  expect(judged('CERTIFICATION_SECOND_REMINDER_DAYS', 1)?.message).toContain('before the later')
})
test('the value it has already is no change', () => {
  expect(judged('FIRST_WARNING_DAYS', 14)?.message).toContain('already')
})
test('a queue may have days of work of its own, and nothing else', () => {
  expect(judged('WORK_DUE_DAYS', 14, 'ENDORSEMENT')).toBeNull()
  expect(judged('VACANCY_SUSPENSION_DAYS', 45, 'ENDORSEMENT')).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ path: 'queue' }],
  })
})
