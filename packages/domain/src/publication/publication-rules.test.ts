import { expect, test } from 'vitest'
import type { Actor } from '../access/actor.ts'
import { PUBLICATION_STATES, PUBLICATION_TRIGGERS } from './publication.ts'
import { checkRollback, hasCollapsed, mayPublish, retryDelay } from './publication-rules.ts'

const opa: Actor = {
  kind: 'PERSON',
  personId: 'person',
  displayName: 'Somebody',
  roles: [{ role: 'OPA', componentIds: [] }],
  acr: null,
}

test('one goes back to a publication that was in use once and is kept, and to no other', () => {
  const allowed = PUBLICATION_STATES.filter((state) => checkRollback(opa, { state, kept: true }) === null)
  expect(allowed).toEqual(['SUPERSEDED', 'ROLLED_BACK'])
  expect(checkRollback(opa, { state: 'SUPERSEDED', kept: false })?.code).toBe('CONFLICT')
  expect(checkRollback({ ...opa, roles: [] }, { state: 'SUPERSEDED', kept: true })?.code).toBe('FORBIDDEN')
})

test('a fifth of the accounts may go at once, and not one more', () => {
  expect([hasCollapsed(100, 80), hasCollapsed(100, 79), hasCollapsed(0, 0)]).toEqual([false, true, false])
})

test('what somebody went back from returns by request alone', () => {
  const left = { state: 'ROLLED_BACK', failureCode: null } as const
  expect(PUBLICATION_TRIGGERS.filter((trigger) => mayPublish(trigger, left))).toEqual(['MANUAL'])
  expect(PUBLICATION_TRIGGERS.every((trigger) => mayPublish(trigger, null))).toBe(true)
})

test('what a check refused is not built again by a change that leaves it as it is', () => {
  const refused = { state: 'FAILED', failureCode: 'LINKS_BROKEN' } as const
  expect(PUBLICATION_TRIGGERS.filter((trigger) => !mayPublish(trigger, refused))).toEqual(['CHANGE'])
  expect(mayPublish('CHANGE', { ...refused, failureCode: 'BUILD_FAILED' })).toBe(true)
})

test('attempts grow rarer, and a refused check is not tried again by itself', () => {
  expect([1, 2, 3, 20].map((failures) => retryDelay('BUILD_FAILED', failures))).toEqual([30, 60, 120, 3600])
  expect(retryDelay('PERSONAL_DATA', 1)).toBeNull()
})
