import { runAs } from '@official-accounts/db/actor-settings'
import { gatedAccountSelect, readAccountFactsRow } from '@official-accounts/db/facts/account-facts'
import { transaction } from '@official-accounts/db/transaction'
import { sendStatement, TransactionClosedError } from '@official-accounts/db/transaction-connection'
import { Prisma } from '@official-accounts/db/generated/client/client'
import { ACCOUNT_STATES } from '@official-accounts/domain/account/account'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'

const SYSTEM = { scope: 'system', components: [], person: null } as const
const CBP_ONLY = (app: TestApp) => ({
  scope: 'component' as const,
  components: [app.world.components['CBP'] ?? ''],
  person: null,
})

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

describe('what a command reads of an account under its lock', () => {
  test.each(ACCOUNT_STATES)('is what everybody else reads of it (%s)', async (state) => {
    const confirmed = state === 'RETIRING' ? [{ kind: 'ARCHIVE' as const, by: 'records' }] : []
    const id = rawId(await insertAccount(app, state, { primary: 'manager-cbp', confirmed }))
    const fema = rawId(await insertAccount(app, state, { component: 'FEMA', primary: 'manager-fema' }))
    await app.owner.query(
      `insert into decision (id, kind, account_id, decided_by_id, clauses, decided_at)
       select gen_random_uuid(), kind, $1, $2, '{}', now() from unnest('{ENDORSED,RESUBMITTED}'::"DecisionKind"[]) kind`,
      [id, rawId(app.personId('opa'))],
    )
    for (const settings of [SYSTEM, CBP_ONLY(app)]) {
      for (const accountId of [id, fema]) {
        const [byHand, byPrisma] = await runAs(settings, () =>
          transaction(app.services.commands.client, async (tx) => [
            await readAccountFactsRow(tx, accountId),
            await tx.account.findFirst({ where: { id: accountId }, select: gatedAccountSelect }),
          ]),
        )
        expect(byHand && { ...byHand, granted: null, conduct: null }).toEqual(
          byPrisma && { ...byPrisma, granted: null, conduct: null },
        )
      }
    }
  })
})

describe('a statement sent straight to a transaction’s connection', () => {
  test('is part of the transaction: it sees what Prisma wrote and goes with it', async () => {
    const id = rawId(await insertAccount(app, 'ACTIVE'))
    const title = Prisma.sql`SELECT title FROM account WHERE id = ${id}::uuid`
    const work = runAs(SYSTEM, () =>
      transaction(app.services.commands.client, async (tx) => {
        await tx.account.updateMany({ where: { id }, data: { title: 'Not to stay' } })
        expect(await sendStatement(tx, title)).toEqual([{ title: 'Not to stay' }])
        throw new Error('Undone by the test.')
      }),
    )
    await expect(work).rejects.toThrow('Undone by the test.')
    const { rows } = await app.owner.query('select title from account where id = $1', [id])
    expect(rows[0].title).not.toBe('Not to stay')
  })
  test('runs as the actor of the transaction', async () => {
    const id = rawId(await insertAccount(app, 'REQUESTED', { component: 'FEMA' }))
    const seen = await runAs(CBP_ONLY(app), () =>
      transaction(app.services.commands.client, (tx) =>
        sendStatement(tx, Prisma.sql`SELECT id FROM account WHERE id = ${id}::uuid`),
      ),
    )
    expect(seen).toEqual([])
  })
  test('is refused once the transaction has ended: its connection is somebody else’s', async () => {
    let kept: Parameters<typeof sendStatement>[0] | null = null
    await runAs(SYSTEM, () =>
      transaction(app.services.commands.client, async (tx) => {
        kept = tx
        await sendStatement(tx, Prisma.sql`SELECT 1 AS one`)
      }),
    )
    if (kept === null) throw new Error('There was no transaction.')
    await expect(sendStatement(kept, Prisma.sql`SELECT 1 AS one`)).rejects.toThrow(TransactionClosedError)
  })
  test('that fails undoes the transaction, and tells which constraint', async () => {
    const id = rawId(await insertAccount(app, 'ACTIVE'))
    const work = runAs(SYSTEM, () =>
      transaction(app.services.commands.client, (tx) =>
        sendStatement(tx, Prisma.sql`UPDATE account SET handle = '@no' WHERE id = ${id}::uuid`),
      ),
    )
    await expect(work).rejects.toMatchObject({ code: '23514', constraint: 'account_handle_has_no_at' })
  })
})
