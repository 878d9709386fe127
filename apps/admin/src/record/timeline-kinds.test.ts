import { PERMISSION_NAMES } from '@official-accounts/domain/access/permissions'
import { expect, it } from 'vitest'
import { kindOf, timelineCondition } from './timeline-kinds.ts'

it('puts every action into exactly one part', () => {
  const parts = (['decisions', 'people', 'facts'] as const).flatMap(
    (kind) => timelineCondition(kind).actions ?? [],
  )
  expect(parts.toSorted()).toEqual(PERMISSION_NAMES.toSorted())
})

it('tells decisions, people and facts apart', () => {
  expect(kindOf('account.approve')).toBe('decisions')
  expect(kindOf('account.confirmArchive')).toBe('decisions')
  expect(kindOf('account.requestRetirement')).toBe('decisions')
  expect(kindOf('account.assignPrimaryContact')).toBe('people')
  expect(kindOf('role.grant')).toBe('people')
  expect(kindOf('account.request')).toBe('facts')
  expect(kindOf('account.rename')).toBe('facts')
  expect(timelineCondition('refused')).toEqual({ outcome: 'REFUSED' })
})
