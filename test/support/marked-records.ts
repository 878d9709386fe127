import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { insertMarkedTimers } from './marked-timers.ts'
import { insertMarkedCorrectiveAction } from './marked-findings.ts'
import { insertMarkedCertification } from './marked-certification.ts'
import { insertAccessRow } from './access-grants.ts'
import { insertMarkedIncident } from './marked-incident.ts'
import { insertMarkedModeration } from './marked-moderation.ts'
import { fill } from './marks.ts'
import { insertMarkedLawAnswer } from './marked-law-answer.ts'
import { insertNotification } from './notifications.ts'
import { insertMarkedGuidance } from './marked-guidance.ts'
import { insertMarkedRisk } from './marked-risk.ts'
import { insertMarkedDiscovery } from './marked-requests.ts'
import { insertMarkedPrivacyApproval } from './marked-privacy.ts'
import { insertRow, rawId, type ComponentCode } from './records.ts'

/** Records of a component whose every text says whose it is, laid to one of its people. Returns their global ids. */
export async function insertMarkedRecords(
  app: TestApp,
  component: ComponentCode,
  personId: string,
): Promise<readonly string[]> {
  return [
    await insertMarkedDelegation(app, component, personId),
    await insertMarkedException(app, component, personId),
    await insertMarkedAccess(app, component, personId),
    ...(await insertMarkedTimers(app, component, personId)),
    await insertMarkedCorrectiveAction(app, component, personId),
    ...(await insertMarkedCertification(app, component, personId)),
    await insertNotification(app, personId, fill(component, 'Notification', { subject_name: 'subjectName' })),
    ...(await insertMarkedGuidance(app, component, personId)),
    await insertMarkedIncident(app, component, personId),
    await insertMarkedDiscovery(app, component, personId),
    ...(await insertMarkedRisk(app, component, personId)),
    await insertMarkedLawAnswer(app, component, personId),
    await insertMarkedModeration(app, component, personId),
    ...(await insertMarkedPrivacyApproval(app, component, personId)),
  ]
}

async function insertMarkedDelegation(
  app: TestApp,
  component: ComponentCode,
  personId: string,
): Promise<string> {
  const at = new Date()
  const id = newId()
  await insertRow(app, 'delegation', {
    id,
    kind: 'COVER',
    role: 'CONTENT_AUTHOR',
    office_id: app.world.components[component],
    delegator_id: personId,
    delegate_id: rawId(app.personId(component === 'CBP' ? 'contractor-cbp' : 'author-fema')),
    component_id: null,
    recorded_by_id: personId,
    ...fill(component, 'Delegation', {
      written_authority: 'writtenAuthority',
      reason: 'reason',
      revocation_reason: 'revocationReason',
    }),
    valid_from: at,
    valid_until: '2099-01-01T00:00:00Z',
    revoked_at: at,
    revoked_by_id: personId,
    version: 1,
    created_at: at,
  })
  return encodeGlobalID('Delegation', id)
}

async function insertMarkedException(
  app: TestApp,
  component: ComponentCode,
  personId: string,
): Promise<string> {
  const at = new Date()
  const id = newId()
  await insertRow(app, 'exception', {
    id,
    state: 'REQUESTED',
    clauses: ['V.B.10'],
    component_id: app.world.components[component],
    ...fill(component, 'Exception', { justification: 'justification', conditions: 'conditions' }),
    valid_from: at,
    valid_until: '2099-01-01T00:00:00Z',
    requested_by_id: personId,
    requested_at: at,
    version: 1,
    changed_at: at,
  })
  return encodeGlobalID('Exception', id)
}

async function insertMarkedAccess(app: TestApp, component: ComponentCode, personId: string): Promise<string> {
  return insertAccessRow(app, component, personId, {
    ...fill(component, 'AccessGrant', {
      business_need: 'businessNeed',
      system_name: 'systemName',
      supervisor: 'supervisor',
    }),
  })
}
