import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { insertRow, nextNumber, rawId, type Columns, type ComponentCode } from './records.ts'

/** Puts a view of the list of accounts in its place, a component's or a persona's, and answers with its global id. */
export async function insertView(
  app: TestApp,
  place: { readonly component: ComponentCode } | { readonly persona: string },
  columns: Columns = {},
): Promise<string> {
  const id = newId()
  const ofComponent = 'component' in place
  const owner = ofComponent ? (place.component === 'CBP' ? 'manager-cbp' : 'manager-fema') : place.persona
  await insertRow(app, 'saved_view', {
    id,
    list: 'ACCOUNTS',
    name: `Test view ${nextNumber()}`,
    search: 'state=ACTIVE',
    scope: ofComponent ? 'COMPONENT' : 'PERSON',
    owner_id: rawId(app.personId(owner)),
    ...(ofComponent ? { component_id: app.world.components[place.component] } : {}),
    version: 1,
    created_at: new Date(),
    changed_at: new Date(),
    ...columns,
  })
  return encodeGlobalID('SavedView', id)
}
