import { act } from '../act.ts'
import type { TestApp } from '../create-test-app.ts'
import { insertAccount, type ComponentCode } from '../records.ts'
import { manager, REASON, type Arrange } from './arrange.ts'

const EXCEPTION = {
  clauses: ['V.B.10'],
  justification: 'The office has no website of its own yet.',
  validUntil: '2099-01-01T00:00:00Z',
}

async function requestedException(app: TestApp, component: ComponentCode): Promise<string> {
  const accountId = await insertAccount(app, 'ACTIVE', { component })
  return (await act(app, manager(component), 'requestException', { accountId, ...EXCEPTION })).id
}

/** For every mutation of this module a record on which it succeeds. */
export const exceptionArrangements = {
  requestException: async (app, component) => ({
    accountId: await insertAccount(app, 'ACTIVE', {
      component,
      columns: { use_category: 'INTERNAL_GENERAL_AUDIENCE' },
    }),
    ...EXCEPTION,
  }),
  withdrawExceptionRequest: async (app, component) => ({
    exceptionId: await requestedException(app, component),
    ...REASON,
  }),
  decideException: async (app, component) => ({
    exceptionId: await requestedException(app, component),
    decision: 'GRANT',
    ...REASON,
  }),
  revokeException: async (app, component) => {
    const exceptionId = await requestedException(app, component)
    await act(app, 'opa', 'decideException', { exceptionId, decision: 'GRANT', ...REASON })
    return { exceptionId, ...REASON }
  },
} satisfies Readonly<Record<string, Arrange>>
