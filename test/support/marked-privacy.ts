import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { insertAccessRow } from './access-grants.ts'
import type { TestApp } from './create-test-app.ts'
import { fill } from './marks.ts'
import { insertAccount, insertRow, rawId, type ComponentCode } from './records.ts'

/** Questions to the Chief Privacy Officer of a component, about an account and about people looked at, whose every text says whose it is. */
export async function insertMarkedPrivacyApproval(
  app: TestApp,
  component: ComponentCode,
  personId: string,
): Promise<readonly string[]> {
  const said = { information: 'information', whose: 'whose', need: 'need', conditions: 'conditions' }
  const values = { handle: 'handle', title: 'title', purpose: 'purpose' }
  const accountId = rawId(await insertAccount(app, 'REQUESTED', { component }))
  const accessGrantId = rawId(await insertAccessRow(app, component, personId))
  const [profileUrl] = Object.values(fill(component, 'PrivacyApproval', { profile_urls: 'profileUrls' }))
  return [
    await insertQuestion(app, component, personId, {
      account_id: accountId,
      ...fill(component, 'PrivacyApproval', { ...said, ...values }),
    }),
    await insertQuestion(app, component, personId, {
      access_grant_id: accessGrantId,
      ...fill(component, 'PrivacyApproval', said),
      profile_urls: [profileUrl],
    }),
  ]
}

async function insertQuestion(
  app: TestApp,
  component: ComponentCode,
  personId: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<string> {
  const at = new Date()
  const id = newId()
  await insertRow(app, 'privacy_approval', {
    id,
    state: 'REQUESTED',
    component_id: app.world.components[component],
    requested_by_id: personId,
    requested_at: at,
    version: 1,
    changed_at: at,
    ...columns,
  })
  return encodeGlobalID('PrivacyApproval', id)
}
