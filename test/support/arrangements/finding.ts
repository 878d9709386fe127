import { act } from '../act.ts'
import type { TestApp } from '../create-test-app.ts'
import { insertAccount, type ComponentCode } from '../records.ts'
import { REASON, type Arrange } from './arrange.ts'

async function openedFinding(app: TestApp, component: ComponentCode): Promise<string> {
  const accountId = await insertAccount(app, 'ACTIVE', { component })
  return (await act(app, 'opa', 'openFinding', { accountId, ...FINDING })).id
}

async function assignedAction(app: TestApp, component: ComponentCode): Promise<string> {
  const findingId = await openedFinding(app, component)
  return (await act(app, 'opa', 'assignCorrectiveAction', { findingId, ...ACTION })).id
}

async function completedAction(app: TestApp, component: ComponentCode): Promise<string> {
  const correctiveActionId = await assignedAction(app, component)
  const director = component === 'CBP' ? 'director-cbp' : 'director-fema'
  return (await act(app, director, 'completeCorrectiveAction', { correctiveActionId, ...EVIDENCE })).id
}

const FINDING = { clause: 'V.A.2', detail: 'Pictures are posted without a description.' }
const ACTION = { task: 'Describe the pictures.', ownerRole: 'COMPONENT_DIRECTOR', dueOn: '2099-01-01' }
const EVIDENCE = { evidence: 'The pictures of the last month are described.' }

/** For every mutation on findings and corrective actions a record on which it succeeds. */
export const findingArrangements = {
  openFinding: async (app, component) => ({
    accountId: await insertAccount(app, 'ACTIVE', { component }),
    ...FINDING,
  }),
  closeFinding: async (app, component) => ({ findingId: await openedFinding(app, component), ...REASON }),
  assignCorrectiveAction: async (app, component) => ({
    findingId: await openedFinding(app, component),
    ...ACTION,
  }),
  completeCorrectiveAction: async (app, component) => ({
    correctiveActionId: await assignedAction(app, component),
    ...EVIDENCE,
  }),
  acceptCorrectiveAction: async (app, component) => ({
    correctiveActionId: await completedAction(app, component),
    ...REASON,
  }),
  returnCorrectiveAction: async (app, component) => ({
    correctiveActionId: await completedAction(app, component),
    ...REASON,
  }),
} satisfies Readonly<Record<string, Arrange>>
