import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { insertAccount, insertRow, nextNumber, rawId, type ComponentCode } from './records.ts'

/** Somebody whose training counts until a day, without any role, by global id. */
export async function insertTrained(
  app: TestApp,
  component: ComponentCode,
  expiresOn: Date,
): Promise<string> {
  const id = newId()
  await insertRow(app, 'person', {
    id,
    display_name: `Test person trained for a time ${nextNumber()}`,
    affiliation: 'EMPLOYEE',
    component_id: app.world.components[component],
    state: 'ACTIVE',
    version: 1,
    created_at: new Date('2026-01-01T00:00:00Z'),
  })
  await app.owner.query(
    `insert into training_completion (id, course_id, person_id, completed_on, expires_on, recorded_at)
     select gen_random_uuid(), id, $1, '2025-01-01', $2, '2025-01-01' from training_course where sample`,
    [id, expiresOn],
  )
  return encodeGlobalID('Person', id)
}

/** An active account of CBP for which somebody answers, by global id. */
export async function insertAnswered(app: TestApp, personId: string): Promise<string> {
  const accountId = await insertAccount(app, 'ACTIVE')
  const contact = { account_id: rawId(accountId), person_id: rawId(personId), role: 'PRIMARY' }
  await insertRow(app, 'contact', { id: newId(), ...contact, started_at: new Date('2026-01-02T00:00:00Z') })
  return accountId
}
