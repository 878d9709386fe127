import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { insertRow, rawId, type Columns, type ComponentCode } from './records.ts'

/** Puts access of a persona's, in CBP, in a state, and answers with its global id. */
export async function insertAccess(app: TestApp, persona: string, columns: Columns = {}): Promise<string> {
  return insertAccessRow(app, 'CBP', rawId(app.personId(persona)), columns)
}

/** Puts somebody's access to look at accounts in a state, and answers with its global id. */
export async function insertAccessRow(
  app: TestApp,
  component: ComponentCode,
  personId: string,
  columns: Columns = {},
): Promise<string> {
  const at = new Date()
  const id = newId()
  await insertRow(app, 'access_grant', {
    id,
    kind: 'MONITOR',
    state: 'REQUESTED',
    person_id: personId,
    requested_by_id: personId,
    component_id: app.world.components[component],
    use: 'NON_OPERATIONAL_AWARENESS',
    business_need: 'Read what is said of the crossing.',
    system_name: 'Office network',
    supervisor: 'The director.',
    expires_on: '2099-01-01',
    requested_at: at,
    version: 1,
    changed_at: at,
    ...columns,
  })
  return encodeGlobalID('AccessGrant', id)
}
