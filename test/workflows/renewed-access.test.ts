import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertAccess } from '../support/access-grants.ts'
import { act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

let now = new Date('2026-11-23T12:00:00Z')
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }

/** Access until 1 December whose renewal until June is asked for. */
async function renewing(): Promise<string> {
  const id = await insertAccess(app, 'contractor-cbp', { state: 'PROVISIONED', expires_on: '2026-12-01' })
  const asked = await act(app, 'contractor-cbp', 'renewAccess', {
    accessGrantId: id,
    expiresOn: '2027-06-01',
    ...REASON,
  })
  expect(asked.state).toBe('REQUESTED')
  return id
}

async function shown(id: string) {
  const document = 'query ($id: ID!) { accessGrant(id: $id) { inForce heldUntil expiresOn } }'
  return (await app.as('cio', document, { id })).data.accessGrant
}

async function at(instant: string, work: () => Promise<void>): Promise<void> {
  const before = now
  now = new Date(instant)
  try {
    await work()
  } finally {
    now = before
  }
}

describe('V.B.4: access goes on while its renewal is decided, until the day it was given for', () => {
  test('it counts before that day, and no more on it', async () => {
    const id = await renewing()
    const held = { inForce: true, heldUntil: '2026-12-01', expiresOn: '2027-06-01' }
    expect(await shown(id)).toEqual(held)
    await at('2026-12-01T00:00:00Z', async () => expect(await shown(id)).toEqual({ ...held, inForce: false }))
  })
  test('approved, it still goes on; provided, it has its new day alone', async () => {
    const id = await renewing()
    const record = { accessGrantId: id, ...REASON }
    await act(app, 'opa', 'decideAccess', { ...record, decision: 'APPROVE' })
    expect(await shown(id)).toMatchObject({ inForce: true, heldUntil: '2026-12-01' })
    expect((await act(app, 'cio', 'provisionAccess', record)).state).toBe('PROVISIONED')
    const provided = { inForce: true, heldUntil: null, expiresOn: '2027-06-01' }
    expect(await shown(id)).toEqual(provided)
    await at('2026-12-01T00:00:00Z', async () => expect(await shown(id)).toEqual(provided))
  })
  test.each([
    ['denied', 'opa', 'decideAccess', { decision: 'DENY' }],
    ['withdrawn', 'contractor-cbp', 'withdrawAccessRequest', {}],
    ['revoked', 'cio', 'revokeAccess', {}],
  ])('%s, it is over at once', async (_what, persona, name, more) => {
    const id = await renewing()
    expect((await act(app, persona, name, { accessGrantId: id, ...REASON, ...more })).code).toBeUndefined()
    expect(await shown(id)).toMatchObject({ inForce: false, heldUntil: null })
  })
  test('of a first request nothing is given, and nothing is revoked', async () => {
    const id = await insertAccess(app, 'contractor-cbp')
    expect(await shown(id)).toMatchObject({ inForce: false, heldUntil: null })
    expect((await act(app, 'cio', 'revokeAccess', { accessGrantId: id, ...REASON })).code).toBe(
      'INVALID_STATE',
    )
  })
})
