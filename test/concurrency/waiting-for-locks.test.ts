import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attempt } from '../support/attempt.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertPlatform, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

async function stateOf(id: string): Promise<string> {
  const { rows } = await app.owner.query('select state from account where id = $1', [rawId(id)])
  return rows[0].state
}

describe('what was true before the lock decides nothing', () => {
  test.each([
    ['activateAccount', 'manager-cbp', 'APPROVED'],
    ['approveAccount', 'aspa', 'ENDORSED'],
  ] as const)(
    '%s waits for a suspension of the platform that is under way, and is refused by it',
    async (name, persona, state) => {
      const platformId = await insertPlatform(app, 'APPROVED')
      const columns = { platform_id: rawId(platformId) }
      const accountId = await insertAccount(app, state, {
        permitted: true,
        primary: 'contractor-cbp',
        columns,
      })
      const holder = await app.owner.connect()
      await holder.query('begin')
      await holder.query(`update platform set state = 'SUSPENDED' where id = $1`, [rawId(platformId)])
      const waiting = attempt(app, persona, name, { accountId })
      await Promise.race([until(isSomebodyWaiting), waiting])
      await holder.query('commit')
      holder.release()
      expect(await waiting).toBe('PolicyRefusalError')
      expect(await stateOf(accountId)).toBe(state)
    },
  )
  test('an approval is refused when the role is revoked while it waits for the record', async () => {
    const accountId = await insertAccount(app, 'ENDORSED', { permitted: true })
    const holder = await app.owner.connect()
    await holder.query('begin')
    await holder.query('select from account where id = $1 for update', [rawId(accountId)])
    const waiting = attempt(app, 'aspa', 'approveAccount', { accountId })
    await until(isSomebodyWaiting)
    const grant = await app.owner.query(`select id from role_grant where role = 'ASPA' and person_id = $1`, [
      rawId(app.personId('aspa')),
    ])
    await app.owner.query('update role_grant set revoked_at = now() where id = $1', [grant.rows[0].id])
    await holder.query('commit')
    holder.release()
    expect(await waiting).toBe('ForbiddenError')
    expect(await stateOf(accountId)).toBe('ENDORSED')
    await app.owner.query('update role_grant set revoked_at = null where id = $1', [grant.rows[0].id])
  })
  test('an act is refused when the person is deactivated while it waits', async () => {
    const accountId = await insertAccount(app, 'REQUESTED')
    const holder = await app.owner.connect()
    await holder.query('begin')
    await holder.query('select from account where id = $1 for update', [rawId(accountId)])
    const waiting = attempt(app, 'director-cbp', 'endorseAccount', { accountId })
    await until(isSomebodyWaiting)
    await app.owner.query(`update person set state = 'DEACTIVATED' where id = $1`, [
      rawId(app.personId('director-cbp')),
    ])
    await holder.query('commit')
    holder.release()
    expect(await waiting).toBe('ForbiddenError')
    expect(await stateOf(accountId)).toBe('REQUESTED')
    await app.owner.query(`update person set state = 'ACTIVE' where id = $1`, [
      rawId(app.personId('director-cbp')),
    ])
  })
})

async function isSomebodyWaiting(): Promise<boolean> {
  const { rows } = await app.owner.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows.length > 0
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}
