import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { insertRow, rawId, type Columns } from './records.ts'

/** The next version of the security policy, in force since a moment ago, by global id. */
export async function insertSecurityPolicy(app: TestApp, columns: Columns = {}): Promise<string> {
  const id = newId()
  const { rows } = await app.owner.query('select coalesce(max(number), 0) + 1 as number from security_policy')
  const at = new Date(Date.now() - 1000)
  await insertRow(app, 'security_policy', {
    id,
    number: rows[0].number,
    title: 'How accounts are secured',
    text: 'Sign in with more than one factor.',
    authorized_tools: ['Test publisher'],
    effective_from: at,
    published_at: at,
    published_by_id: rawId(app.personId('cio')),
    ...columns,
  })
  return encodeGlobalID('SecurityPolicy', id)
}
