import { newId } from '@official-accounts/db/uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertRow, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

async function nodesSeen(persona: string, list: string, person: string): Promise<unknown[]> {
  const answer = await app.as(
    persona,
    `{ ${list}(first: 10) { edges { node { ${person} { displayName } } } } }`,
  )
  expect(answer.errors).toBeUndefined()
  return answer.data[list].edges.map(({ node }: { node: Record<string, unknown> }) => node[person])
}

const FIXED = { version: 1, changed_at: new Date() }

test('whoever is lent an approval reads it, also where they do not see who recorded it', async () => {
  const lent = {
    delegateId: app.personId('manager-cbp'),
    accountId: await insertAccount(app, 'ENDORSED', { permitted: true }),
    writtenAuthority: 'Memorandum 7',
    reason: 'For a leave.',
  }
  const { code } = await act(app, 'aspa', 'delegateApproval', { ...lent, delegateId: app.personId('opa') })
  expect(code).toBeUndefined()
  await app.owner.query('alter table delegation disable trigger user')
  await app.owner.query('update delegation set delegate_id = $1', [rawId(lent.delegateId)])
  expect(await nodesSeen('manager-cbp', 'delegations', 'recordedBy')).toEqual([null])
})

test('a component reads an exception to its account that somebody it does not see asked for', async () => {
  await insertRow(app, 'exception', {
    ...FIXED,
    id: newId(),
    state: 'REQUESTED',
    clauses: ['V.B.10'],
    component_id: app.world.components['CBP'],
    justification: 'No website yet.',
    valid_from: '2027-01-01T00:00:00Z',
    valid_until: '2099-01-01T00:00:00Z',
    requested_by_id: rawId(app.personId('author-fema')),
    requested_at: new Date(),
  })
  expect(await nodesSeen('director-cbp', 'exceptions', 'requestedBy')).toEqual([null])
})

test('a director reads, and is told of as work, access that somebody of another component asks for here', async () => {
  await insertRow(app, 'access_grant', {
    ...FIXED,
    id: newId(),
    person_id: rawId(app.personId('author-fema')),
    requested_by_id: rawId(app.personId('author-fema')),
    component_id: app.world.components['CBP'],
    kind: 'MONITOR',
    state: 'REQUESTED',
    use: 'NON_OPERATIONAL_AWARENESS',
    business_need: 'To know which roads are closed.',
    system_name: 'Department laptop',
    supervisor: 'Field office',
    expires_on: '2099-01-01',
    requested_at: new Date(),
  })
  expect(await nodesSeen('director-cbp', 'accessGrants', 'person')).toEqual([null])
  const { data, errors } = await app.as('director-cbp', '{ workItems { items { kind detail } } }')
  expect(errors).toBeUndefined()
  expect(data.workItems.items.map(({ detail }: { detail: string | null }) => detail)).toContain(
    'For somebody of another component',
  )
})
