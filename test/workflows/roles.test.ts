import { endorseAccount } from '@official-accounts/commands/account/endorse-account'
import { runCommand } from '@official-accounts/commands/run-command'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, requestInput, type Outcome } from '../support/act.ts'
import { attempt } from '../support/attempt.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { ARRANGEMENTS, arrangementOf } from '../support/arrangements.ts'
import { insertAccount, insertPerson, insertRole, rawId } from '../support/records.ts'

const MINUTE = 60_000
let offset = 0
const clock = () => new Date(Date.now() + offset)

const EVERYBODYS =
  /^((view|access|notification)\.|(guidance\.acknowledge|incident\.report|correctiveAction\.complete|risk\.completeMitigation)$|privacyApproval\.(requestForAccess|withdrawRequest)$)/

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: clock })
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const clauseIds = ({ clauses }: Outcome) => clauses.map(({ id }) => id)

async function may(persona: string): Promise<readonly string[]> {
  return (await app.as(persona, '{ me { permissions } }')).data.me.permissions
}

describe('IV.A.1: roles are granted, for a time and a place', () => {
  test('a role counts from its grant to its revocation, at the next request', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { component: 'FEMA', primary: 'manager-fema' })
    const suspend = { accountId, ...REASON }
    expect(await attempt(app, 'employee', 'suspendAccount', suspend)).toBe('ForbiddenError')
    const grant = await act(app, 'admin', 'grantRole', {
      personId: app.personId('employee'),
      role: 'COMPONENT_DIRECTOR',
      componentId: app.componentId('FEMA'),
      ...REASON,
    })
    expect(await may('employee')).toContain('account.suspend')
    expect(await attempt(app, 'employee', 'suspendAccount', suspend)).toBe('ACCEPTED')
    await act(app, 'admin', 'revokeRole', { roleGrantId: grant.id, ...REASON })
    // What is left is everybody's: views, access, reading and reports of one's own.
    const left = (await may('employee')).filter((permission) => !EVERYBODYS.test(permission))
    expect(left).toEqual([])
    expect(await attempt(app, 'employee', 'requestRetirement', suspend)).toBe('ForbiddenError')
  })
  test('a role for one component is none for another', async () => {
    const grant = await act(app, 'admin', 'grantRole', {
      personId: app.personId('employee'),
      role: 'ACCOUNT_MANAGER',
      componentId: app.componentId('FEMA'),
      ...REASON,
    })
    const cbp = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    expect(await attempt(app, 'employee', 'requestRetirement', { accountId: cbp, ...REASON })).toBe(
      'ForbiddenError',
    )
    await act(app, 'admin', 'revokeRole', { roleGrantId: grant.id, ...REASON })
  })
  test('a role of the whole covers its parts: a director of the department acts in each component', async () => {
    const grant = await act(app, 'admin', 'grantRole', {
      personId: app.personId('employee'),
      role: 'COMPONENT_DIRECTOR',
      componentId: app.componentId('DHS HQ'),
      ...REASON,
    })
    const accountId = await insertAccount(app, 'REQUESTED', { component: 'FEMA' })
    expect(await attempt(app, 'employee', 'endorseAccount', { accountId })).toBe('ACCEPTED')
    await act(app, 'admin', 'revokeRole', { roleGrantId: grant.id, ...REASON })
  })
  test('a role does not count before it begins nor after it ends', async () => {
    const validFrom = new Date(clock().getTime() + 10 * MINUTE).toISOString()
    const validUntil = new Date(clock().getTime() + 20 * MINUTE).toISOString()
    await act(app, 'admin', 'grantRole', {
      personId: app.personId('employee'),
      role: 'CIO',
      validFrom,
      validUntil,
      ...REASON,
    })
    const counts: boolean[] = []
    for (const minutes of [0, 11, 19, 21]) {
      offset = minutes * MINUTE
      counts.push((await may('employee')).includes('platform.review'))
    }
    expect(counts).toEqual([false, true, true, false])
  })
  test('a role ends after it begins', async () => {
    const personId = await insertPerson(app, null)
    const validUntil = new Date(clock().getTime() - MINUTE).toISOString()
    const refused = await act(app, 'admin', 'grantRole', { personId, role: 'ANALYST', validUntil, ...REASON })
    expect(refused.issues.map(({ path }) => path)).toEqual(['validUntil'])
  })
  test.each([
    ['a component’s role without a component', 'ACCOUNT_MANAGER', null],
    ['a department’s role with one', 'ASPA', 'CBP'],
  ])('%s is refused', async (_what, role, code) => {
    const input = {
      personId: await insertPerson(app, null),
      role,
      componentId: code && app.componentId(code),
      ...REASON,
    }
    expect((await act(app, 'admin', 'grantRole', input)).issues.map(({ path }) => path)).toEqual([
      'componentId',
    ])
  })
  test('what was revoked is not revoked again', async () => {
    const roleGrantId = await insertRole(app, await insertPerson(app, null), 'ANALYST')
    expect(await attempt(app, 'admin', 'revokeRole', { roleGrantId, ...REASON })).toBe('ACCEPTED')
    expect(await attempt(app, 'admin', 'revokeRole', { roleGrantId, ...REASON })).toBe('ConflictError')
  })
})

describe('V.B.2: nobody raises themselves, and whoever grants approves nothing', () => {
  test.each(['ADMIN', 'ASPA', 'ANALYST'])('the administrator does not grant themselves %s', async (role) => {
    const refused = await act(app, 'admin', 'grantRole', { personId: app.personId('admin'), role, ...REASON })
    expect(clauseIds(refused)).toEqual(['V.B.2'])
  })
  test('nor takes back, deactivates or reactivates their own', async () => {
    const { rows } = await app.owner.query(`select id from role_grant where person_id = $1 limit 1`, [
      rawId(app.personId('admin')),
    ])
    const roleGrantId = Buffer.from(`RoleGrant:${rows[0].id}`).toString('base64')
    expect(clauseIds(await act(app, 'admin', 'revokeRole', { roleGrantId, ...REASON }))).toEqual(['V.B.2'])
    expect(
      clauseIds(await act(app, 'admin', 'deactivatePerson', { personId: app.personId('admin'), ...REASON })),
    ).toEqual(['V.B.2'])
  })
  // An acting official for a vacancy is the administrator's to record as well; cover and approval are not.
  const GRANTS = [
    'grantRole',
    'revokeRole',
    'deactivatePerson',
    'reactivatePerson',
    'recordStandIn',
    'revokeDelegation',
    'publishDirectory',
    'retryMail',
    'resendRefusedMail',
    'giveUpRefusedMail',
    'rollbackPublication',
  ]
  // As anybody employed here, the administrator may ask for access, read, acknowledge and report for themselves.
  const OWN = [
    'requestAccess',
    'withdrawAccessRequest',
    'renewAccess',
    'requestMonitoringApproval',
    'withdrawPrivacyRequest',
    'acknowledgeGuidance',
    'reportIncident',
    'markNotificationRead',
    'markAllNotificationsRead',
    'setNotificationPreference',
  ]
  test.each(Object.keys(ARRANGEMENTS).filter((name) => ![...GRANTS, ...OWN].includes(name)))(
    'the administrator may not %s',
    async (name) => {
      expect(await attempt(app, 'admin', name, await arrangementOf(name)(app, 'CBP'))).toBe('ForbiddenError')
    },
  )
  test('the Assistant Secretary, who approves, grants no role', async () => {
    const personId = await insertPerson(app, null)
    expect(await attempt(app, 'aspa', 'grantRole', { personId, role: 'ANALYST', ...REASON })).toBe(
      'ForbiddenError',
    )
  })
  test('a second role gives no second vote: who permitted does not approve', async () => {
    const grant = await act(app, 'admin', 'grantRole', {
      personId: app.personId('opa'),
      role: 'ASPA',
      ...REASON,
    })
    const accountId = await insertAccount(app, 'ENDORSED', { permitted: true })
    expect(clauseIds(await act(app, 'opa', 'approveAccount', { accountId }))).toEqual(['V.B.2', 'IV.A.2'])
    await act(app, 'admin', 'revokeRole', { roleGrantId: grant.id, ...REASON })
  })
  test('a request of their own is not decided by anybody, whatever roles they hold', async () => {
    const requested = await act(app, 'opa', 'requestAccount', requestInput(app))
    const grants = await Promise.all(
      ['ASPA', 'COMPONENT_DIRECTOR'].map((role) =>
        act(app, 'admin', 'grantRole', {
          personId: app.personId('opa'),
          role,
          componentId: role === 'ASPA' ? null : app.componentId('CBP'),
          ...REASON,
        }),
      ),
    )
    for (const name of ['endorseAccount', 'returnAccountRequest', 'denyAccount']) {
      expect(clauseIds(await act(app, 'opa', name, { accountId: requested.id, ...REASON }))).toEqual([
        'V.B.2',
      ])
    }
    await act(app, 'director-cbp', 'endorseAccount', { accountId: requested.id })
    expect(clauseIds(await act(app, 'opa', 'permitAccount', { accountId: requested.id }))).toEqual(['V.B.2'])
    for (const { id } of grants) await act(app, 'admin', 'revokeRole', { roleGrantId: id, ...REASON })
  })
})

describe('V.B.5: whoever leaves loses every right at once', () => {
  test('what a deactivated person has open on a screen is refused, whoever they were when they signed in', async () => {
    const actor = await app.actor('director-fema')
    const accountId = rawId(await insertAccount(app, 'REQUESTED', { component: 'FEMA' }))
    await act(app, 'admin', 'deactivatePerson', { personId: app.personId('director-fema'), ...REASON })
    const call = { actor, requestId: 'open-screen' }
    await expect(
      runCommand(app.services.commands, endorseAccount, call, { accountId }),
    ).rejects.toMatchObject({ refusal: { code: 'FORBIDDEN' } })
    await act(app, 'admin', 'reactivatePerson', { personId: app.personId('director-fema'), ...REASON })
    expect((await runCommand(app.services.commands, endorseAccount, call, { accountId })).id).toBe(accountId)
  })
  test('the accounts of a deactivated person are vacant until somebody else, or the person again, answers for them', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { component: 'FEMA', primary: 'manager-fema' })
    const status = async () =>
      (await app.as('opa', 'query ($id: ID!) { account(id: $id) { status vacant } }', { id: accountId })).data
        .account
    expect(await status()).toEqual({ status: 'ACTIVE', vacant: false })
    await act(app, 'admin', 'deactivatePerson', { personId: app.personId('manager-fema'), ...REASON })
    expect(await status()).toEqual({ status: 'POC_VACANT', vacant: true })
    const refused = await act(app, 'director-fema', 'assignPrimaryContact', {
      accountId,
      personId: app.personId('manager-fema'),
    })
    expect(clauseIds(refused)).toEqual(['V.B.5'])
    await act(app, 'admin', 'reactivatePerson', { personId: app.personId('manager-fema'), ...REASON })
    expect(await status()).toEqual({ status: 'ACTIVE', vacant: false })
  })
})
