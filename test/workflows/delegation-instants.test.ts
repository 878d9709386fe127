import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertPerson, insertRole } from '../support/records.ts'

// Far from what the machine's own clock says: who is eligible is asked at the instant of the decision alone.
const NOW = new Date('2031-05-01T09:00:00Z')
const YESTERDAY = new Date('2031-04-30T09:00:00Z')

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => NOW })
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const AUTHORITY = { writtenAuthority: 'Memorandum 7 of the Assistant Secretary' }
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)

test('IV.A.4: approval is lent to whoever directs a component at that instant, and not to who did until yesterday', async () => {
  const scope = { componentId: app.componentId('CBP'), ...AUTHORITY, ...REASON }
  const lend = (delegateId: string) => act(app, 'aspa', 'delegateApproval', { delegateId, ...scope })
  expect((await lend(app.personId('director-cbp'))).__typename).toBe('Delegation')
  const former = await insertPerson(app, 'CBP')
  const component = { component_id: app.world.components['CBP'] }
  const ended = { ...component, valid_from: '2030-01-01', valid_until: YESTERDAY }
  await insertRole(app, former, 'COMPONENT_DIRECTOR', ended)
  expect(clauseIds(await lend(former))).toEqual(['IV.A.4'])
})

test('IV.A.4: an office whose holder’s time ended yesterday is vacant, and one that is held is not', async () => {
  const acting = { kind: 'ACTING', delegateId: app.personId('employee'), ...AUTHORITY, ...REASON }
  const record = () => act(app, 'admin', 'recordStandIn', { ...acting, role: 'CRCL_OFFICER' })
  expect(clauseIds(await record())).toEqual(['IV.A.4'])
  await app.owner.query(
    `update role_grant set valid_until = $1, valid_from = $2 where role = 'CRCL_OFFICER'`,
    [YESTERDAY, '2030-01-01'],
  )
  expect((await record()).__typename).toBe('Delegation')
})
