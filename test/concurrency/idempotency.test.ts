import { internalSchema } from '@official-accounts/schema/schema'
import { isInputObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXPECTED } from '../access/expected-matrix.ts'
import { ARRANGEMENTS, arrangementOf } from '../support/arrangements.ts'
import { createTestApp, type Answer, type TestApp } from '../support/create-test-app.ts'
import { inputTypeOf, mutation } from '../support/documents.ts'
import { fingerprint } from '../support/fingerprint.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const NAMES = Object.keys(ARRANGEMENTS)
let keys = 0

function newKey(): string {
  keys += 1
  return `test-key-${keys}`
}

function callerOf(name: string): string {
  const row = EXPECTED[name]
  return (row?.may ?? row?.cbp?.may)?.[0] ?? ''
}

function takesInput(name: string): boolean {
  const fields = Object.keys(fieldsOf(name))
  return fields.some((field) => field !== 'idempotencyKey' && field !== 'expectedVersion')
}

function fieldsOf(name: string): object {
  const input = internalSchema.getType(inputTypeOf(name))
  return isInputObjectType(input) ? input.getFields() : {}
}

function send(name: string, input: object): Promise<Answer> {
  return app.as(callerOf(name), mutation(name), { input })
}

describe.each(NAMES)('%s', (name) => {
  test('sent again with its key has one effect and the same answer', async () => {
    const input = { ...(await arrangementOf(name)(app, 'CBP')), idempotencyKey: newKey() }
    const first = await send(name, input)
    expect(JSON.stringify(first)).not.toMatch(/Error"|"errors"/)
    const after = await fingerprint(app)
    for (let again = 0; again < 3; again++) expect(await send(name, input)).toEqual(first)
    expect(await fingerprint(app)).toBe(after)
  })
  test('sent by two at once with one key has one effect', async () => {
    const input = { ...(await arrangementOf(name)(app, 'CBP')), idempotencyKey: newKey() }
    const answers = await Promise.all([send(name, input), send(name, input), send(name, input)])
    expect(answers).toEqual(Array.from({ length: 3 }, () => answers[0]))
    expect(JSON.stringify(answers)).not.toMatch(/Error"|"errors"/)
    const { rows } = await app.owner.query(
      'select count(*)::int as n from idempotency_key where key like $1',
      [`${input.idempotencyKey}%`],
    )
    expect(rows).toEqual([{ n: 1 }])
  })
  test('sent with the key of another input is a conflict and changes nothing', async () => {
    const idempotencyKey = newKey()
    const arrange = arrangementOf(name)
    await send(name, { ...(await arrange(app, 'CBP')), idempotencyKey })
    const other = { ...(await arrange(app, 'CBP')), idempotencyKey }
    const before = await fingerprint(app)
    const answer = await send(name, other)
    // What takes no input has no other one.
    if (!takesInput(name)) return
    if (name === 'runBulkAction') {
      // A bulk action keeps one answer for each account: another account is another key.
      expect(answer.data.runBulkAction.rows[0].outcome).toBe('CHANGES')
      return
    }
    expect(answer.data[name].__typename).toBe('ConflictError')
    expect(await fingerprint(app)).toBe(before)
  })
})

describe('a key belongs to the person who sent it', () => {
  test('the same key of another person is another key', async () => {
    const idempotencyKey = newKey()
    const arrange = arrangementOf('endorseAccount')
    const cbp = await app.as('director-cbp', mutation('endorseAccount'), {
      input: { ...(await arrange(app, 'CBP')), idempotencyKey },
    })
    const fema = await app.as('director-fema', mutation('endorseAccount'), {
      input: { ...(await arrange(app, 'FEMA')), idempotencyKey },
    })
    expect([cbp.data.endorseAccount.state, fema.data.endorseAccount.state]).toEqual(['ENDORSED', 'ENDORSED'])
    expect(cbp.data.endorseAccount.id).not.toBe(fema.data.endorseAccount.id)
  })
  test('a refusal is not kept: the same key works once its cause is gone', async () => {
    const input = { ...(await arrangementOf('approveAccount')(app, 'CBP')), idempotencyKey: newKey() }
    expect((await app.as('opa', mutation('approveAccount'), { input })).data.approveAccount.__typename).toBe(
      'ForbiddenError',
    )
    expect((await app.as('aspa', mutation('approveAccount'), { input })).data.approveAccount.state).toBe(
      'APPROVED',
    )
  })
})

const VERSIONED = NAMES.filter((name) => 'expectedVersion' in fieldsOf(name))

describe.each(VERSIONED)('%s of a record that has changed', (name) => {
  test('is refused with both versions and changes nothing', async () => {
    const input = { ...(await arrangementOf(name)(app, 'CBP')), expectedVersion: 7 }
    const before = await fingerprint(app)
    const { data } = await send(name, input)
    const { __typename, expected, actual } = data[name]
    expect({ __typename, expected }).toEqual({ __typename: 'StaleVersionError', expected: 7 })
    expect(await fingerprint(app)).toBe(before)
    const { data: done } = await send(name, { ...input, expectedVersion: actual })
    expect(done[name].code).toBeUndefined()
  })
})
