import { runAs } from '@official-accounts/db/actor-settings'
import { settingsFor } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { internalSchema } from '@official-accounts/schema/schema'
import { executeWhole } from '@official-accounts/schema/whole-operation/execute'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { marksIn } from '../support/marks.ts'
import { HOT_DOCUMENTS } from './hot-documents.ts'
import { createVariedWorld } from './varied-world.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await createVariedWorld(app)
})
afterAll(() => app.close())

async function wholeAs(persona: string | null, source: string, variableValues: object = {}) {
  const actor = await app.actor(persona)
  const contextValue = { actor, requestId: 'authorization', services: app.services }
  const request = { schema: internalSchema, document: parse(source), variableValues: { ...variableValues } }
  return runAs(settingsFor(readReach(actor)), async () => ({
    whole: await executeWhole({ ...request, contextValue }),
    ordinary: await execute({ ...request, contextValue: { ...contextValue } }),
  }))
}

describe('somebody who is not signed in', () => {
  const internal = HOT_DOCUMENTS.filter(
    ({ persona, name }) => persona === 'opa' && !name.startsWith('public'),
  )

  test.each(internal)(
    'gets nothing of $name compiled, though the schema had it',
    async ({ source, variables }) => {
      const { whole, ordinary } = await wholeAs(null, source, variables('x', 'x'))
      expect(whole).toEqual({ ordinary: 'a scope not held' })
      expect(ordinary.errors?.map(({ extensions }) => extensions['code'])).toContain('UNAUTHENTICATED')
    },
  )
})

describe('rows', () => {
  const SOURCE = `{
    accounts(first: 100, filter: { text: "«" }) { totalCount edges { node { title purpose component { code } contacts { endReason } } } }
    auditEntries(first: 100) { edges { node { reason } } }
  }`

  test.each([
    [
      'manager-cbp',
      ['FEMA Account.undecided', 'FEMA Contact.listed', 'FEMA AuditEntry', 'DEPARTMENT AuditEntry'],
    ],
    ['employee', ['CBP Account.undecided', 'FEMA Account.undecided', 'CBP Contact.listed', 'CBP AuditEntry']],
  ])('of others are not in the answer to %s', async (persona, hidden) => {
    const { whole } = await wholeAs(persona, SOURCE)
    const seen = new Set(marksIn(JSON.stringify(whole)).map(([owner, kind]) => `${owner} ${kind}`))
    expect([...seen].filter((one) => hidden.includes(one))).toEqual([])
    expect(seen).toContain('FEMA Account.listed')
  })

  test('are all in the answer to the inspector: the marks can be seen', async () => {
    const { whole } = await wholeAs('inspector', SOURCE)
    const seen = marksIn(JSON.stringify(whole)).map(([owner, kind]) => `${owner} ${kind}`)
    expect(seen).toEqual(
      expect.arrayContaining(['FEMA Account.undecided', 'FEMA Contact.listed', 'CBP AuditEntry']),
    )
  })
})
