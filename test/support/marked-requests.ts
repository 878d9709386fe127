import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { fill, mark } from './marks.ts'
import { insertRow, nextNumber, type ComponentCode } from './records.ts'

const DEFAULT_FORM = '019ab000-0000-7000-8000-000000001200'

/** What an account's request answered and changed, each text of which says whose it is. */
export async function insertMarkedSubmission(
  app: TestApp,
  owner: ComponentCode,
  group: string,
  accountId: string,
  personId: string,
): Promise<void> {
  const text = (kind: string, field: string) => mark(owner, `${kind}.${group}`, field)
  await insertRow(app, 'account_submission', {
    id: newId(),
    account_id: accountId,
    number: 1,
    form_id: DEFAULT_FORM,
    answers: [{ key: 'staffing', value: text('SubmittedAnswer', 'value') }],
    changes: [
      {
        field: text('SubmissionChange', 'field'),
        before: text('SubmissionChange', 'before'),
        after: text('SubmissionChange', 'after'),
      },
    ],
    risk_keys: [],
    submitted_by_id: personId,
    submitted_at: new Date(),
  })
}

/** A discovered account of a component, each text of which says whose it is. Returns its global id. */
export async function insertMarkedDiscovery(
  app: TestApp,
  component: ComponentCode,
  personId: string,
): Promise<string> {
  const at = new Date()
  await insertFormerForm(app, personId, at)
  const id = newId()
  const findingId = newId()
  const componentId = app.world.components[component]
  await insertRow(app, 'finding', {
    id: findingId,
    clause: 'V.B.8',
    state: 'CLOSED',
    severity: 'MEDIUM',
    origin: 'BY_HAND',
    opened_by_id: personId,
    version: 1,
    component_id: componentId,
    ...fill(component, 'Finding', { code: 'code', detail: 'detail' }),
    opened_at: at,
    closed_at: at,
  })
  await insertRow(app, 'discovered_account', {
    id,
    state: 'CLOSED',
    component_id: componentId,
    ...fill(component, 'DiscoveredAccount', {
      profile_url: 'profileUrl',
      where_seen: 'whereSeen',
      evidence: 'evidence',
    }),
    reported_by_id: personId,
    reported_at: at,
    finding_id: findingId,
    closure: 'TAKEN_DOWN',
    version: 2,
    changed_at: at,
  })
  return encodeGlobalID('DiscoveredAccount', id)
}

// Before the default, so that it is in the lists and never in force.
async function insertFormerForm(app: TestApp, personId: string, at: Date): Promise<void> {
  await insertRow(app, 'request_form', {
    id: newId(),
    version: -nextNumber(),
    required_details: [],
    questions: [],
    is_default: false,
    adopted_by_id: personId,
    adopted_at: at,
    reason: 'Former.',
  })
}
