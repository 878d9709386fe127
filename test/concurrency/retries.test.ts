import { runAs } from '@official-accounts/db/actor-settings'
import { transaction, type Tx } from '@official-accounts/db/transaction'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

const SYSTEM = { scope: 'system', components: [], person: null } as const

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

function inTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return runAs(SYSTEM, () => transaction(app.services.commands.client, work))
}

async function failWith(tx: Tx, code: string): Promise<void> {
  await tx.$executeRawUnsafe(`do $$ begin raise exception 'from the test' using errcode = '${code}'; end $$`)
}

describe('a transaction that lost a race to another', () => {
  test.each(['40001', '40P01'])('is tried again from its beginning (%s)', async (code) => {
    let attempts = 0
    const result = await inTransaction(async (tx) => {
      attempts += 1
      if (attempts < 3) await failWith(tx, code)
      return 'done'
    })
    expect([result, attempts]).toEqual(['done', 3])
  })
  test('is given up in the end', async () => {
    let attempts = 0
    const work = inTransaction(async (tx) => {
      attempts += 1
      await failWith(tx, '40001')
    })
    await expect(work).rejects.toThrow()
    expect(attempts).toBe(4)
  })
  test('for any other reason is not tried again', async () => {
    let attempts = 0
    const work = inTransaction(async (tx) => {
      attempts += 1
      await failWith(tx, '23514')
    })
    await expect(work).rejects.toThrow()
    expect(attempts).toBe(1)
  })
  test('through a real deadlock: both come to their end', async () => {
    const [first, second] = Object.values(app.world.components)
    const arrived = [false, false]
    async function lockBoth(me: 0 | 1, ids: readonly (string | undefined)[]): Promise<void> {
      await inTransaction(async (tx) => {
        await tx.$executeRawUnsafe(`select from component where id = '${ids[0]}' for update`)
        arrived[me] = true
        while (!arrived.every(Boolean)) await new Promise((resolve) => setTimeout(resolve, 5))
        await tx.$executeRawUnsafe(`select from component where id = '${ids[1]}' for update`)
      })
    }
    await expect(
      Promise.all([lockBoth(0, [first, second]), lockBoth(1, [second, first])]),
    ).resolves.toBeDefined()
  })
})
