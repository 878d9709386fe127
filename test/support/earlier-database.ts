import { put, putEntry, type Earlier } from './earlier-rows.ts'
import { mark } from './marks.ts'
import type { World } from './world.ts'

const AT = '2026-10-01T12:00:00Z'
const LATER = '2026-10-20T12:00:00Z'
const PAST = '2026-10-15T12:00:00Z'
const CHANGED = { version: 1, changed_at: AT }

/** Ids of what earlier versions wrote, to look for it afterwards. */
export interface EarlierRecords {
  readonly people: { readonly cbp: string; readonly fema: string; readonly office: string }
  readonly account: string
  readonly reviews: { readonly security: string; readonly due: string }
  readonly reports: { readonly first: string; readonly second: string }
  readonly incidents: { readonly told: string; readonly over: string; readonly naming: string }
  readonly course: string
}

/** Before reviews of platforms had reports: people, an account, an exception, and what offices found on X. */
export async function fillBeforeReports(db: Earlier, world: World) {
  const person = (name: string, code: string | null) =>
    put(db, 'person', {
      display_name: name,
      email: `${name.toLowerCase().replace(' ', '.')}@mail.test`,
      affiliation: 'EMPLOYEE',
      component_id: code === null ? null : world.components[code],
      state: 'ACTIVE',
      version: 1,
      created_at: AT,
    })
  const people = {
    cbp: await person('Quentin Earlier', 'CBP'),
    fema: await person('Fern Earlier', 'FEMA'),
    office: await person('Odile Earlier', null),
  }
  const account = await put(db, 'account', {
    slug: 'x-earlier',
    component_id: world.components['CBP'],
    platform_id: world.platforms['X'],
    state: 'SUSPENDED',
    observed_status: 'UNKNOWN',
    handle: 'Earlier',
    canonical_key: 'earlier',
    profile_url: 'https://x.com/Earlier',
    title: mark('CBP', 'Account', 'title'),
    purpose: 'Tell travelers about waiting times at one crossing.',
    use_category: 'PUBLIC_COMMUNICATION',
    topics: [],
    login_model: 'OFFICIAL',
    official_outlet_url: 'https://www.cbp.gov/travel',
    requested_by_id: people.cbp,
    requested_at: AT,
    permitted_by_id: people.office,
    permitted_at: AT,
    approved_by_id: people.fema,
    activated_at: AT,
    suspended_at: LATER,
    created_at: AT,
    ...CHANGED,
  })
  const found = {
    platform_id: world.platforms['X'],
    reviewed_by_id: people.office,
    reviewed_at: AT,
    version: 1,
  }
  const reviews = {
    security: await put(db, 'platform_review', {
      ...found,
      kind: 'SECURITY',
      outcome: 'PASSED',
      findings: 'Two factors.',
      expires_on: '2027-10-01',
    }),
    due: await put(db, 'platform_review', {
      platform_id: world.platforms['X'],
      kind: 'PRIVACY',
      outcome: 'DUE',
      version: 1,
    }),
  }
  await put(db, 'exception', {
    state: 'GRANTED',
    clauses: ['V.B.10'],
    account_id: account,
    component_id: world.components['CBP'],
    justification: mark('CBP', 'Exception', 'justification'),
    valid_from: AT,
    valid_until: '2099-01-01T00:00:00Z',
    requested_by_id: people.cbp,
    requested_at: AT,
    ...CHANGED,
  })
  return { people, account, reviews }
}

/** Before findings said where they come from: two accounts seen in use, in one component. */
export async function fillBeforeCompliance(db: Earlier, world: World, reporter: string): Promise<void> {
  for (const name of ['One', 'Two']) {
    const componentId = world.components['CBP']
    const finding = await put(db, 'finding', {
      clause: 'V.B.8',
      code: 'IN_USE_WITHOUT_APPROVAL',
      state: 'OPEN',
      component_id: componentId,
      detail: mark('CBP', 'Finding', 'detail'),
      opened_at: AT,
    })
    await put(db, 'discovered_account', {
      state: 'REPORTED',
      component_id: componentId,
      platform_id: null,
      profile_url: `https://example.test/${name}`,
      where_seen: 'In a search.',
      reported_by_id: reporter,
      reported_at: AT,
      finding_id: finding,
      ...CHANGED,
    })
  }
}

/** Before policy data was one: days of work set, training, incidents with notices, mail refused, roles that end. */
export async function fillBeforePolicyData(
  db: Earlier,
  world: World,
  { people, account }: Pick<EarlierRecords, 'people' | 'account'>,
): Promise<Pick<EarlierRecords, 'reports' | 'incidents' | 'course'>> {
  await setWorkPolicy(db, people.office, '*', [20, 9, 15])
  await setWorkPolicy(db, people.office, 'FINDING', [20, 5, 15])
  await setWorkPolicy(db, people.office, 'TRAINING', [20, 9, 15])
  await put(db, 'role_grant', {
    person_id: people.cbp,
    role: 'ACCOUNT_MANAGER',
    component_id: world.components['CBP'],
    valid_from: AT,
    valid_until: PAST,
    reason: 'For a leave.',
    version: 1,
    created_at: AT,
  })
  await putRefusedMail(db, people.fema)
  return {
    reports: await putReports(db, world, people.office),
    incidents: await putIncidents(db, world, account, people.cbp),
    course: await putTraining(db, people),
  }
}

async function setWorkPolicy(db: Earlier, by: string, queue: string, days: readonly number[]): Promise<void> {
  const [dueDays, stepDays, noticeDays] = days
  const set = { due_days: dueDays, step_days: stepDays, notice_days: noticeDays }
  const written = { ...set, is_default: false, version: 2, changed_at: AT }
  if (queue === '*') {
    await db.query(
      `update work_policy set due_days = $1, step_days = $2, notice_days = $3, is_default = false,
      version = 2, changed_at = '${AT}' where queue = '*'`,
      [...days],
    )
  } else await put(db, 'work_policy', { queue, ...written })
  const { rows } = await db.query('select id from work_policy where queue = $1', [queue])
  const changes = Object.entries({ queue, dueDays, stepDays, noticeDays })
  await putEntry(db, {
    actorId: by,
    action: 'work.setPolicy',
    subjectType: 'WorkPolicy',
    subjectId: rows[0].id,
    reason: `Set for ${queue}.`,
    changes: changes.map(([field, after]) => ({ field, before: null, after: after ?? null })),
  })
}

async function putRefusedMail(db: Earlier, person: string): Promise<void> {
  const mailId = await put(db, 'notification', {
    person_id: person,
    event_id: person,
    kind: 'account.suspended',
    subject_type: 'Account',
    subject_id: person,
    subject_name: 'An account',
    created_at: AT,
    mail_state: 'PENDING',
    next_attempt_at: AT,
    attempts: 1,
  })
  await db.query(
    `update notification set mail_state = 'FAILED', mail_id = id, next_attempt_at = null where id = $1`,
    [mailId],
  )
}

async function putReports(db: Earlier, world: World, by: string): Promise<EarlierRecords['reports']> {
  const report = async (reviewed_at: string) => {
    const id = await put(db, 'review_report', {
      kind: 'ACCESSIBILITY',
      outcome: 'PASSED',
      findings: `Read with a screen reader at ${reviewed_at}.`,
      reviewed_by_id: by,
      reviewed_at,
    })
    await put(db, 'review_coverage', { report_id: id, platform_id: world.platforms['X'] })
    return id
  }
  return { first: await report(AT), second: await report(LATER) }
}

async function putIncidents(db: Earlier, world: World, account: string, by: string) {
  const incident = (columns: object) =>
    put(db, 'incident', {
      kind: 'COMPROMISE',
      state: 'CONTAINED',
      component_id: world.components['CBP'],
      account_id: account,
      evidence: mark('CBP', 'Incident', 'evidence'),
      checklist: [],
      reported_by_id: by,
      reported_at: AT,
      contained_at: LATER,
      ...CHANGED,
      ...columns,
    })
  return {
    told: await incident({ public_notice: 'Posts of October were not ours.' }),
    naming: await incident({ public_notice: 'Ask Quentin Earlier about it.' }),
    over: await incident({
      public_notice: 'It is over.',
      state: 'RESOLVED',
      outcome: 'CONTROL_REGAINED',
      after_action: 'Passwords changed.',
      resolved_at: '2026-10-25T12:00:00Z',
    }),
  }
}

async function putTraining(db: Earlier, people: EarlierRecords['people']): Promise<string> {
  const course = await put(db, 'training_course', {
    title: 'Records on social media',
    description: 'Once a year.',
    valid_months: 12,
    required_from: AT,
    added_by_id: people.office,
    added_at: AT,
    ...CHANGED,
  })
  await put(db, 'training_completion', {
    course_id: course,
    person_id: people.cbp,
    completed_on: '2025-12-01',
    expires_on: '2026-12-01',
    recorded_by_id: people.office,
    recorded_at: AT,
  })
  return course
}
