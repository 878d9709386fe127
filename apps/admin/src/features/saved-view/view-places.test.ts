import { expect, test } from 'vitest'
import { viewPlaces } from './view-places.ts'

const COMPONENTS = [
  { id: 'cbp', code: 'CBP' },
  { id: 'fema', code: 'FEMA' },
]

function labels(
  role: Parameters<typeof viewPlaces>[0]['roles'][number]['role'],
  componentIds: string[] = [],
) {
  return viewPlaces({ roles: [{ role, componentIds }] }, COMPONENTS).map(({ label }) => label)
}

test('everybody keeps views of their own', () => {
  expect(labels('EMPLOYEE')).toEqual(['Only me'])
})

test('a manager keeps those of their components as well', () => {
  expect(labels('ACCOUNT_MANAGER', ['fema'])).toEqual(['Only me', 'Everybody in FEMA'])
})

test('Public Affairs keeps those for everybody', () => {
  expect(labels('OPA')).toEqual(['Only me', 'Everybody'])
})
