import { expect, test } from 'vitest'
import { readAddress } from './read-address.ts'

const SERVICES = {
  platforms: [],
  tools: [{ name: 'Sprout', domains: ['sprout.example', 'app.sprout.example'] }],
}

function said(input: string): string {
  const reading = readAddress(input, SERVICES)
  return reading.kind === 'PROBLEM' ? reading.message : reading.kind
}

test.each(['https://sprout.example/office', 'https://www.sprout.example/', 'app.sprout.example/office'])(
  'IV.A.2: of %s it is said that it is a tool that hosts no accounts',
  (input) => {
    expect(said(input)).toBe(
      'Sprout is a tool that hosts no accounts: there is nothing to request on it (IV.A.2).',
    )
  },
)
test('of what nobody knows, that its platform is to be proposed', () => {
  expect(said('https://sprout.example.test/office')).toContain('Propose the platform first')
})
