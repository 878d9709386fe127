import { newId } from '@official-accounts/db/uuid'
import type { TestApp } from './create-test-app.ts'
import { fill } from './marks.ts'
import { insertAccount, insertRow, rawId, type ComponentCode } from './records.ts'

/** An answer to the checklist of an account of a component whose note says whose it is. Returns the account's global id. */
export async function insertMarkedLawAnswer(
  app: TestApp,
  component: ComponentCode,
  personId: string,
): Promise<string> {
  const columns = { use_category: 'INTERNAL_GENERAL_AUDIENCE' }
  const accountId = await insertAccount(app, 'ACTIVE', { component, columns })
  const account_id = rawId(accountId)
  await insertNextChecklist(app)
  await app.owner.query('delete from law_answer where account_id = $1', [account_id])
  await insertRow(app, 'law_answer', {
    id: newId(),
    account_id,
    item_key: 'checkedFacts',
    item_version: 1,
    outcome: 'NOT_MET',
    ...fill(component, 'LawAnswer', { note: 'note' }),
    answered_by_id: personId,
    answered_at: new Date(),
  })
  return accountId
}

// The same items, so that every answer holds on.
async function insertNextChecklist({ owner }: TestApp): Promise<void> {
  await owner.query(
    `insert into law_checklist (id, version, items, is_default, adopted_by_id, adopted_at, reason)
     select $1, version + 1, items, false, (select id from person order by id limit 1), now(), 'Once more.'
     from law_checklist order by version desc limit 1`,
    [newId()],
  )
}
