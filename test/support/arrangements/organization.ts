import { insertPerson, insertRole } from '../records.ts'
import { REASON, type Arrange } from './arrange.ts'

/** For every mutation of this module a record on which it succeeds. */
export const organizationArrangements = {
  grantRole: async (app) => ({ personId: await insertPerson(app, null), role: 'ANALYST', ...REASON }),
  revokeRole: async (app) => ({
    roleGrantId: await insertRole(app, await insertPerson(app, null), 'ANALYST'),
    ...REASON,
  }),
  deactivatePerson: async (app) => ({ personId: await insertPerson(app, 'CBP'), ...REASON }),
  reactivatePerson: async (app) => ({
    personId: await insertPerson(app, 'CBP', { state: 'DEACTIVATED' }),
    ...REASON,
  }),
  suspendPersonRights: async (app) => ({ personId: await insertPerson(app, 'CBP'), ...REASON }),
  restorePersonRights: async (app) => ({
    personId: await insertPerson(app, 'CBP', { rights_suspended_at: new Date() }),
    ...REASON,
  }),
} satisfies Readonly<Record<string, Arrange>>
