import { expect, test } from 'vitest'
import { seedPlatforms, seedRows } from '../directory/seed-data.fixture.ts'
import { identify } from '../directory/profile-url.ts'
import { guessComponent, type ComponentClues } from './component-guess.ts'

const components = seedRows('components.csv').map(({ code = '', name = '', kind }) => ({
  id: code,
  code,
  name,
  department: kind === 'department',
}))
const DEPARTMENT = 'Department of Homeland Security'

function guess(clues: Partial<ComponentClues>): string | null {
  return (
    guessComponent({ handle: '', name: '', description: '', agencies: [], ...clues }, components)?.code ??
    null
  )
}

test('the row’s own words come before the register’s label', () => {
  expect(guess({ name: 'ICE Flickr', agencies: ['Customs and Border Protection', DEPARTMENT] })).toBe('ICE')
})

test('a label counts where the row names no component', () => {
  expect(guess({ name: 'Test Forum', agencies: ['Customs and Border Protection', DEPARTMENT] })).toBe('CBP')
  expect(guess({ name: 'Test', agencies: ['U.S. Citizenship and Immigration Services'] })).toBe('USCIS')
})

test('nothing is guessed from the bare department, several components or a foreign agency', () => {
  expect(guess({ name: 'Know2Protect', agencies: [DEPARTMENT] })).toBeNull()
  expect(
    guess({
      name: 'Test',
      agencies: ['Customs and Border Protection', 'Federal Emergency Management Agency'],
    }),
  ).toBeNull()
  expect(guess({ name: 'CBP and FEMA together', agencies: [DEPARTMENT] })).toBeNull()
  expect(
    guess({ name: 'Test', agencies: ['Customs and Border Protection', 'Environmental Protection Agency'] }),
  ).toBeNull()
  expect(guess({ name: 'A nice device, notice', agencies: [DEPARTMENT] })).toBeNull()
})

test('over the register’s rows whose component is known it is right 326 times, silent 7 times and misled twice', () => {
  const platforms = seedPlatforms()
  const known = new Map(
    ['accounts.csv', 'archived-accounts.csv'].flatMap(seedRows).flatMap(({ url = '', component = '' }) => {
      const found = identify(url, platforms)
      return found.outcome === 'ACCOUNT'
        ? [[`${found.platform} ${found.canonicalKey}`, component] as const]
        : []
    }),
  )
  const tally = { right: 0, silent: 0, misled: [] as string[] }
  for (const {
    link = '',
    Agency = '',
    'Account Name': name = '',
    'Short description': description = '',
  } of seedRows('registry-export.csv')) {
    const found = identify(link, platforms)
    const component =
      found.outcome === 'ACCOUNT' ? known.get(`${found.platform} ${found.canonicalKey}`) : undefined
    if (found.outcome !== 'ACCOUNT' || component === undefined) continue
    const code = guess({ handle: found.handle, name, description, agencies: Agency.split(/\s*\n\s*/) })
    if (code === component) tally.right += 1
    else if (code === null) tally.silent += 1
    else tally.misled.push(name)
  }
  // Both are filed under the wrong agency and name no component themselves: over a known one they are held.
  expect(tally).toEqual({
    right: 326,
    silent: 7,
    misled: ['Student and Exchange Visitor Program', 'ERO Los Angeles'],
  })
})
