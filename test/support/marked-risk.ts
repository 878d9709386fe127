import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { fill } from './marks.ts'
import { insertRow, type ComponentCode } from './records.ts'

/** A risk of a component with a mitigation, all their texts marked. Returns their global ids. */
export async function insertMarkedRisk(
  app: TestApp,
  component: ComponentCode,
  personId: string,
): Promise<readonly string[]> {
  const at = new Date()
  const [id, mitigationId] = [newId(), newId()]
  const component_id = app.world.components[component]
  await insertRow(app, 'risk', {
    id,
    area: 'PRIVACY',
    state: 'OPEN',
    component_id,
    ...fill(component, 'Risk', { title: 'title', description: 'description' }),
    review_because: 'PLANNED',
    raised_by_id: personId,
    raised_at: at,
    version: 1,
    changed_at: at,
  })
  await insertRow(app, 'risk_mitigation', {
    id: mitigationId,
    risk_id: id,
    component_id,
    state: 'DONE',
    ...fill(component, 'RiskMitigation', { task: 'task', outcome: 'outcome', evidence_url: 'evidenceUrl' }),
    owner_id: personId,
    due_on: '2099-01-01',
    planned_by_id: personId,
    planned_at: at,
    settled_by_id: personId,
    settled_at: at,
    version: 1,
    changed_at: at,
  })
  return [encodeGlobalID('Risk', id), encodeGlobalID('RiskMitigation', mitigationId)]
}
