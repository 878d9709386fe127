import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { HOSTILE_TEXTS } from '../support/hostile-values.ts'
import { answerBoth } from './compare.ts'
import { createVariedWorld } from './varied-world.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ faulty: true })
  await createVariedWorld(app)
})
afterAll(() => app.close())

const SOURCES = [
  [
    'opa',
    'query ($text: String) { accounts(filter: { text: $text }) { totalCount edges { node { title } } } }',
  ],
  [
    'opa',
    'query ($text: String) { accounts(filter: { topic: $text }) { totalCount edges { node { topics } } } }',
  ],
  ['opa', 'query ($text: String) { accounts(filter: { component: $text, platform: $text }) { totalCount } }'],
  ['opa', 'query ($text: String) { account(slug: $text) { id } }'],
  ['opa', 'query ($text: String) { accounts(after: $text) { edges { cursor } } }'],
  ['opa', 'query ($text: ID) { auditEntries(filter: { subject: $text }) { edges { node { id } } } }'],
  [
    null,
    'query ($text: String) { directoryAccounts(filter: { text: $text }) { edges { node { purpose } } } }',
  ],
] as const

test.each(SOURCES)('as %s: %s', async (persona, source) => {
  let compiled = 0
  for (const text of HOSTILE_TEXTS) {
    const { whole, ordinary } = await answerBoth(app, persona, { source, variables: { text } })
    if ('ordinary' in whole) continue
    compiled += 1
    expect(`{"data":${whole.data}}`, JSON.stringify(text)).toBe(ordinary)
  }
  expect(compiled).toBeGreaterThan(source.includes('after:') ? 0 : HOSTILE_TEXTS.length / 2)
})
