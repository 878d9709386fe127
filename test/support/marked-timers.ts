import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { fill, mark } from './marks.ts'
import { insertAccount, insertRow, rawId, type ComponentCode } from './records.ts'
import { insertSecurityPolicy } from './security-policies.ts'

const INSIDE = { use_category: 'INTERNAL_GENERAL_AUDIENCE' }

/** What runs against an account of a component and what was attested of it, each text saying whose it is. */
export async function insertMarkedTimers(
  app: TestApp,
  component: ComponentCode,
  personId: string,
): Promise<readonly string[]> {
  const account_id = rawId(await insertAccount(app, 'ACTIVE', { component, columns: INSIDE }))
  const timerId = newId()
  const at = new Date()
  await insertRow(app, 'account_timer', {
    id: timerId,
    account_id,
    kind: 'VACANCY',
    started_at: at,
    due_at: '2099-01-01T00:00:00Z',
    first_warned_at: at,
  })
  const attestationId = newId()
  await insertRow(app, 'security_attestation', {
    id: attestationId,
    account_id,
    policy_id: rawId(await insertMarkedSecurityPolicy(app)),
    attested_by_id: personId,
    attested_at: at,
    multi_factor: true,
    custody: 'DEPARTMENT_VAULT',
    ...fill(component, 'SecurityAttestation', { recovery_domain: 'recoveryDomain' }),
    publishing_tools: [mark(component, 'SecurityAttestation', 'publishingTools')],
    administrators: 2,
    used_exception_ids: [],
  })
  return [encodeGlobalID('AccountTimer', timerId), encodeGlobalID('SecurityAttestation', attestationId)]
}

async function insertMarkedSecurityPolicy(app: TestApp): Promise<string> {
  await app.owner.query(
    `update policy_setting set reason = $1, changed_by_id = $2, changed_at = now() where key = 'LAST_WARNING_DAYS'`,
    [mark('DEPARTMENT', 'PolicySetting', 'reason'), rawId(app.personId('aspa'))],
  )
  return insertSecurityPolicy(app, {
    ...fill('DEPARTMENT', 'SecurityPolicy', { title: 'title', text: 'text' }),
    authorized_tools: [mark('DEPARTMENT', 'SecurityPolicy', 'authorizedTools')],
  })
}
