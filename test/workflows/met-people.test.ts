import { newId } from '@official-accounts/db/uuid'
import { internalSchema } from '@official-accounts/schema/schema'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { GraphQLNonNull, GraphQLObjectType, getNamedType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertAccessRow } from '../support/access-grants.ts'
import { act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertRow, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }

async function read(persona: string, document: string, variables: object = {}) {
  const { data, errors } = await app.as(persona, document, variables)
  expect(errors, document).toBeUndefined()
  return data
}

/** Somebody of another component who has decided nothing and answers for nothing. */
async function stranger(displayName: string): Promise<string> {
  const id = newId()
  await insertRow(app, 'person', {
    id,
    issuer: 'https://issuer.test/oidc',
    subject: displayName,
    display_name: displayName,
    affiliation: 'EMPLOYEE',
    component_id: app.world.components.FEMA,
    state: 'ACTIVE',
    version: 1,
    created_at: new Date(),
  })
  return id
}

describe('who may read a record may read whom it names, of whatever component they are', () => {
  test('a request from another component to manage an account stops neither its director’s list nor their work', async () => {
    const accountId = await insertAccount(app, 'ACTIVE')
    const id = await insertAccessRow(app, 'CBP', await stranger('Asks from elsewhere'), {
      kind: 'MANAGE',
      use: 'PUBLIC_COMMUNICATION',
      account_id: rawId(accountId),
    })
    const { accessGrants, workItems } = await read(
      'director-cbp',
      `{ accessGrants(first: 50) { edges { node { id person { displayName } } } }
         workItems(first: 100) { items { subjectId detail } } }`,
    )
    const named = { id, person: { displayName: 'Asks from elsewhere' } }
    expect(accessGrants.edges).toContainEqual({ node: named })
    expect(workItems.items).toContainEqual({ subjectId: id, detail: 'Asks from elsewhere' })
  })
  test('an exception asked for by an office that decided nothing here names it', async () => {
    const id = newId()
    const now = new Date()
    await insertRow(app, 'exception', {
      id,
      state: 'REQUESTED',
      clauses: ['V.B.10'],
      component_id: app.world.components.CBP,
      justification: 'The office is being set up.',
      requested_by_id: await stranger('Asks for an exception'),
      requested_at: now,
      valid_from: now,
      valid_until: '2099-01-01',
      version: 1,
      changed_at: now,
    })
    const { exception } = await read(
      'director-cbp',
      'query ($id: ID!) { exception(id: $id) { requestedBy { displayName } } }',
      { id: encodeGlobalID('Exception', id) },
    )
    expect(exception.requestedBy.displayName).toBe('Asks for an exception')
  })
  test('cover that an office recorded names who recorded it', async () => {
    const recordedById = await stranger('Records a cover')
    const id = newId()
    const now = new Date()
    await insertRow(app, 'delegation', {
      id,
      kind: 'ACTING',
      role: 'ACCOUNT_MANAGER',
      office_id: app.world.components.CBP,
      component_id: app.world.components.CBP,
      delegate_id: rawId(app.personId('author-cbp')),
      recorded_by_id: recordedById,
      written_authority: 'Memorandum 7',
      reason: 'The office is vacant.',
      valid_from: now,
      created_at: now,
      version: 1,
    })
    const { delegation } = await read(
      'director-cbp',
      'query ($id: ID!) { delegation(id: $id) { recordedBy { displayName } } }',
      { id: encodeGlobalID('Delegation', id) },
    )
    expect(delegation.recordedBy.displayName).toBe('Records a cover')
  })
  test('a finding names the office that opened it, and what is to be done whoever assigned and returned it', async () => {
    const accountId = await insertAccount(app, 'ACTIVE')
    const finding = { accountId, clause: 'V.B.10', detail: 'As the test has it.' }
    const { id: findingId } = await act(app, 'privacy', 'openFinding', finding)
    const task = { findingId, task: 'Mend it.', ownerRole: 'COMPONENT_DIRECTOR', dueOn: '2099-01-01' }
    const { id: correctiveActionId } = await act(app, 'privacy', 'assignCorrectiveAction', task)
    await act(app, 'director-cbp', 'completeCorrectiveAction', { correctiveActionId, evidence: 'Done.' })
    await act(app, 'privacy', 'returnCorrectiveAction', { correctiveActionId, ...REASON })
    const { finding: seen } = await read(
      'director-cbp',
      `query ($id: ID!) { finding(id: $id) { openedBy { displayName }
        correctiveActions { assignedBy { displayName } steps { person { displayName } } } } }`,
      { id: findingId },
    )
    const privacy = { displayName: 'Persona Privacy Officer' }
    expect([seen.openedBy, seen.correctiveActions[0].assignedBy]).toEqual([privacy, privacy])
    expect(seen.correctiveActions[0].steps.at(-1)).toEqual({ person: privacy })
  })
  test('whom no record one may read names stays unknown', async () => {
    const id = encodeGlobalID('Person', await stranger('Named nowhere'))
    const { node } = await read('director-cbp', 'query ($id: ID!) { node(id: $id) { id } }', { id })
    expect(node).toBeNull()
  })
  test('no record is unreadable for whom it names: each that always names a person counts as meeting them', async () => {
    const { rows } = await app.owner.query(`select pg_get_functiondef('actor_meets_person'::regproc) as text`)
    const met = [...rows[0].text.matchAll(/FROM (\w+) \w+ WHERE \w+\.(\w+)_id =/g)].map(
      ([, table, column]) => `${table}.${column}`,
    )
    const named = Object.values(internalSchema.getTypeMap()).flatMap((type) =>
      type instanceof GraphQLObjectType && !READ_WITH_THE_PERSON.has(type.name)
        ? Object.values(type.getFields())
            .filter(
              (field) => field.type instanceof GraphQLNonNull && getNamedType(field.type).name === 'Person',
            )
            .map((field) => `${snake(type.name)}.${snake(field.name)}`)
        : [],
    )
    expect(named).toContain('access_grant.person')
    expect(named.filter((field) => !met.includes(field))).toEqual([])
  })
})

// The person themselves, or rows that are seen where their person is.
const READ_WITH_THE_PERSON = new Set([
  'GuidanceReader',
  'Me',
  'PersonEdge',
  'Query',
  'RoleGrant',
  'TrainingCompletion',
  'TrainingStanding',
])

function snake(name: string): string {
  return name.replaceAll(/(?<!^)[A-Z]/g, '_$&').toLowerCase()
}
