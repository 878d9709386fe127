import { act } from '../act.ts'
import type { TestApp } from '../create-test-app.ts'
import { nextNumber, type ComponentCode } from '../records.ts'
import { manager, REASON, type Arrange } from './arrange.ts'

function report(app: TestApp, component: ComponentCode) {
  return {
    componentId: app.componentId(component),
    profileUrl: `https://x.com/TestSeen${nextNumber()}`,
    whereSeen: 'On a poster at a field office.',
  }
}

async function reported(app: TestApp, component: ComponentCode) {
  const { id } = await act(app, manager(component), 'reportDiscoveredAccount', report(app, component))
  return { discoveredAccountId: id, ...REASON }
}

/** For every mutation of this module a record on which it succeeds. */
export const discoveredAccountArrangements = {
  reportDiscoveredAccount: (app, component) => Promise.resolve(report(app, component)),
  adoptDiscoveredAccount: reported,
  closeDiscoveredAccount: async (app, component) => ({
    ...(await reported(app, component)),
    closure: 'TAKEN_DOWN',
    evidence: 'The address answers that there is no such account.',
  }),
} satisfies Readonly<Record<string, Arrange>>
