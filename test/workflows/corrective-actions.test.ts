import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertPerson, insertRole, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const EVIDENCE = { evidence: 'The pictures of the last month are described.' }

async function openFinding(persona = 'opa'): Promise<string> {
  const accountId = await insertAccount(app, 'ACTIVE')
  const finding = { clause: 'III.D', detail: 'Pictures are posted without a description.', severity: 'HIGH' }
  return (await act(app, persona, 'openFinding', { accountId, ...finding })).id
}

async function assign(persona: string, findingId: string, changes: object = {}) {
  const action = { task: 'Describe the pictures.', ownerRole: 'COMPONENT_DIRECTOR', dueOn: '2099-01-01' }
  return act(app, persona, 'assignCorrectiveAction', { findingId, ...action, ...changes })
}

describe('the Assistant Secretary and the offices enforce the Directive (IV.A.5)', () => {
  test('an office opens a finding under a clause, somebody puts it right, another accepts it, and it is closed', async () => {
    const findingId = await openFinding('crcl')
    const { id: correctiveActionId } = await assign('crcl', findingId)
    expect(await act(app, 'crcl', 'closeFinding', { findingId, ...REASON })).toMatchObject({
      code: 'POLICY_REFUSAL',
      message: '1 corrective action is not accepted yet.',
      clauses: [{ id: 'IV.A.5' }],
    })
    const complete = { correctiveActionId, ...EVIDENCE, evidenceUrl: 'https://www.cbp.gov/evidence' }
    expect(await act(app, 'director-cbp', 'completeCorrectiveAction', complete)).toMatchObject({
      state: 'COMPLETED',
    })
    const returned = await act(app, 'crcl', 'returnCorrectiveAction', { correctiveActionId, ...REASON })
    expect(returned.state).toBe('RETURNED')
    await act(app, 'director-cbp', 'completeCorrectiveAction', { correctiveActionId, ...EVIDENCE })
    const accepted = await act(app, 'crcl', 'acceptCorrectiveAction', { correctiveActionId, ...REASON })
    expect(accepted.state).toBe('ACCEPTED')
    expect(await act(app, 'crcl', 'closeFinding', { findingId, ...REASON })).toMatchObject({
      state: 'CLOSED',
    })
    const steps = await app.as(
      'director-cbp',
      'query ($id: ID!) { correctiveAction(id: $id) { steps { kind note role } } }',
      { id: correctiveActionId },
    )
    expect(steps.data.correctiveAction.steps.map(({ kind }: { kind: string }) => kind)).toEqual([
      'COMPLETED',
      'RETURNED',
      'COMPLETED',
      'ACCEPTED',
    ])
  })
  test('another component’s director neither sees it nor gives the evidence, and another office does not judge it', async () => {
    const { id: correctiveActionId } = await assign('opa', await openFinding())
    const evidence = { correctiveActionId, ...EVIDENCE }
    expect(await act(app, 'director-fema', 'completeCorrectiveAction', evidence)).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await act(app, 'manager-cbp', 'completeCorrectiveAction', evidence)).toMatchObject({
      code: 'FORBIDDEN',
      clauses: [{ id: 'IV.A.5' }],
    })
    await act(app, 'director-cbp', 'completeCorrectiveAction', evidence)
    expect(await act(app, 'cio', 'acceptCorrectiveAction', { correctiveActionId, ...REASON })).toMatchObject({
      code: 'FORBIDDEN',
      clauses: [{ id: 'IV.A.5' }],
    })
  })
  test('nobody accepts evidence of their own, by the rule and by the database', async () => {
    const { id: correctiveActionId } = await assign('opa', await openFinding(), {
      ownerRole: null,
      ownerId: app.personId('opa'),
    })
    await act(app, 'opa', 'completeCorrectiveAction', { correctiveActionId, ...EVIDENCE })
    expect(await act(app, 'opa', 'acceptCorrectiveAction', { correctiveActionId, ...REASON })).toMatchObject({
      code: 'POLICY_REFUSAL',
      clauses: [{ id: 'IV.A.5' }, { id: 'V.B.2' }],
    })
    await expect(
      app.owner.query(
        `insert into corrective_action_step (id, action_id, kind, person_id, note, at)
         values (gen_random_uuid(), $1, 'ACCEPTED', $2, 'Fine.', now())`,
        [rawId(correctiveActionId), rawId(app.personId('opa'))],
      ),
    ).rejects.toThrow(/judged by another/)
    expect(await act(app, 'aspa', 'acceptCorrectiveAction', { correctiveActionId, ...REASON })).toMatchObject(
      {
        state: 'ACCEPTED',
      },
    )
  })
  test('a finding names one subject and a clause that is there, an action one owner and a day to come', async () => {
    const accountId = await insertAccount(app, 'ACTIVE')
    const finding = { accountId, detail: 'Something.', clause: 'V.B.99' }
    expect(await act(app, 'opa', 'openFinding', finding)).toMatchObject({ code: 'INVALID_INPUT' })
    const two = { ...finding, clause: 'V.B.9', componentId: app.componentId('CBP') }
    expect(await act(app, 'opa', 'openFinding', two)).toMatchObject({ code: 'INVALID_INPUT' })
    const findingId = await openFinding()
    for (const wrong of [
      { ownerId: app.personId('manager-cbp') },
      { ownerRole: null },
      { dueOn: '2020-01-01' },
      { ownerRole: 'INSPECTOR' },
    ]) {
      expect(await assign('opa', findingId, wrong)).toMatchObject({ code: 'INVALID_INPUT' })
    }
    const { rows } = await app.owner.query('select 1 from corrective_action where finding_id = $1', [
      rawId(findingId),
    ])
    expect(rows).toEqual([])
  })
  test('a finding about a platform is the department’s own, and a closed one is never rewritten', async () => {
    const finding = {
      platformId: app.platformId('X'),
      clause: 'IV.C.3',
      detail: 'Its new terms are not read.',
    }
    const { id: findingId } = await act(app, 'privacy', 'openFinding', finding)
    const shown = await app.as(
      'aspa',
      'query ($id: ID!) { finding(id: $id) { component { code } platform { name } } }',
      {
        id: findingId,
      },
    )
    expect(shown.data.finding).toEqual({ component: { code: 'DHS HQ' }, platform: { name: 'X' } })
    await act(app, 'privacy', 'closeFinding', { findingId, ...REASON })
    expect(await act(app, 'privacy', 'closeFinding', { findingId, ...REASON })).toMatchObject({
      code: 'INVALID_STATE',
    })
    await expect(
      app.owner.query(`update finding set detail = 'Nothing.' where id = $1`, [rawId(findingId)]),
    ).rejects.toThrow(/never rewritten/)
  })
})

interface Item {
  readonly kind: string
  readonly subjectId: string
  readonly action: string
}

async function workOf(persona: string): Promise<readonly string[]> {
  const document =
    '{ workItems(first: 100, queues: ["CORRECTIVE_ACTION", "EVIDENCE"]) { items { kind subjectId action } } }'
  const { data } = await app.as(persona, document)
  return (data.workItems.items as Item[]).map(({ kind, subjectId }) => `${kind} ${subjectId}`)
}

describe('what waits for whom', () => {
  test('an action waits for its owner, its evidence for the office, and once overdue for the Assistant Secretary too', async () => {
    const { id } = await assign('cio', await openFinding('cio'))
    expect(await workOf('director-cbp')).toContain(`CORRECTIVE_ACTION ${id}`)
    expect(await workOf('director-fema')).not.toContain(`CORRECTIVE_ACTION ${id}`)
    expect(await workOf('aspa')).not.toContain(`CORRECTIVE_ACTION ${id}`)
    await app.owner.query('alter table corrective_action disable trigger corrective_action_moves_forward')
    await app.owner.query(`update corrective_action set due_on = '2026-01-01' where id = $1`, [rawId(id)])
    await app.owner.query('alter table corrective_action enable trigger corrective_action_moves_forward')
    expect(await workOf('aspa')).toContain(`CORRECTIVE_ACTION ${id}`)
    await act(app, 'director-cbp', 'completeCorrectiveAction', { correctiveActionId: id, ...EVIDENCE })
    expect(await workOf('aspa')).not.toContain(`CORRECTIVE_ACTION ${id}`)
    expect(await workOf('cio')).toContain(`EVIDENCE ${id}`)
    expect(await workOf('opa')).not.toContain(`EVIDENCE ${id}`)
    expect(await workOf('director-cbp')).not.toContain(`CORRECTIVE_ACTION ${id}`)
  })
})

describe('a person’s rights are suspended and restored by the Assistant Secretary alone (IV.A.5)', () => {
  test('whoever is suspended reads on, is refused every change with the clause, and may act again afterwards', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { component: 'FEMA' })
    const update = { accountId, title: 'Another title' }
    const personId = app.personId('manager-fema')
    await act(app, 'aspa', 'suspendPersonRights', { personId, ...REASON })
    expect(await act(app, 'manager-fema', 'updateAccount', update)).toMatchObject({
      code: 'FORBIDDEN',
      clauses: [{ id: 'IV.A.5' }],
    })
    const read = await app.as(
      'manager-fema',
      'query ($id: ID!) { me { permissions actor { rightsSuspendedAt } } account(id: $id) { title availableActions { allowed } } }',
      { id: accountId },
    )
    expect(read.data.account.title).not.toBe('Another title')
    expect(read.data.account.availableActions.some(({ allowed }: { allowed: boolean }) => allowed)).toBe(
      false,
    )
    expect(read.data.me.permissions).toEqual([])
    expect(read.data.me.actor.rightsSuspendedAt).not.toBeNull()
    const { rows } = await app.owner.query(
      `select count(*)::int as count from audit_entry where actor_id = $1 and outcome = 'REFUSED' and clauses = '{IV.A.5}'`,
      [rawId(personId)],
    )
    expect(rows).toEqual([{ count: 1 }])
    expect(await act(app, 'aspa', 'suspendPersonRights', { personId, ...REASON })).toMatchObject({
      code: 'CONFLICT',
    })
    await act(app, 'aspa', 'restorePersonRights', { personId, ...REASON })
    expect((await act(app, 'manager-fema', 'updateAccount', update)).code).toBeUndefined()
  })
  test('it counts under the lock, also for a request that was already under way', async () => {
    const actor = await app.actor('manager-cbp')
    await act(app, 'aspa', 'suspendPersonRights', { personId: app.personId('manager-cbp'), ...REASON })
    const { runCommand } = await import('@official-accounts/commands/run-command')
    const { updateAccount } = await import('@official-accounts/commands/account/update-account')
    const accountId = rawId(await insertAccount(app, 'ACTIVE'))
    await expect(
      runCommand(
        app.services.commands,
        updateAccount,
        { actor, requestId: null },
        { accountId, title: 'Late' },
      ),
    ).rejects.toMatchObject({ refusal: { code: 'FORBIDDEN', clauses: ['IV.A.5'] } })
    await act(app, 'aspa', 'restorePersonRights', { personId: app.personId('manager-cbp'), ...REASON })
  })
  test('nobody decides on their own rights, and no other office on anybody’s', async () => {
    expect(
      await act(app, 'aspa', 'suspendPersonRights', { personId: app.personId('aspa'), ...REASON }),
    ).toMatchObject({ code: 'POLICY_REFUSAL', clauses: [{ id: 'IV.A.5' }, { id: 'V.B.2' }] })
    const personId = await insertPerson(app, 'CBP')
    await insertRole(app, personId, 'ANALYST')
    expect(await act(app, 'opa', 'suspendPersonRights', { personId, ...REASON })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})
