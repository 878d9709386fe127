import { expect, test } from 'vitest'
import { affectsTimers } from './timer-triggers.ts'

test.each([
  'account.contact-ended',
  'account.reinstated',
  'person.deactivated',
  'role.revoked',
  'exception.granted',
  'migration.applied',
  'policy-setting.changed',
  'security-policy.published',
])('%s may begin or end a time', (type) => {
  expect(affectsTimers(type)).toBe(true)
})
test.each(['timer.started', 'publication.requested', 'platform.proposed'])('%s does not', (type) => {
  expect(affectsTimers(type)).toBe(false)
})
