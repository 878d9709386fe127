import { expect, test } from 'vitest'
import { checkPolicyValue } from './policy-setting-rules.ts'
import type { PolicyValues } from './policy-setting.ts'

const VALUES: PolicyValues = {
  VACANCY_SUSPENSION_DAYS: 30,
  FIRST_WARNING_DAYS: 14,
  LAST_WARNING_DAYS: 7,
  CLAIM_ESCALATION_DAYS: 0,
  ATTESTATION_PERIOD_DAYS: 365,
  ATTESTATION_GRACE_DAYS: 30,
  ATTESTATION_SUSPENSION_DAYS: 30,
  WORK_REMINDER_DAYS: 3,
}

test('a value within its bounds is taken', () => {
  expect(checkPolicyValue('VACANCY_SUSPENSION_DAYS', 45, VALUES)).toBeNull()
})
test.each([0, 366])('%i days of vacancy are out of bounds', (value) => {
  expect(checkPolicyValue('VACANCY_SUSPENSION_DAYS', value, VALUES)?.message).toContain('Between 1 and 365')
})
test('the first warning comes before the last', () => {
  expect(checkPolicyValue('FIRST_WARNING_DAYS', 7, VALUES)?.message).toContain('before the last')
  expect(checkPolicyValue('LAST_WARNING_DAYS', 14, VALUES)?.message).toContain('before the last')
})
test('the value it has already is no change', () => {
  expect(checkPolicyValue('FIRST_WARNING_DAYS', 14, VALUES)?.message).toContain('already')
})
