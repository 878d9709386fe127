import { newId } from '@official-accounts/db/uuid'
import { requestInput } from '../act.ts'
import type { TestApp } from '../create-test-app.ts'
import { insertAccount, insertImported, nextNumber, type ComponentCode } from '../records.ts'
import { bystander, manager, REASON, type Arrange } from './arrange.ts'

const account = {
  async requested(app: TestApp, component: ComponentCode) {
    return { accountId: await insertAccount(app, 'REQUESTED', { component }) }
  },
  async endorsed(app: TestApp, component: ComponentCode) {
    return { accountId: await insertAccount(app, 'ENDORSED', { component }) }
  },
  async permitted(app: TestApp, component: ComponentCode) {
    return { accountId: await insertAccount(app, 'ENDORSED', { component, permitted: true }) }
  },
  async approved(app: TestApp, component: ComponentCode) {
    return { accountId: await insertAccount(app, 'APPROVED', { component, primary: bystander(component) }) }
  },
  async active(app: TestApp, component: ComponentCode) {
    return { accountId: await insertAccount(app, 'ACTIVE', { component, primary: bystander(component) }) }
  },
  async suspended(app: TestApp, component: ComponentCode) {
    return { accountId: await insertAccount(app, 'SUSPENDED', { component, primary: bystander(component) }) }
  },
  async retiring(app: TestApp, component: ComponentCode) {
    return { accountId: await insertAccount(app, 'RETIRING', { component, primary: bystander(component) }) }
  },
}

function details(app: TestApp) {
  const {
    componentId: _c,
    profileUrl: _p,
    useCategory: _u,
    ...rest
  } = requestInput(app) as Record<string, unknown>
  return rest
}

/** For every mutation of this module a record on which it succeeds. */
export const accountArrangements = {
  requestAccount: async (app, component) => ({
    ...requestInput(app),
    componentId: app.componentId(component),
  }),
  resubmitAccountRequest: async (app, component) => ({
    accountId: await insertAccount(app, 'CHANGES_REQUESTED', { component }),
    ...details(app),
  }),
  returnAccountRequest: async (app, component) => ({
    ...(await account.requested(app, component)),
    ...REASON,
  }),
  withdrawAccountRequest: account.requested,
  endorseAccount: account.requested,
  attestAccountSecurity: account.endorsed,
  recordAccountAdvice: async (app, component) => ({
    ...(await account.endorsed(app, component)),
    advice: 'CONCUR_WITH_CONDITIONS',
    ...REASON,
  }),
  permitAccount: account.endorsed,
  approveAccount: account.permitted,
  denyAccount: async (app, component) => ({ ...(await account.requested(app, component)), ...REASON }),
  activateAccount: account.approved,
  claimAccount: async (app, component) => ({ accountId: await insertImported(app, component) }),
  updateAccount: async (app, component) => ({
    ...(await account.active(app, component)),
    title: 'Another title',
  }),
  renameAccount: async (app, component) => ({
    ...(await account.active(app, component)),
    profileUrl: `https://x.com/TestRenamed${nextNumber()}`,
  }),
  assignPrimaryContact: async (app, component) => ({
    ...(await account.active(app, component)),
    personId: app.personId(manager(component)),
  }),
  assignAlternateContact: async (app, component) => ({
    ...(await account.active(app, component)),
    personId: app.personId(manager(component)),
  }),
  endContact: async (app, component) => ({
    ...(await account.approved(app, component)),
    personId: app.personId(bystander(component)),
    ...REASON,
  }),
  handOverContact: async (app, component) => ({
    ...(await account.active(app, component)),
    personId: app.personId(manager(component)),
    ...REASON,
  }),
  suspendAccount: async (app, component) => ({ ...(await account.active(app, component)), ...REASON }),
  reinstateAccount: async (app, component) => ({ ...(await account.suspended(app, component)), ...REASON }),
  requestRetirement: async (app, component) => ({ ...(await account.active(app, component)), ...REASON }),
  confirmDeactivation: async (app, component) => ({
    ...(await account.retiring(app, component)),
    observation: 'The address answers that there is no such account.',
  }),
  confirmArchive: async (app, component) => ({
    ...(await account.retiring(app, component)),
    archiveLocation: 'archive/7',
    archiveSha256: 'c0'.repeat(32),
  }),
  runBulkAction: async (app, component) => ({
    action: 'claimAccount',
    run: newId(),
    accountIds: [await insertImported(app, component)],
  }),
} satisfies Readonly<Record<string, Arrange>>
