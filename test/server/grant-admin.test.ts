import { withConnection } from '@official-accounts/db/database-connection'
import { grantAdmin } from '@official-accounts/server/cli/grant-admin'
import { parseConfig } from '@official-accounts/server/config'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

const WHO = { issuer: 'https://issuer.example', subject: 'first-administrator' }

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

function config() {
  return parseConfig({
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_PUBLIC_URL: database.publicUrl,
  })
}

async function rows(sql: string): Promise<unknown[]> {
  return withConnection(database.ownerUrl, async (owner) => (await owner.query(sql)).rows)
}

test('the first administrator is made from the command line, by issuer and subject, and audited as the system’s act', async () => {
  expect(await grantAdmin(config(), WHO)).toMatchObject({ ok: true })
  const held = `select g.role, g.granted_by_id, i.issuer, i.subject from role_grant g
    join identity i on i.person_id = g.person_id where g.role = 'ADMIN' and g.revoked_at is null`
  expect(await rows(held)).toEqual([{ role: 'ADMIN', granted_by_id: null, ...WHO }])
  const audited = `select actor_kind, outcome from audit_entry
    where action = 'role.grant' and changes @> '[{"field": "role", "after": "ADMIN"}]'`
  expect(await rows(audited)).toEqual([{ actor_kind: 'SYSTEM', outcome: 'ACCEPTED' }])
})

test('doing it again is refused in words and grants nothing twice', async () => {
  expect(await grantAdmin(config(), WHO)).toMatchObject({ ok: false, report: { code: 'CONFLICT' } })
  expect(await rows(`select count(*)::int as held from role_grant where role = 'ADMIN'`)).toEqual([
    { held: 1 },
  ])
})
