import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { fill, mark } from './marks.ts'
import { insertAccount, insertRow, nextNumber, rawId, type ComponentCode } from './records.ts'

/** A closed certification of one component, every text of which says whose it is. Returns its global ids. */
export async function insertMarkedCertification(
  app: TestApp,
  component: ComponentCode,
  personId: string,
): Promise<readonly string[]> {
  const id = newId()
  const partId = newId()
  const answerId = newId()
  const at = new Date()
  const place = { certification_id: id, component_id: app.world.components[component] }
  const open = {
    id,
    state: 'OPEN',
    ...fill(component, 'Certification', { name: 'name', filter: 'filter' }),
    due_on: '2099-01-01',
    reminder_days: [7],
    overdue_days: 1,
    opened_by_id: rawId(app.personId('opa')),
    opened_at: at,
    version: 1,
    changed_at: at,
  }
  await insertRow(app, 'certification', open)
  await insertRow(app, 'certification_question', {
    id: newId(),
    certification_id: id,
    position: 0,
    ...fill(component, 'CertificationQuestion', { key: 'key', text: 'text' }),
    kind: 'CHOICE',
    choices: [mark(component, 'CertificationQuestion', 'choices')],
    clause: 'V.B.5',
  })
  await insertRow(app, 'certification_part', {
    id: partId,
    ...place,
    state: 'RETURNED',
    account_count: 1,
    ...fill(component, 'CertificationPart', { return_reason: 'returnReason' }),
    version: 1,
    changed_at: at,
  })
  await insertRow(app, 'certification_decision', {
    id: newId(),
    part_id: partId,
    kind: 'RETURNED',
    decided_by_id: rawId(app.personId('opa')),
    used_exception_ids: [],
    reason: mark(component, 'CertificationDecision', 'reason'),
    decided_at: at,
  })
  await insertMarkedAnswer(app, component, {
    ...place,
    id: answerId,
    part_id: partId,
    answered_by_id: personId,
  })
  await closeMarked(app, id)
  return [
    encodeGlobalID('Certification', id),
    encodeGlobalID('CertificationPart', partId),
    encodeGlobalID('CertificationAnswer', answerId),
  ]
}

async function insertMarkedAnswer(
  app: TestApp,
  component: ComponentCode,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  await insertRow(app, 'certification_answer', {
    ...columns,
    account_id: rawId(await markedAccount(app, component)),
    state: 'ANSWERED',
    answers: [
      fill(component, 'CertificationGivenAnswer', { key: 'key', question: 'question', value: 'value' }),
    ],
    evidence: {},
    unchanged: false,
    ...fill(component, 'CertificationAnswer', { note: 'note', return_reason: 'returnReason' }),
    answered_at: new Date(),
  })
}

// An account of its own, marked like the others of its component.
async function markedAccount(app: TestApp, component: ComponentCode): Promise<string> {
  const slug = `${mark(component, 'Account.internal', 'slug')} certified ${nextNumber()}`
  return insertAccount(app, 'ACTIVE', {
    component,
    columns: {
      slug,
      title: mark(component, 'Account.internal', 'title'),
      use_category: 'INTERNAL_GENERAL_AUDIENCE',
    },
  })
}

async function closeMarked(app: TestApp, id: string): Promise<void> {
  await insertRow(app, 'certification_result', {
    certification_id: id,
    text: mark('DEPARTMENT', 'CertificationResult', 'text'),
  })
  await app.owner.query(
    `update certification set state = 'CLOSED', closed_at = now(), closed_by_id = $2, result_sha256 = $3 where id = $1`,
    [id, rawId(app.personId('opa')), 'ab'.repeat(32)],
  )
}
