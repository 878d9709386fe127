import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { ACCOUNT_STATES, type AccountState } from '@official-accounts/domain/account/account'
import type { TestApp } from './create-test-app.ts'
import { insertMarkedRecords } from './marked-records.ts'
import { insertMarkedReport } from './marked-reports.ts'
import { insertMarkedSubmission } from './marked-requests.ts'
import { fill, mark, type Owner } from './marks.ts'
import { insertMailRefusal, insertNotification, insertOutage } from './notifications.ts'
import { insertFailedPublication } from './publications.ts'
import {
  insertAccount,
  insertMigration,
  insertPlatform,
  insertRow,
  nextNumber,
  rawId,
  type ComponentCode,
} from './records.ts'
import { insertView } from './saved-views.ts'

/** The group an account of this state belongs to for its readers. */
export function groupOf(state: AccountState): 'listed' | 'undecided' {
  return ['ACTIVE', 'SUSPENDED', 'RETIRING', 'RETIRED'].includes(state) ? 'listed' : 'undecided'
}

const ACCOUNT_TEXTS = {
  title: 'title',
  purpose: 'purpose',
  mission_area: 'missionArea',
  audience: 'audience',
  justification: 'justification',
  language: 'language',
  records_capture_method: 'recordsCaptureMethod',
  source: 'source',
  official_outlet_url: 'officialOutletUrl',
  comment_policy_url: 'commentPolicyUrl',
  privacy_notice_url: 'privacyNoticeUrl',
}

/** Global ids of what was made, to ask for each by its id. */
export interface MarkedWorld {
  readonly ids: readonly string[]
  /** Of each component's accounts, by state; INTERNAL is an active one for use inside. */
  readonly accounts: Readonly<Record<ComponentCode, Readonly<Record<string, string>>>>
  readonly migrationId: string
}

/**
 * Two components with the same records of every kind, each text of which says whose it is; and the department's own.
 * Another round makes as many again.
 */
export async function createMarkedWorld(app: TestApp, round = 0): Promise<MarkedWorld> {
  const department = await makeDepartment(app)
  const cbp = await makeComponent(app, 'CBP', rawId(department.migrationId), round)
  const fema = await makeComponent(app, 'FEMA', rawId(department.migrationId), round)
  return {
    ids: [...department.ids, ...cbp.ids, ...fema.ids],
    accounts: { CBP: cbp.accounts, FEMA: fema.accounts },
    migrationId: department.migrationId,
  }
}

async function makeComponent(app: TestApp, component: ComponentCode, migrationId: string, round: number) {
  const personId = newId()
  await insertRow(app, 'person', {
    id: personId,
    ...fill(component, 'Person', {
      display_name: 'displayName',
      email: 'email',
      organization_name: 'organizationName',
    }),
    affiliation: 'EMPLOYEE',
    component_id: app.world.components[component],
    state: 'ACTIVE',
    version: 1,
    created_at: new Date(),
  })
  const grantId = newId()
  await insertRow(app, 'role_grant', {
    id: grantId,
    person_id: personId,
    role: 'CONTENT_AUTHOR',
    component_id: app.world.components[component],
    valid_from: new Date(),
    reason: mark(component, 'RoleGrant', 'reason'),
    version: 1,
    created_at: new Date(),
  })
  const accounts: Record<string, string> = {}
  const text = (field: string) => mark(component, 'SavedView', field)
  const view = { name: `${text('name')} ${round}`, search: text('search') }
  const viewId = await insertView(app, { component }, view)
  const ids = [
    encodeGlobalID('Person', personId),
    encodeGlobalID('RoleGrant', grantId),
    viewId,
    ...(await insertMarkedRecords(app, component, personId)),
  ]
  for (const state of [...ACCOUNT_STATES, 'INTERNAL'] as const) {
    const made = await makeAccount(app, component, state, personId, migrationId, round)
    accounts[state] = made.accountId
    ids.push(...made.ids)
  }
  return { ids, accounts }
}

async function makeAccount(
  app: TestApp,
  component: ComponentCode,
  name: AccountState | 'INTERNAL',
  personId: string,
  migrationId: string,
  round: number,
) {
  const state = name
  const suffix = round === 0 ? '' : ` ${round}`
  const group = state === 'INTERNAL' ? 'internal' : groupOf(state)
  const handle = mark(component, `Account.${group}`, 'handle')
  const accountId = await insertAccount(app, state === 'INTERNAL' ? 'ACTIVE' : state, {
    component,
    columns: {
      ...fill(component, `Account.${group}`, ACCOUNT_TEXTS),
      slug: `${mark(component, `Account.${group}`, 'slug')} ${name}${suffix}`,
      handle: `${handle} ${name}${suffix}`,
      canonical_key: `${mark(component, `Account.${group}`, 'canonicalKey')} ${name}${suffix}`,
      profile_url: `https://x.com/${mark(component, `Account.${group}`, 'profileUrl')}`,
      topics: [mark(component, `Account.${group}`, 'topics')],
      use_category: state === 'INTERNAL' ? 'INTERNAL_GENERAL_AUDIENCE' : 'PUBLIC_COMMUNICATION',
      requested_by_id: personId,
      migration_id: state === 'ACTIVE' ? migrationId : null,
    },
  })
  const ids = await makeAttachments(app, component, group, rawId(accountId), personId, migrationId)
  return { accountId, ids: [accountId, ...ids] }
}

async function makeAttachments(
  app: TestApp,
  owner: ComponentCode,
  group: string,
  accountId: string,
  personId: string,
  migrationId: string,
) {
  const at = new Date()
  const texts = (kind: string, columns: Readonly<Record<string, string>>) =>
    fill(owner, `${kind}.${group}`, columns)
  const names = { handle: 'handle', canonical_key: 'canonicalKey', profile_url: 'profileUrl' }
  const contact = { id: newId(), account_id: accountId, person_id: personId, role: 'PRIMARY', started_at: at }
  await insertRow(app, 'contact', { ...contact, ...texts('Contact', { end_reason: 'endReason' }) })
  const alias = { id: newId(), account_id: accountId, platform_id: app.world.platforms['X'], former: true }
  await insertRow(app, 'account_alias', { ...alias, ...texts('AccountAlias', names) })
  const decision = {
    id: newId(),
    kind: 'ENDORSED',
    account_id: accountId,
    decided_by_id: personId,
    clauses: [],
    decided_at: at,
  }
  await insertRow(app, 'decision', { ...decision, ...texts('Decision', { reason: 'reason' }) })
  const confirmation = {
    id: newId(),
    account_id: accountId,
    kind: 'DEACTIVATION',
    confirmed_by_id: personId,
    confirmed_at: at,
  }
  const confirmed = texts('RetirementConfirmation', {
    observation: 'observation',
    archive_location: 'archiveLocation',
    archive_sha256: 'archiveSha256',
  })
  await insertRow(app, 'retirement_confirmation', { ...confirmation, ...confirmed })
  const listing = {
    id: newId(),
    status: 'PUBLISHED',
    platform_id: app.world.platforms['X'],
    account_id: accountId,
    migration_id: migrationId,
  }
  const listed = texts('Listing', { ...names, source: 'source', title: 'title' })
  await insertRow(app, 'listing', {
    ...listing,
    ...listed,
    source_record: `${mark(owner, `Listing.${group}`, 'sourceRecord')} ${nextNumber()}`,
  })
  await insertMarkedSubmission(app, owner, group, accountId, personId)
  const findingId = await makeFinding(app, owner, accountId)
  const entryId = await makeEntry(app, owner, accountId)
  return [encodeGlobalID('Finding', findingId), encodeGlobalID('AuditEntry', entryId)]
}

async function makeFinding(app: TestApp, owner: ComponentCode, accountId: string): Promise<string> {
  const id = newId()
  const place = {
    account_id: accountId,
    component_id: app.world.components[owner],
    clause: 'V.B.10',
    state: 'OPEN',
    severity: 'LOW',
    origin: 'AUTOMATIC',
    version: 1,
  }
  await insertRow(app, 'finding', {
    id,
    ...place,
    ...fill(owner, 'Finding', { code: 'code', detail: 'detail', close_reason: 'closeReason' }),
    opened_at: new Date(),
  })
  return id
}

async function makeEntry(app: TestApp, owner: Owner, subjectId: string): Promise<string> {
  const id = newId()
  const at = new Date()
  await insertRow(app, 'audit_entry', {
    id,
    chain_id: owner === 'DEPARTMENT' ? '00000000-0000-0000-0000-000000000000' : app.world.components[owner],
    seq: 1_000_000 + nextNumber(),
    occurred_at: at,
    recorded_at: at,
    actor_kind: 'PERSON',
    action: 'account.update',
    outcome: 'ACCEPTED',
    subject_type: 'Account',
    subject_id: subjectId,
    clauses: [],
    reason: mark(owner, 'AuditEntry', 'reason'),
    changes: [{ field: 'title', before: null, after: mark(owner, 'AuditEntry', 'changes') }],
    request_id: mark(owner, 'AuditEntry', 'requestId'),
    prev_hash: '\\x00',
    hash: '\\x00',
  })
  return id
}

async function makeDepartment(app: TestApp) {
  const migrationId = await insertMigration(app, {
    ...fill('DEPARTMENT', 'Migration', { file_name: 'fileName', source_sha256: 'sourceSha256' }),
    counts: { CREATED: mark('DEPARTMENT', 'Migration', 'counts') },
    applied_counts: { CREATED: mark('DEPARTMENT', 'Migration', 'appliedCounts') },
  })
  const rowId = newId()
  await insertRow(app, 'migration_row', {
    id: rowId,
    migration_id: migrationId,
    row_number: 1,
    raw: { handle: mark('DEPARTMENT', 'MigrationRow', 'raw') },
    outcome: 'HELD',
    held_reason: 'NAMED_AFTER_PERSON',
    ...fill('DEPARTMENT', 'MigrationRow', {
      code: 'code',
      reason: 'reason',
      canonical_key: 'canonicalKey',
      resolution: 'resolution',
    }),
  })
  const texts = { purpose: 'purpose', homepage_url: 'homepageUrl', terms_source: 'termsSource' }
  const platformId = await insertPlatform(app, 'UNDER_REVIEW', fill('DEPARTMENT', 'Platform', texts))
  const decided = { decided_by_id: rawId(app.personId('aspa')), clauses: [], decided_at: new Date() }
  const onPlatform = {
    id: newId(),
    kind: 'DENIED',
    platform_id: rawId(platformId),
    reason: mark('DEPARTMENT', 'Decision.platform', 'reason'),
  }
  await insertRow(app, 'decision', { ...onPlatform, ...decided })
  const onMigration = {
    id: newId(),
    kind: 'APPROVED',
    migration_id: migrationId,
    reason: mark('DEPARTMENT', 'Decision.migration', 'reason'),
  }
  await insertRow(app, 'decision', { ...onMigration, ...decided })
  await app.owner.query('update platform_review set findings = $1, conditions = $2 where platform_id = $3', [
    mark('DEPARTMENT', 'PlatformReview', 'findings'),
    mark('DEPARTMENT', 'PlatformReview', 'conditions'),
    rawId(platformId),
  ])
  const told = fill('DEPARTMENT', 'Publication', { detail: 'detail', reason: 'reason' })
  const ids = [
    await insertFailedPublication(app, told),
    await insertOutage(app, fill('DEPARTMENT', 'MailOutage', { failure: 'failure' })),
    await insertMailRefusal(
      app,
      rawId(app.personId('opa')),
      fill('DEPARTMENT', 'MailRefusal', { failure: 'failure' }),
    ),
    await insertNotification(app, rawId(app.personId('opa'))),
    encodeGlobalID('Migration', migrationId),
    encodeGlobalID('MigrationRow', rowId),
    platformId,
    await insertMarkedReport(app, platformId),
    encodeGlobalID('AuditEntry', await makeEntry(app, 'DEPARTMENT', rawId(platformId))),
  ]
  return { migrationId: encodeGlobalID('Migration', migrationId), ids }
}
