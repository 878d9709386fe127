import { auditServer } from 'graphql-http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personaToken } from '@official-accounts/server/development/persona-token'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { startTestServer, type RunningTestServer } from './start-test-server.ts'

let database: TestDatabase
let server: RunningTestServer

beforeAll(async () => {
  database = await createTestDatabase()
  const { internalSchema, publicSchema } = await import('@official-accounts/schema/schema')
  server = await startTestServer({ urls: database, schemas: { internalSchema, publicSchema } })
})

afterAll(async () => {
  await server.stop()
  await database.drop()
})

async function failedAudits(headers: Record<string, string>) {
  const results = await auditServer({
    url: `${server.publicUrl}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...headers } }),
  })
  expect(results.length).toBeGreaterThan(50)
  return results.flatMap((result) =>
    result.status === 'ok' ? [] : [`${result.status} ${result.id} ${result.name}: ${result.reason}`],
  )
}

test('GraphQL over HTTP is spoken to the letter to strangers', async () => {
  expect(await failedAudits({})).toEqual([])
})

// GET is for strangers alone: what they ask for is the same for everybody, and a token does not belong with it.
const GET_IS_OPTIONAL = ['5A70', '6A70', 'D6D5']

test('and to those signed in, but for GET, which is optional', async () => {
  const authorization = `Bearer ${await personaToken(server.publicUrl, 'analyst')}`
  const failed = await failedAudits({ authorization })
  expect(failed.map((line) => line.split(' ').slice(0, 2).join(' ')).sort()).toEqual(
    GET_IS_OPTIONAL.map((id) => `notice ${id}`),
  )
})
