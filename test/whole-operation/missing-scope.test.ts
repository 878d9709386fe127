import { internalSchema } from '@official-accounts/schema/schema'
import { executeWhole } from '@official-accounts/schema/whole-operation/execute'
import { runAs } from '@official-accounts/db/actor-settings'
import { parse } from 'graphql'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

// A seeded fault: the compiler forgets to ask for scopes. authorization.test.ts has to be what notices.
vi.mock(import('@official-accounts/schema/whole-operation/scopes'), async (original) => ({
  ...(await original()),
  requireTypeScopes: () => {},
  requireFieldScopes: () => {},
}))

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

test('without the check of scopes a stranger would be answered', async () => {
  const actor = await app.actor(null)
  const contextValue = { actor, requestId: 'missing-scope', services: app.services }
  const whole = await runAs({ scope: 'public', components: [], person: null }, () =>
    executeWhole({
      schema: internalSchema,
      document: parse('{ directoryAccounts(first: 1) { totalCount } r: accounts(first: 1) { totalCount } }'),
      contextValue,
    }).catch((error: unknown) => ({ error: String(error) })),
  )
  // The second wall still stands: the public role may read no table.
  expect(whole).toEqual({ error: expect.stringContaining('permission denied for table account') })
})
