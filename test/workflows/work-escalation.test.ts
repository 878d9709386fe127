import { runAs } from '@official-accounts/db/actor-settings'
import { settingsFor } from '@official-accounts/db/visibility'
import { LAW_ANSWERERS } from '@official-accounts/domain/law-checklist/law-checklist'
import { NAMES_PERSON } from '@official-accounts/domain/compliance/compliance'
import { readReach, type KnownActor } from '@official-accounts/domain/access/actor'
import type { Role } from '@official-accounts/domain/access/roles'
import { WORK_QUEUES } from '@official-accounts/schema/modules/work-item/queues'
import { timingAt } from '@official-accounts/schema/modules/work-item/timing'
import type { WorkItem } from '@official-accounts/schema/modules/work-item/work-queue'
import { newId } from '@official-accounts/db/uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertAccess } from '../support/access-grants.ts'
import { ARRANGEMENTS, arrangementOf } from '../support/arrangements.ts'
import { act } from '../support/act.ts'
import { writtenLawItems } from '../support/arrangements/law-checklist.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertFailedPublication } from '../support/publications.ts'
import { insertAccount, insertPlatform, insertRow, rawId } from '../support/records.ts'

const DAY = 86_400_000
/** By then whatever waits now is past its date and has gone up the whole of its line. */
const FAR = new Date('2200-01-01T00:00:00Z')

const NOBODY_ABOVE = 'it is the Assistant Secretary’s, who oversees all use, and nobody is above'
const OWN = 'it is somebody’s own, and told before it ends'
const TOLD_ELSEWHERE = 'what is overdue of it is told by component in a queue of its own'

/** To which office what is overdue in each queue goes first; or why to none. By hand: a new queue has to say. */
const FIRST: Readonly<Record<string, Role | { readonly none: string }>> = {
  PLATFORM_REVIEW: { none: NOBODY_ABOVE },
  ENDORSEMENT: 'OPA',
  SECURITY_ATTESTATION: 'ASPA',
  CIVIL_RIGHTS_ADVICE: 'ASPA',
  NOT_ATTESTED: 'ASPA',
  PERMISSION: 'ASPA',
  APPROVAL: { none: NOBODY_ABOVE },
  REWORK: 'OPA',
  ACTIVATION: 'OPA',
  CLAIM: { none: TOLD_ELSEWHERE },
  VACANCY: 'OPA',
  DEACTIVATION: 'OPA',
  ARCHIVE: 'ASPA',
  VACANCY_WARNING: 'ASPA',
  ATTESTATION: 'COMPONENT_DIRECTOR',
  ATTESTATION_WARNING: 'OPA',
  CLAIM_OVERDUE: { none: NOBODY_ABOVE },
  DISCOVERED_ACCOUNT: 'ASPA',
  REVIEW_SECURITY: 'ASPA',
  REVIEW_ACCESSIBILITY: 'ASPA',
  REVIEW_PRIVACY: 'ASPA',
  REVIEW_TERMS_OF_SERVICE: 'ASPA',
  REVIEW_CIVIL_RIGHTS: 'ASPA',
  REVIEW_COUNSEL: 'ASPA',
  REVIEW_RECORDS: 'ASPA',
  CORRECTIVE_ACTION: 'OPA',
  EVIDENCE: 'ASPA',
  CERTIFICATION: 'OPA',
  CERTIFICATION_OVERDUE: { none: NOBODY_ABOVE },
  EXCEPTION: 'ASPA',
  ACCESS_DECISION: 'ASPA',
  ACCESS_PROVISIONING: 'ASPA',
  ACCESS_RENEWAL: { none: OWN },
  DELEGATION_ENDING: { none: OWN },
  PLATFORM_DECISION: { none: NOBODY_ABOVE },
  COMPROMISE: { none: NOBODY_ABOVE },
  RECOVERY: 'OPA',
  IMPERSONATION: 'ASPA',
  IMPORT: { none: NOBODY_ABOVE },
  HELD_ROW: 'ASPA',
  PUBLICATION_FAILED: 'ASPA',
  MAIL_OUTAGE: 'ASPA',
  MAIL_REFUSED: 'ASPA',
  ACKNOWLEDGEMENT: {
    none: 'what people of a component let pass is told to its director in ACKNOWLEDGEMENT_LATE',
  },
  TRAINING: { none: 'what people of a component let pass is told to its director in TRAINING_LATE' },
  ACKNOWLEDGEMENT_LATE: 'OPA',
  TRAINING_LATE: 'OPA',
  PROCESS_REVIEW: 'ASPA',
  PROCESS_MISSING: 'OPA',
  POLICY_REVIEW: 'ASPA',
  POLICY_MISSING: 'OPA',
  LAW_CHECKLIST: 'COMPONENT_DIRECTOR',
  LAW_CHECKLIST_OPA: 'ASPA',
  LAW_CHECKLIST_CIO: 'ASPA',
  LAW_CHECKLIST_RECORDS_OFFICER: 'ASPA',
  LAW_CHECKLIST_PRIVACY_OFFICER: 'ASPA',
  LAW_CHECKLIST_FOIA_OFFICER: 'ASPA',
  LAW_CHECKLIST_CRCL_OFFICER: 'ASPA',
  LAW_CHECKLIST_GENERAL_COUNSEL: 'ASPA',
  MODERATION_REVIEW: 'ASPA',
  MODERATION_REVERSAL: 'OPA',
  BLOCK_RENEWAL: 'OPA',
  PRIVACY_APPROVAL: 'ASPA',
  UNAPPROVED_NAME: 'OPA',
  UNAPPROVED_MONITORING: 'ASPA',
  RISK_ASSESSMENT: 'ASPA',
  RISK_DECISION: 'ASPA',
  RISK_REVIEW: 'ASPA',
  RISK_MITIGATION: 'OPA',
}

const LINE = ['COMPONENT_DIRECTOR', 'OPA', 'ASPA'] as const
const CLIMBING = Object.entries(FIRST).flatMap(([kind, first]) =>
  typeof first === 'string' ? [{ kind, first }] : [],
)

/** For these somebody answers now: by then training has run out. */
let onlyByThen: readonly string[] = []

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  for (const name of Object.keys(ARRANGEMENTS)) await arrangementOf(name)(app, 'CBP')
  await fillTheRest()
  const { rows } = await app.owner.query(
    `select account_id from contact where role = 'PRIMARY' and ended_at is null`,
  )
  onlyByThen = rows.map(({ account_id: id }) => id)
})
afterAll(() => app.close())

/** What no arrangement leaves waiting. */
async function fillTheRest(): Promise<void> {
  await insertAccount(app, 'ENDORSED', {
    columns: { risk_keys: ['CHILDREN'], security_attestation: 'NOT_ATTESTED' },
  })
  const at = new Date('2026-11-01T00:00:00Z')
  for (const kind of ['VACANCY', 'ATTESTATION']) {
    const account_id = rawId(await insertAccount(app, 'ACTIVE'))
    const times = { started_at: at, due_at: new Date('2027-01-01T00:00:00Z'), first_warned_at: at }
    await insertRow(app, 'account_timer', { id: newId(), account_id, kind, ...times })
  }
  await insertPlatform(app, 'UNDER_REVIEW', {}, 'DUE')
  await app.owner.query(`update platform_review set due_on = '2027-01-01' where outcome = 'DUE'`)
  const assigned = await arrangementOf('completeCorrectiveAction')(app, 'CBP')
  expect(assigned['correctiveActionId']).toBeDefined()
  expect(
    (await act(app, 'opa', 'openCertification', await arrangementOf('openCertification')(app, 'CBP'))).code,
  ).toBeUndefined()
  const impostor = { kind: 'IMPERSONATION', address: 'https://forum.example/u/1', evidence: 'It plays us.' }
  expect((await act(app, 'opa', 'reportIncident', impostor)).code).toBeUndefined()
  const guidance = {
    kind: 'GUIDANCE',
    topic: 'LEGAL',
    title: 'For managers',
    body: 'Ask.',
    changeSummary: 'New.',
  }
  const published = await act(app, 'opa', 'publishGuidance', { ...guidance, roles: ['ACCOUNT_MANAGER'] })
  expect(published.code).toBeUndefined()
  await arrangementOf('reviewComponentPolicy')(app, 'CBP')
  await insertAccount(app, 'ACTIVE', { component: 'FEMA' })
  await app.owner.query('alter table component_process disable trigger user')
  await app.owner.query('delete from component_process where component_id = $1', [
    app.world.components['FEMA'],
  ])
  await app.owner.query('alter table component_process enable trigger user')
  await insertFailedPublication(app, {})
  await askOffices()
  await useUnapproved()
}

/** A name in an account, and a person who is looked at, without the Chief Privacy Officer's approval. */
async function useUnapproved(): Promise<void> {
  await insertRow(app, 'finding', {
    id: newId(),
    clause: 'IV.C.2',
    code: NAMES_PERSON,
    detail: 'Its handle names a person.',
    severity: 'HIGH',
    origin: 'AUTOMATIC',
    state: 'OPEN',
    version: 1,
    account_id: rawId(await insertAccount(app, 'ACTIVE')),
    component_id: app.world.components['CBP'],
    opened_at: new Date(),
  })
  const access_grant_id = rawId(
    await insertAccess(app, 'contractor-cbp', {
      state: 'PROVISIONED',
      expires_on: '2299-01-01',
    }),
  )
  await insertRow(app, 'monitored_account', {
    id: newId(),
    access_grant_id,
    platform_id: app.world.platforms['X'],
    canonical_key: 'testsomebody',
    profile_url: 'https://x.com/TestSomebody',
    holder: 'INDIVIDUAL',
  })
}

/** A checklist that asks each of the offices something, and accounts nothing that is answered yet. */
async function askOffices(): Promise<void> {
  const items = await writtenLawItems(app)
  const [first] = items
  const asked = LAW_ANSWERERS.map((answerer, at) => ({
    ...first,
    key: `asked${at}`,
    question: `What ${answerer} answers?`,
    answerer,
    fact: null,
  }))
  const reason = 'Because the test says so.'
  const adopted = await act(app, 'opa', 'adoptLawChecklist', { items: [...items, ...asked], reason })
  expect(adopted.code).toBeUndefined()
}

function personaOf(role: Role, { componentCode }: Pick<WorkItem, 'componentCode'>): string {
  if (role === 'COMPONENT_DIRECTOR') return componentCode === 'FEMA' ? 'director-fema' : 'director-cbp'
  return role.toLowerCase()
}

async function itemsOf(persona: string, kind: string, at: Date): Promise<readonly WorkItem[]> {
  const queue = WORK_QUEUES.find((one) => one.kind === kind)
  const actor = (await app.actor(persona)) as KnownActor
  const { read } = app.services
  return runAs(settingsFor(readReach(actor)), async () => {
    const open = queue?.open(actor, read, await timingAt(read, at)) ?? null
    return open === null ? [] : open.page(null, 500)
  })
}

describe('overdue work goes up the Directive’s lines (IV.A.1, IV.A.5)', () => {
  test('of every queue there is it is said to whom', () => {
    expect(Object.keys(FIRST).sort()).toEqual(WORK_QUEUES.map(({ kind }) => kind).sort())
  })

  test.each(CLIMBING)(
    '$kind: first to $first, at last to the Assistant Secretary',
    async ({ kind, first }) => {
      const items = await itemsOf('aspa', kind, FAR)
      expect(items.length, 'something waits there').toBeGreaterThan(0)
      expect(items.every(({ escalatedTo }) => escalatedTo === 'ASPA')).toBe(true)
      const item = items.find(({ subjectId }) => !onlyByThen.includes(subjectId)) ?? items[0]
      if (item?.dueOn == null) throw new Error('It has no date.')
      // A day counts until its end.
      const justOver = new Date(item.dueOn.getTime() + 1.5 * DAY)
      const seenBy = async (role: Role) =>
        (await itemsOf(personaOf(role, item), kind, justOver)).find(
          ({ subjectId }) => subjectId === item.subjectId,
        )
      expect(await seenBy(first)).toMatchObject({
        escalatedTo: first,
        reason: expect.stringMatching(/^Overdue with/),
      })
      const above = LINE.slice(LINE.findIndex((role) => role === first) + 1)
      for (const role of above) expect(await seenBy(role), `not yet with ${role}`).toBeUndefined()
    },
  )

  test.each(
    Object.entries(FIRST).flatMap(([kind, first]) => (typeof first === 'string' ? [] : [{ kind, ...first }])),
  )('$kind: to nobody, for $none', async ({ kind }) => {
    for (const persona of ['aspa', 'opa', 'director-cbp', 'manager-cbp']) {
      const items = await itemsOf(persona, kind, FAR)
      expect(items.map(({ escalatedTo }) => escalatedTo ?? null)).toEqual(items.map(() => null))
    }
  })
})
