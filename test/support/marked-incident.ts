import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { fill } from './marks.ts'
import { insertRow, type ComponentCode } from './records.ts'

/** An incident of a component, every text of which says whose it is. Returns its global id. */
export async function insertMarkedIncident(
  app: TestApp,
  component: ComponentCode,
  personId: string,
): Promise<string> {
  const id = newId()
  const at = new Date()
  await insertRow(app, 'incident', {
    id,
    kind: 'IMPERSONATION',
    state: 'REPORTED',
    component_id: app.world.components[component],
    ...fill(component, 'Incident', {
      address: 'address',
      evidence: 'evidence',
      platform_reference: 'platformReference',
      public_notice: 'publicNotice',
      notice_language: 'noticeLanguage',
      after_action: 'afterAction',
    }),
    checklist: [{ ...fill(component, 'RecoveryStep', { text: 'text' }), doneAt: null, doneById: null }],
    reported_by_id: personId,
    reported_at: at,
    notice_published_at: at,
    version: 1,
    changed_at: at,
  })
  return encodeGlobalID('Incident', id)
}
