import { expect, test } from 'vitest'
import { EVERYTHING, evaluationScope } from './evaluation-triggers.ts'

test('a change of an account, a platform, a component, a person, an exception or an approval of names is evaluated', () => {
  expect(evaluationScope({ type: 'account.updated', subject: 'Account/1' })).toEqual({
    about: 'ACCOUNT',
    id: '1',
  })
  expect(evaluationScope({ type: 'platform.suspended', subject: 'Platform/1' })).toEqual({
    about: 'PLATFORM',
    id: '1',
  })
  expect(evaluationScope({ type: 'person.deactivated', subject: 'Person/1' })).toEqual({
    about: 'PERSON',
    id: '1',
  })
  expect(evaluationScope({ type: 'privacyApproval.revoked', subject: 'PrivacyApproval/1' })).toEqual({
    about: 'PRIVACY_APPROVAL',
    id: '1',
  })
  expect(evaluationScope({ type: 'exception.granted', subject: 'Exception/1' })).toEqual({
    about: 'EXCEPTION',
    id: '1',
  })
})

test('an import and a role change are looked at everywhere', () => {
  expect(evaluationScope({ type: 'migration.applied', subject: 'Migration/1' })).toEqual(EVERYTHING)
  expect(evaluationScope({ type: 'role.revoked', subject: 'RoleGrant/1' })).toEqual(EVERYTHING)
})

test('what offices set for everybody is measured everywhere', () => {
  for (const type of [
    'guidance.published',
    'training.course-added',
    'security-policy.published',
    'policy-setting.changed',
  ]) {
    expect(evaluationScope({ type, subject: 'Whatever/1' })).toEqual(EVERYTHING)
  }
})

test('a component’s documents, its certification, and somebody’s training and acknowledgement are evaluated', () => {
  expect(evaluationScope({ type: 'component-process.reviewed', subject: 'ComponentProcess/1' })).toEqual({
    about: 'COMPONENT_DOCUMENT',
    id: '1',
  })
  expect(evaluationScope({ type: 'certification.overdue', subject: 'CertificationPart/1' })).toEqual({
    about: 'CERTIFICATION_PART',
    id: '1',
  })
  for (const type of ['person.trained', 'person.acknowledged']) {
    expect(evaluationScope({ type, subject: 'Person/1' })).toEqual({ about: 'PERSON', id: '1' })
  }
})

test('an evaluation never leads to another, and a request for an exception lifts nothing yet', () => {
  expect(evaluationScope({ type: 'finding.evaluated', subject: 'Component/1' })).toBeNull()
  expect(evaluationScope({ type: 'exception.requested', subject: 'Exception/1' })).toBeNull()
  expect(evaluationScope({ type: 'person.registered', subject: 'Person/1' })).toBeNull()
  expect(evaluationScope({ type: 'publication.requested', subject: 'Publication/1' })).toBeNull()
})
