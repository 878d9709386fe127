import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { fill } from './marks.ts'
import { insertRow, type ComponentCode } from './records.ts'

/** A corrective action of a component with a step, all its texts marked, on a finding of its own. Returns its global id. */
export async function insertMarkedCorrectiveAction(
  app: TestApp,
  component: ComponentCode,
  personId: string,
): Promise<string> {
  const at = new Date()
  const [findingId, id] = [newId(), newId()]
  const component_id = app.world.components[component]
  await insertRow(app, 'finding', {
    id: findingId,
    component_id,
    clause: 'IV.E.1',
    state: 'OPEN',
    severity: 'LOW',
    origin: 'BY_HAND',
    version: 1,
    opened_by_id: personId,
    ...fill(component, 'Finding', { code: 'code', detail: 'detail', close_reason: 'closeReason' }),
    opened_at: at,
  })
  await insertRow(app, 'corrective_action', {
    id,
    finding_id: findingId,
    component_id,
    state: 'COMPLETED',
    ...fill(component, 'CorrectiveAction', { task: 'task' }),
    owner_id: personId,
    due_on: '2099-01-01',
    assigned_by_id: personId,
    assigned_role: 'OPA',
    assigned_at: at,
    version: 1,
    changed_at: at,
  })
  await insertRow(app, 'corrective_action_step', {
    id: newId(),
    action_id: id,
    kind: 'COMPLETED',
    person_id: personId,
    ...fill(component, 'CorrectiveActionStep', { note: 'note', evidence_url: 'evidenceUrl' }),
    at,
  })
  return encodeGlobalID('CorrectiveAction', id)
}
