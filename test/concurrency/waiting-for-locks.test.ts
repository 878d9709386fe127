import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attempt } from '../support/attempt.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertPlatform, rawId } from '../support/records.ts'
import { isSomebodyWaiting, until, whileHeld } from '../support/waiting.ts'

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
      await Promise.race([until(() => isSomebodyWaiting(app)), waiting])
      await holder.query('commit')
      holder.release()
      expect(await waiting).toBe('PolicyRefusalError')
      expect(await stateOf(accountId)).toBe(state)
    },
  )
  test('an approval is refused when the role is revoked while it waits for the record', async () => {
    const accountId = await insertAccount(app, 'ENDORSED', { permitted: true })
    const grant = await app.owner.query(`select id from role_grant where role = 'ASPA' and person_id = $1`, [
      rawId(app.personId('aspa')),
    ])
    const revoke = `update role_grant set revoked_at = $2 where id = $1`
    const ended = await whileHeld(
      app,
      rawId(accountId),
      () => attempt(app, 'aspa', 'approveAccount', { accountId }),
      async () => void (await app.owner.query(revoke, [grant.rows[0].id, new Date()])),
    )
    expect(ended).toBe('ForbiddenError')
    expect(await stateOf(accountId)).toBe('ENDORSED')
    await app.owner.query(revoke, [grant.rows[0].id, null])
  })
  test('an act is refused when the person is deactivated while it waits', async () => {
    const accountId = await insertAccount(app, 'REQUESTED')
    const move = (state: string) =>
      app.owner.query(`update person set state = $2::"PersonState" where id = $1`, [
        rawId(app.personId('director-cbp')),
        state,
      ])
    const ended = await whileHeld(
      app,
      rawId(accountId),
      () => attempt(app, 'director-cbp', 'endorseAccount', { accountId }),
      async () => void (await move('DEACTIVATED')),
    )
    expect(ended).toBe('ForbiddenError')
    expect(await stateOf(accountId)).toBe('REQUESTED')
    await move('ACTIVE')
  })
})
