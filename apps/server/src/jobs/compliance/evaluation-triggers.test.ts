import { expect, test } from 'vitest'
import { EVERYTHING, evaluationScope } from './evaluation-triggers.ts'

test('a change of an account, a platform, a component, a person or an exception is evaluated', () => {
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
  expect(evaluationScope({ type: 'exception.granted', subject: 'Exception/1' })).toEqual({
    about: 'EXCEPTION',
    id: '1',
  })
})

test('an import and a role change are looked at everywhere', () => {
  expect(evaluationScope({ type: 'migration.applied', subject: 'Migration/1' })).toEqual(EVERYTHING)
  expect(evaluationScope({ type: 'role.revoked', subject: 'RoleGrant/1' })).toEqual(EVERYTHING)
})

test('an evaluation never leads to another, and a request for an exception lifts nothing yet', () => {
  expect(evaluationScope({ type: 'finding.evaluated', subject: 'Component/1' })).toBeNull()
  expect(evaluationScope({ type: 'exception.requested', subject: 'Exception/1' })).toBeNull()
  expect(evaluationScope({ type: 'person.registered', subject: 'Person/1' })).toBeNull()
  expect(evaluationScope({ type: 'publication.requested', subject: 'Publication/1' })).toBeNull()
})
