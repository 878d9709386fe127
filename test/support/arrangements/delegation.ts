import { act } from '../act.ts'
import type { TestApp } from '../create-test-app.ts'
import { insertAccount, nextNumber } from '../records.ts'
import { REASON, type Arrange } from './arrange.ts'

async function approvalToLend(app: TestApp): Promise<Record<string, unknown>> {
  return {
    delegateId: app.personId('opa'),
    accountId: await insertAccount(app, 'ENDORSED', { permitted: true }),
    writtenAuthority: 'Memorandum 7',
    ...REASON,
  }
}

/** For every mutation of this module a record on which it succeeds. */
export const delegationArrangements = {
  delegateApproval: approvalToLend,
  recordStandIn: async (app) => ({
    kind: 'COVER',
    role: 'CIO',
    delegateId: app.personId('employee'),
    validFrom: `2099-01-01T00:00:00.${`${nextNumber() % 1000}`.padStart(3, '0')}Z`,
    validUntil: '2099-02-01T00:00:00Z',
    ...REASON,
  }),
  recordRecusal: async (app) => {
    const accountIds = {
      CBP: await insertAccount(app, 'ACTIVE'),
      FEMA: await insertAccount(app, 'ACTIVE', { component: 'FEMA' }),
    }
    // Whoever decided on an account of theirs is seen by its component.
    for (const accountId of Object.values(accountIds))
      await act(app, 'cio', 'suspendAccount', { accountId, ...REASON })
    return { personId: app.personId('cio'), accountId: accountIds.CBP, ...REASON }
  },
  revokeDelegation: async (app) => {
    const lent = await approvalToLend(app)
    const { id } = await act(app, 'aspa', 'delegateApproval', lent)
    return { delegationId: id, ...REASON }
  },
} satisfies Readonly<Record<string, Arrange>>
