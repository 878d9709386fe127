import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/actor.ts'
import type { Role } from '../access/roles.ts'
import { viewSearch, type ViewFacts } from './saved-view.ts'
import { availableViewActions, checkViewPlace } from './saved-view-rules.ts'

function person(role: Role, componentIds: readonly string[] = []): Actor {
  const roles = [{ role, componentIds }]
  return { kind: 'PERSON', personId: 'me', displayName: 'Test person', roles, acr: null }
}

const MINE: ViewFacts = { scope: 'PERSON', ownerId: 'me', componentId: null }
const OF_CBP: ViewFacts = { scope: 'COMPONENT', ownerId: 'another', componentId: 'cbp' }
const FOR_ALL: ViewFacts = { scope: 'DEPARTMENT', ownerId: 'another', componentId: null }

describe('who keeps a view', () => {
  test('everybody keeps their own, and nobody keeps another’s', () => {
    expect(checkViewPlace(person('EMPLOYEE'), MINE)).toBeNull()
    expect(checkViewPlace(person('ASPA'), { ...MINE, ownerId: 'another' })?.code).toBe('FORBIDDEN')
  })
  test.each<[Role, readonly string[], boolean]>([
    ['COMPONENT_DIRECTOR', ['cbp'], true],
    ['ACCOUNT_MANAGER', ['cbp'], true],
    ['ACCOUNT_MANAGER', ['fema'], false],
    ['CONTENT_AUTHOR', ['cbp'], false],
    ['OPA', [], false],
  ])('a component’s view is kept by its director and managers: %s of %s %s', (role, components, may) => {
    expect(checkViewPlace(person(role, components), OF_CBP) === null).toBe(may)
  })
  test('a view for everybody is kept by the Office of Public Affairs', () => {
    expect(checkViewPlace(person('OPA'), FOR_ALL)).toBeNull()
    expect(checkViewPlace(person('COMPONENT_DIRECTOR', ['cbp']), FOR_ALL)?.code).toBe('FORBIDDEN')
  })
  test('nobody keeps a view without signing in', () => {
    expect(checkViewPlace({ kind: 'ANONYMOUS' }, FOR_ALL)?.code).toBe('FORBIDDEN')
    expect(checkViewPlace({ kind: 'ANONYMOUS' }, OF_CBP)?.code).toBe('FORBIDDEN')
  })
  test('the buttons say what the rule says', () => {
    const actions = availableViewActions(person('EMPLOYEE'), OF_CBP)
    expect(actions.map(({ action, blockedBy }) => [action, blockedBy?.code])).toEqual([
      ['changeView', 'FORBIDDEN'],
      ['removeView', 'FORBIDDEN'],
    ])
  })
})

test('a view keeps what was looked for and not where in the list one was', () => {
  expect(viewSearch('?state=ACTIVE&state=RETIRED&page=3&after=abc&after=def&columns=title')).toBe(
    'state=ACTIVE&state=RETIRED&columns=title',
  )
})
