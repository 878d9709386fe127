import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantClaimedRoles } from '@official-accounts/server/identity/claimed-roles'
import { findOrRegisterPerson } from '@official-accounts/server/identity/register-identity'
import { openServices, type OpenServices } from '@official-accounts/server/open-services'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

const ISSUER = 'https://issuer.example'
let database: TestDatabase
let open: OpenServices
let owner: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  open = await openServices({ urls: database, report: () => {} })
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
})

afterAll(async () => {
  await owner.end()
  await open.close()
  await database.drop()
})

async function rolesAfter(subject: string, claim: unknown): Promise<string[]> {
  const personId = await findOrRegisterPerson(open.services, ISSUER, subject, { name: subject })
  await grantClaimedRoles(open.services, personId, claim)
  const { rows } = await owner.query('select role::text from role_grant where person_id = $1 order by 1', [
    personId,
  ])
  return rows.map((row) => row.role)
}

test('a claim grants roles of the department once, and neither ADMIN nor a component’s nor one that does not exist', async () => {
  const claim = ['ANALYST', 'ANALYST', 'ADMIN', 'COMPONENT_DIRECTOR', 'KING']
  expect(await rolesAfter('a', claim)).toEqual(['ANALYST', 'EMPLOYEE'])
  expect(await rolesAfter('a', claim)).toEqual(['ANALYST', 'EMPLOYEE'])
})

test.each([
  ['nothing', undefined],
  ['a number', 7],
  ['an object', { ANALYST: true }],
])('%s in the claim grants nothing', async (what, claim) => {
  expect(await rolesAfter(what, claim)).toEqual(['EMPLOYEE'])
})

test('a person is the issuer and the subject, never the e-mail address', async () => {
  const claims = { name: 'Same Name', email: 'same@example.org' }
  const ids = [
    await findOrRegisterPerson(open.services, ISSUER, 'one', claims),
    await findOrRegisterPerson(open.services, ISSUER, 'two', claims),
    await findOrRegisterPerson(open.services, 'https://another.example', 'one', claims),
  ]
  expect(new Set(ids).size).toBe(3)
  expect(await findOrRegisterPerson(open.services, ISSUER, 'one', { name: 'Renamed' })).toBe(ids[0])
})

test('malformed claims are taken for none', async () => {
  const id = await findOrRegisterPerson(open.services, ISSUER, 'odd', {
    name: '',
    email: 'no address',
    affiliation: 'KING',
  })
  const { rows } = await owner.query(
    'select display_name, email, affiliation::text from person where id = $1',
    [id],
  )
  expect(rows).toEqual([{ display_name: 'Name not given', email: null, affiliation: 'EMPLOYEE' }])
})
