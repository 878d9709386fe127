import { applyMigration } from '@official-accounts/commands/migration/apply-migration'
import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { act, requestInput } from './act.ts'
import { insertEarlierPublication } from './publications.ts'
import type { TestApp } from './create-test-app.ts'
import {
  insertAccount,
  insertImported,
  insertPerson,
  insertPlatform,
  insertRole,
  nextNumber,
  rawId,
  rulesFor,
  type ComponentCode,
} from './records.ts'
import { insertView } from './saved-views.ts'

/** Makes a record on which a mutation succeeds for whoever may do it, and answers with the mutation's input. */
export type Arrange = (app: TestApp, component: ComponentCode) => Promise<Record<string, unknown>>

const REASON = { reason: 'Because the test says so.' }

/** Somebody of the component whom no test lets decide anything. */
export function bystander(component: ComponentCode): string {
  return component === 'CBP' ? 'contractor-cbp' : 'author-fema'
}

function manager(component: ComponentCode): string {
  return component === 'CBP' ? 'manager-cbp' : 'manager-fema'
}

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

function onPlatform(state: Parameters<typeof insertPlatform>[1], more: object = REASON): Arrange {
  return async (app) => ({ platformId: await insertPlatform(app, state), ...more })
}

/** A file of the set `accounts` with one row; without a component the row is held. */
export function sourceFile(component: string): string {
  const handle = `TestImport${nextNumber()}`
  const row = [component, 'X', handle, `https://x.com/${handle}`, `@${handle} - Test office`, '', 'Published']
  const source = `"Test register, record ${nextNumber()}, last updated 2024-08-01"`
  return `component,platform,handle,url,purpose_or_name,language,status,source\n${row.join(',')},${source}\n`
}

async function submitted(app: TestApp, component: string): Promise<string> {
  const input = { fileName: `test-${nextNumber()}.csv`, content: sourceFile(component) }
  return (await act(app, 'opa', 'submitMigration', input)).id
}

async function heldRow(app: TestApp): Promise<string> {
  const migrationId = await submitted(app, 'Department')
  await act(app, 'aspa', 'decideMigration', { migrationId, decision: 'APPROVE', ...REASON })
  await applyMigration(app.services.commands, rawId(migrationId))
  const found = await app.owner.query('select id, outcome from migration_row where migration_id = $1', [
    rawId(migrationId),
  ])
  if (found.rows[0]?.outcome !== 'HELD') throw new Error(`The row is ${found.rows[0]?.outcome} and not held.`)
  return encodeGlobalID('MigrationRow', found.rows[0].id)
}

/** A request to look at a made-up account, each time another one. */
export function accessRequest(): Record<string, unknown> {
  return {
    kind: 'MONITOR',
    use: 'NON_OPERATIONAL_AWARENESS',
    monitoredUrls: [`https://x.com/TestNeighbor${nextNumber()}`],
    businessNeed: 'To know which roads the county closes.',
    systemName: 'Department laptop',
    supervisor: 'Office of Field Operations',
    expiresOn: '2099-01-01',
  }
}

async function accessIn(app: TestApp, state: 'REQUESTED' | 'APPROVED' | 'PROVISIONED'): Promise<string> {
  const { id: accessGrantId } = await act(app, 'contractor-cbp', 'requestAccess', accessRequest())
  if (state === 'REQUESTED') return accessGrantId
  await act(app, 'director-cbp', 'decideAccess', { accessGrantId, decision: 'APPROVE', ...REASON })
  if (state === 'APPROVED') return accessGrantId
  await act(app, 'cio', 'provisionAccess', { accessGrantId, ...REASON })
  return accessGrantId
}

const EXCEPTION = {
  clauses: ['V.B.10'],
  justification: 'The office has no website of its own yet.',
  validUntil: '2099-01-01T00:00:00Z',
}

async function requestedException(app: TestApp, component: ComponentCode): Promise<string> {
  const accountId = await insertAccount(app, 'ACTIVE', { component })
  return (await act(app, manager(component), 'requestException', { accountId, ...EXCEPTION })).id
}

/** For every mutation a record on which it succeeds. */
export const ARRANGEMENTS: Readonly<Record<string, Arrange>> = {
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
  permitAccount: account.endorsed,
  approveAccount: account.permitted,
  denyAccount: async (app, component) => ({ ...(await account.requested(app, component)), ...REASON }),
  activateAccount: account.approved,
  claimAccount: async (app, component) => ({ accountId: await insertImported(app, component) }),
  runBulkAction: async (app, component) => ({
    action: 'claimAccount',
    run: newId(),
    accountIds: [await insertImported(app, component)],
  }),
  saveView: async (app, component) => ({
    list: 'ACCOUNTS',
    name: `Test view ${nextNumber()}`,
    search: 'state=ACTIVE',
    scope: 'COMPONENT',
    componentId: app.componentId(component),
  }),
  changeView: async (app, component) => ({
    viewId: await insertView(app, { component }),
    name: `Test view ${nextNumber()}`,
  }),
  removeView: async (app, component) => ({ viewId: await insertView(app, { component }) }),
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
  proposePlatform: async () => {
    const number = nextNumber()
    const host = `proposed${number}.example`
    return {
      name: `Proposed ${number}`,
      homepageUrl: `https://${host}/`,
      purpose: 'To be heard there.',
      rules: rulesFor(host),
    }
  },
  recordPlatformReview: onPlatform('PROPOSED', {
    kind: 'SECURITY',
    outcome: 'PASSED',
    findings: 'Nothing stands against it.',
  }),
  approvePlatform: onPlatform('UNDER_REVIEW', {}),
  denyPlatform: onPlatform('UNDER_REVIEW'),
  suspendPlatform: onPlatform('APPROVED'),
  reinstatePlatform: onPlatform('SUSPENDED'),
  prohibitPlatform: onPlatform('APPROVED', {
    ...REASON,
    prohibitedByLaw: 'Test Act',
    prohibitedOn: '2022-12-29',
  }),
  retirePlatform: onPlatform('APPROVED'),
  requestAccess: async () => accessRequest(),
  withdrawAccessRequest: async (app) => ({ accessGrantId: await accessIn(app, 'REQUESTED'), ...REASON }),
  decideAccess: async (app) => ({
    accessGrantId: await accessIn(app, 'REQUESTED'),
    decision: 'APPROVE',
    ...REASON,
  }),
  provisionAccess: async (app) => ({ accessGrantId: await accessIn(app, 'APPROVED'), ...REASON }),
  renewAccess: async (app) => ({
    accessGrantId: await accessIn(app, 'PROVISIONED'),
    expiresOn: '2099-06-01',
    ...REASON,
  }),
  revokeAccess: async (app) => ({ accessGrantId: await accessIn(app, 'PROVISIONED'), ...REASON }),
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
  delegateApproval: async (app) => ({
    delegateId: app.personId('opa'),
    accountId: await insertAccount(app, 'ENDORSED', { permitted: true }),
    writtenAuthority: 'Memorandum 7',
    ...REASON,
  }),
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
    const lent = await ARRANGEMENTS['delegateApproval']?.(app, 'CBP')
    const { id } = await act(app, 'aspa', 'delegateApproval', lent ?? {})
    return { delegationId: id, ...REASON }
  },
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
  submitMigration: async () => ({ fileName: `test-${nextNumber()}.csv`, content: sourceFile('CBP') }),
  decideMigration: async (app) => ({
    migrationId: await submitted(app, 'CBP'),
    decision: 'APPROVE',
    ...REASON,
  }),
  publishDirectory: async () => ({ reason: `Because the test says so for the ${nextNumber()}th time.` }),
  rollbackPublication: async (app) => ({ publicationId: await insertEarlierPublication(app), ...REASON }),
  resolveMigrationRow: async (app) => ({ rowId: await heldRow(app), resolution: 'REJECT', ...REASON }),
}

/** The arrangement of a mutation; a mutation without one fails the test that asks. */
export function arrangementOf(mutation: string): Arrange {
  const arrange = ARRANGEMENTS[mutation]
  if (arrange === undefined) throw new Error(`No arrangement is known for ${mutation}.`)
  return arrange
}
