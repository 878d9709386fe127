import { withConnection } from '@official-accounts/db/database-connection'
import { expect } from 'vitest'
import { act, type Outcome } from './act.ts'
import type { TestApp } from './create-test-app.ts'

/**
 * Lets every account of the test world begin with its checklist of law and policy answered, so that a test of another
 * gate need not answer it; made by the database's owner, with no trace in the audit.
 */
export async function answerForNewAccounts(ownerUrl: string): Promise<void> {
  await withConnection(ownerUrl, async (owner) => {
    await owner.query(`
      create function test_answers_the_checklist() returns trigger language plpgsql security definer as $$
      begin
        insert into public.law_answer (id, account_id, item_key, item_version, outcome, answered_by_id, answered_at)
        select gen_random_uuid(), new.id, i.key, i.version, 'MET', p.id, new.created_at
        from (select items from public.law_checklist order by version desc limit 1) c
        cross join jsonb_to_recordset(c.items) as i(key text, version int, fact text)
        cross join (select id from public.person order by id limit 1) p
        where i.fact is null;
        return new;
      end $$`)
    await owner.query(
      'create trigger test_answers_the_checklist after insert on account for each row execute function test_answers_the_checklist()',
    )
  })
}

/** The items of the default checklist that people answer. */
export const LAW_KEYS = ['accessiblePosts', 'informationRequests', 'checkedFacts', 'rightsOfOthers'] as const

/** Answers that everything is met. */
export function lawAnswers(
  keys: readonly string[] = LAW_KEYS,
): readonly { key: string; outcome: string; note?: string }[] {
  return keys.map((key) => ({ key, outcome: 'MET' }))
}

/** Somebody answers items of an account's checklist: all of the default one that people answer when none are named. */
export function answerLaw(
  app: TestApp,
  persona: string,
  accountId: string,
  answers: readonly object[] = lawAnswers(),
  checklistVersion = 1,
): Promise<Outcome> {
  return act(app, persona, 'answerLawChecklist', { accountId, checklistVersion, answers })
}

/** An item as the account shows it. */
export interface ShownLawItem {
  readonly item: { readonly key: string }
  readonly standing: string
  readonly evidence: string | null
  readonly mine: boolean
}

/** What somebody is shown of an account's checklist. */
export async function shownLaw(app: TestApp, persona: string, id: string) {
  const fields = `lawChecklist { version inOrder items { item { key } standing evidence mine }
      availableAction { allowed blockedBy { message } } }
    lawAnswers { itemKey itemVersion outcome note answeredAt role answeredBy { displayName } }
    availableActions { action allowed blockedBy { message clause { id } } }
    findings { code state detail clause { id } }`
  const { data, errors } = await app.as(persona, `query ($id: ID!) { account(id: $id) { ${fields} } }`, {
    id,
  })
  expect(errors).toBeUndefined()
  return data.account
}

/** Where each item of an account stands, by its key. */
export async function lawStandings(app: TestApp, id: string): Promise<Readonly<Record<string, string>>> {
  const { items } = (await shownLaw(app, 'opa', id)).lawChecklist as { items: readonly ShownLawItem[] }
  return Object.fromEntries(items.map(({ item, standing }) => [item.key, standing]))
}
