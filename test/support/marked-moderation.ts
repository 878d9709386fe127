import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { fill } from './marks.ts'
import { insertAccount, insertRow, rawId, type ComponentCode } from './records.ts'

const INSIDE = { use_category: 'INTERNAL_GENERAL_AUDIENCE' }

/** An act of moderation of a component with what was said of it, every text saying whose it is. Returns its global id. */
export async function insertMarkedModeration(
  app: TestApp,
  component: ComponentCode,
  personId: string,
): Promise<string> {
  const id = newId()
  const at = new Date()
  await insertRow(app, 'moderation_action', {
    id,
    account_id: rawId(await insertAccount(app, 'ACTIVE', { component, columns: INSIDE })),
    component_id: app.world.components[component],
    kind: 'PERSON_BLOCKED',
    reason: 'OTHER',
    state: 'IN_REVIEW',
    ...fill(component, 'ModerationAction', {
      platform_reference: 'platformReference',
      explanation: 'explanation',
      policy_url: 'policyUrl',
      policy_version: 'policyVersion',
      policy_section: 'policySection',
    }),
    done_at: at,
    recorded_by_id: personId,
    recorded_at: at,
    review_asked_at: at,
    review_by: '2099-01-01',
    version: 1,
    changed_at: at,
  })
  await insertRow(app, 'moderation_step', {
    id: newId(),
    action_id: id,
    kind: 'REAFFIRMED',
    person_id: personId,
    ...fill(component, 'ModerationStep', { reason: 'reason' }),
    at,
  })
  return encodeGlobalID('ModerationAction', id)
}
