import { expect, test } from 'vitest'
import { affectsDirectory, isUrgent } from './publish-triggers.ts'

test('every suspension is urgent, and everything urgent affects the directory', () => {
  const urgent = [
    'account.suspended',
    'account.contained',
    'platform.suspended',
    'platform.prohibited',
    'incident.contained',
    'incident.noticePublished',
  ]
  expect(urgent.filter((type) => isUrgent(type) && affectsDirectory(type))).toEqual(urgent)
})

test('an ordinary change waits its turn, and a person or a publication changes no page', () => {
  expect([affectsDirectory('account.updated'), isUrgent('account.updated')]).toEqual([true, false])
  expect(['incident.noticeWithdrawn', 'incident.resolved'].filter(affectsDirectory)).toHaveLength(2)
  expect(['incident.reported', 'incident.noticeWithdrawn'].filter(isUrgent)).toEqual([])
  expect(
    ['incident.reported', 'person.deactivated', 'publication.published', 'role.granted'].filter(
      affectsDirectory,
    ),
  ).toEqual([])
})
