import { act } from '../act.ts'
import type { TestApp } from '../create-test-app.ts'
import { insertAccount, nextNumber, type ComponentCode } from '../records.ts'
import { accessRequest } from './access-grant.ts'
import { manager, REASON, type Arrange } from './arrange.ts'

/** What the Chief Privacy Officer is told, made up. */
export const QUESTION = {
  information: 'The name of the official the account is called after.',
  whose: 'The head of the test office.',
  need: 'The public knows the office by the name of its head.',
}

/** Access that looks at one made-up individual, each time another one. */
export function lookAtIndividual(): Record<string, unknown> {
  return {
    ...accessRequest(),
    monitored: [{ profileUrl: `https://x.com/TestNeighbor${nextNumber()}`, holder: 'INDIVIDUAL' }],
  }
}

async function askedOfAccount(app: TestApp, component: ComponentCode): Promise<string> {
  const accountId = await insertAccount(app, 'ACTIVE', { component })
  const question = { accountId, title: 'Test Office of Jane Doe', ...QUESTION }
  return (await act(app, manager(component), 'requestPrivacyApproval', question)).id
}

async function accessToIndividual(app: TestApp): Promise<string> {
  return (await act(app, 'contractor-cbp', 'requestAccess', lookAtIndividual())).id
}

/** For every mutation of this module a record on which it succeeds. */
export const privacyApprovalArrangements = {
  requestPrivacyApproval: async (app, component) => ({
    accountId: await insertAccount(app, 'ACTIVE', {
      component,
      columns: { use_category: 'INTERNAL_GENERAL_AUDIENCE' },
    }),
    title: 'Test Office of Jane Doe',
    ...QUESTION,
  }),
  requestMonitoringApproval: async (app) => ({ accessGrantId: await accessToIndividual(app), ...QUESTION }),
  // The question is the CBP contractor's own.
  withdrawPrivacyRequest: async (app) => {
    const question = { accessGrantId: await accessToIndividual(app), ...QUESTION }
    const { id } = await act(app, 'contractor-cbp', 'requestMonitoringApproval', question)
    return { privacyApprovalId: id, ...REASON }
  },
  decidePrivacyApproval: async (app, component) => ({
    privacyApprovalId: await askedOfAccount(app, component),
    decision: 'APPROVE',
    ...REASON,
  }),
  revokePrivacyApproval: async (app, component) => {
    const privacyApprovalId = await askedOfAccount(app, component)
    await act(app, 'privacy', 'decidePrivacyApproval', { privacyApprovalId, decision: 'APPROVE', ...REASON })
    return { privacyApprovalId, ...REASON }
  },
} satisfies Readonly<Record<string, Arrange>>
