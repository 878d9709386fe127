import { newId } from '@official-accounts/db/uuid'
import { decodeGlobalID, encodeGlobalID } from '@pothos/plugin-relay'
import type { AccountState } from '@official-accounts/domain/account/account'
import type { PlatformState } from '@official-accounts/domain/platform/platform'
import type { TestApp } from './create-test-app.ts'
import { nextNumber } from './next-number.ts'

/** What a test says of a record it puts into the database as its owner, by column. */
export type Columns = Readonly<Record<string, unknown>>

export type ComponentCode = 'CBP' | 'FEMA'

export { nextNumber }

/** Inserts one row; columns that are not given are null. */
export async function insertRow(app: Pick<TestApp, 'owner'>, table: string, row: Columns): Promise<void> {
  const text = `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`
  await app.owner.query(text, [JSON.stringify(row)])
}

/** A record's own id inside a global id. */
export function rawId(globalId: string): string {
  return decodeGlobalID(globalId).id
}

export interface AccountFixture {
  readonly component?: ComponentCode
  readonly columns?: Columns
  /** Who answers for it now. */
  readonly primary?: string
  /** Whether Public Affairs has permitted the request, its security attested. */
  readonly permitted?: boolean
  readonly confirmed?: readonly { kind: 'DEACTIVATION' | 'ARCHIVE'; by: string }[]
}

const BEFORE_PERMISSION: readonly AccountState[] = [
  'REQUESTED',
  'CHANGES_REQUESTED',
  'ENDORSED',
  'DENIED',
  'WITHDRAWN',
]

/** What the default form asks a request for beyond what every fixture has. */
const ASKED_DETAILS: Columns = {
  comment_policy_url: 'https://www.cbp.gov/comment-policy',
  privacy_notice_url: 'https://www.cbp.gov/privacy',
  records_capture_method: 'Every post is exported once a day.',
}

/** Puts an account in a state, as the commands would have left it, and answers with its global id. */
export async function insertAccount(
  app: TestApp,
  state: AccountState,
  fixture: AccountFixture = {},
): Promise<string> {
  const {
    component = 'CBP',
    columns = {},
    primary,
    permitted = !BEFORE_PERMISSION.includes(state),
    confirmed = [],
  } = fixture
  const id = newId()
  const at = new Date()
  await insertRow(app, 'account', {
    ...accountColumns(app, component, state),
    id,
    risk_keys: [],
    ...(permitted
      ? {
          permitted_by_id: rawId(app.personId('opa')),
          permitted_at: at,
          security_attestation: 'ATTESTED',
        }
      : {}),
    ...(BEFORE_PERMISSION.includes(state) ? {} : { approved_by_id: rawId(app.personId('aspa')) }),
    ...columns,
  })
  if (primary) await insertContact(app, id, primary)
  for (const { kind, by } of confirmed) await insertConfirmation(app, id, kind, by)
  return encodeGlobalID('Account', id)
}

function accountColumns(app: TestApp, component: ComponentCode, state: AccountState): Columns {
  const handle = `TestFixture${nextNumber()}`
  const at = new Date()
  return {
    slug: `x-${handle.toLowerCase()}`,
    component_id: app.world.components[component],
    platform_id: app.world.platforms['X'],
    state,
    observed_status: 'UNKNOWN',
    handle,
    canonical_key: handle.toLowerCase(),
    profile_url: `https://x.com/${handle}`,
    title: `Test fixture ${handle}`,
    purpose: 'Tell travelers about waiting times at one crossing.',
    use_category: 'PUBLIC_COMMUNICATION',
    topics: [],
    login_model: 'OFFICIAL',
    official_outlet_url: 'https://www.cbp.gov/travel',
    requested_by_id: rawId(app.personId(component === 'CBP' ? 'contractor-cbp' : 'author-fema')),
    requested_at: at,
    ...(BEFORE_PERMISSION.includes(state) ? ASKED_DETAILS : {}),
    ...(state === 'SUSPENDED' ? { suspended_at: at } : {}),
    ...(state === 'RETIRED' ? { retired_at: at } : {}),
    ...(['ACTIVE', 'SUSPENDED', 'RETIRING', 'RETIRED'].includes(state) ? { activated_at: at } : {}),
    version: 1,
    created_at: at,
    changed_at: at,
  }
}

/** Makes a persona answer for an account now. */
export async function insertContact(
  app: TestApp,
  accountId: string,
  persona: string,
  columns: Columns = {},
): Promise<void> {
  const contact = {
    account_id: accountId,
    person_id: rawId(app.personId(persona)),
    role: 'PRIMARY',
    started_at: new Date(),
  }
  await insertRow(app, 'contact', { id: newId(), ...contact, ...columns })
}

async function insertConfirmation(
  app: TestApp,
  accountId: string,
  kind: string,
  persona: string,
): Promise<void> {
  const archive =
    kind === 'ARCHIVE'
      ? { archive_location: 'archive/1', archive_sha256: 'ab'.repeat(32) }
      : { observation: 'Gone.' }
  const confirmation = {
    account_id: accountId,
    kind,
    confirmed_by_id: rawId(app.personId(persona)),
    confirmed_at: new Date(),
  }
  await insertRow(app, 'retirement_confirmation', { id: newId(), ...confirmation, ...archive })
}

/** Puts an import in a state and answers with its own id. */
export async function insertMigration(app: TestApp, columns: Columns = {}): Promise<string> {
  const id = newId()
  await insertRow(app, 'migration', {
    id,
    state: 'APPLIED',
    file_name: `test-${nextNumber()}.csv`,
    column_set: 'accounts',
    source_sha256: id.replaceAll('-', '').padEnd(64, '0'),
    row_count: 1,
    counts: {},
    applied_rows: 1,
    submitted_by_id: rawId(app.personId('opa')),
    submitted_at: new Date(),
    development: false,
    version: 1,
    ...columns,
  })
  return id
}

/** An imported account that its office has not claimed. */
export async function insertImported(
  app: TestApp,
  component: ComponentCode,
  columns: Columns = {},
): Promise<string> {
  const imported = {
    migration_id: await insertMigration(app),
    source: 'Test register',
    listed_on: '2024-09-01',
    claim_by: '2030-01-31',
    requested_by_id: null,
    requested_at: null,
    permitted_at: null,
    permitted_by_id: null,
    approved_by_id: null,
    activated_at: null,
  }
  return insertAccount(app, 'ACTIVE', { component, columns: { ...imported, ...columns } })
}

/** Identity rules that name accounts on a made-up host. */
export function rulesFor(host: string) {
  return {
    hosts: [host],
    parameters: { name: { characters: 'A-Za-z0-9_', min: 1, max: 30 } },
    kinds: { name: { key: '{name}', handle: '{name}', url: `https://${host}/{name}` } },
    patterns: [{ match: '/{name}', means: 'ACCOUNT', kind: 'name' }],
    tabs: [],
  }
}

const REVIEWS = [
  'SECURITY',
  'ACCESSIBILITY',
  'PRIVACY',
  'TERMS_OF_SERVICE',
  'CIVIL_RIGHTS',
  'COUNSEL',
  'RECORDS',
] as const

/** Puts a platform in a state with every review of one outcome, and answers with its global id. */
export async function insertPlatform(
  app: TestApp,
  state: PlatformState,
  columns: Columns = {},
  outcome = 'PASSED',
): Promise<string> {
  const id = newId()
  const number = nextNumber()
  const at = new Date()
  const law = state === 'PROHIBITED' ? { prohibited_by_law: 'Test Act', prohibited_on: '2022-12-29' } : {}
  await insertRow(app, 'platform', {
    id,
    slug: `test-platform-${number}`,
    name: `Test platform ${number}`,
    also_called: [],
    kind: 'PROFILE',
    state,
    rules: rulesFor(`platform${number}.example`),
    terms_negotiated: 'UNKNOWN',
    terms_signed: 'UNKNOWN',
    personal_login_required: 'UNKNOWN',
    version: 1,
    created_at: at,
    changed_at: at,
    ...law,
    ...columns,
  })
  for (const kind of REVIEWS) {
    const opened = { opened_at: at, opened_because: 'PROPOSED' }
    await insertRow(app, 'platform_review', {
      id: newId(),
      platform_id: id,
      kind,
      outcome,
      version: 1,
      ...opened,
    })
  }
  return encodeGlobalID('Platform', id)
}

/** A person who holds no role and has the sample training, by global id. */
export async function insertPerson(
  app: TestApp,
  component: ComponentCode | null,
  columns: Columns = {},
): Promise<string> {
  const id = newId()
  await insertRow(app, 'person', {
    id,
    display_name: `Test person ${nextNumber()}`,
    affiliation: 'EMPLOYEE',
    component_id: component === null ? null : app.world.components[component],
    state: 'ACTIVE',
    version: 1,
    created_at: new Date(),
    ...columns,
  })
  await app.owner.query(
    `insert into training_completion (id, course_id, person_id, completed_on, expires_on, recorded_at)
     select gen_random_uuid(), id, $1, current_date, '2099-01-01', now() from training_course where sample`,
    [id],
  )
  return encodeGlobalID('Person', id)
}

/** A role somebody holds, by global id. */
export async function insertRole(
  app: TestApp,
  personId: string,
  role: string,
  columns: Columns = {},
): Promise<string> {
  const id = newId()
  const at = new Date(Date.now() - 1000)
  const grant = {
    person_id: rawId(personId),
    role,
    valid_from: at,
    reason: 'For the test.',
    version: 1,
    created_at: at,
  }
  await insertRow(app, 'role_grant', { id, ...grant, ...columns })
  return encodeGlobalID('RoleGrant', id)
}
