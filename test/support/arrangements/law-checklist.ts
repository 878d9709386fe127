import { lawAnswers } from '../law-answers.ts'
import { insertAccount, nextNumber } from '../records.ts'
import type { TestApp } from '../create-test-app.ts'
import { bystander, REASON, type Arrange } from './arrange.ts'

/** An item as it is written into a form. */
export interface WrittenLawItem {
  readonly key: string
  readonly help: string | null
  readonly question: string
  readonly answerer: string
}

/** The items of the checklist in force, as the next version would be written. */
export async function writtenLawItems({ owner }: Pick<TestApp, 'owner'>): Promise<readonly WrittenLawItem[]> {
  const { rows } = await owner.query<{ item: WrittenLawItem }>(
    `select i - 'version' as item
     from (select items from law_checklist order by version desc limit 1) c, jsonb_array_elements(c.items) i`,
  )
  return rows.map(({ item }) => item)
}

/** The version of the checklist in force. */
export async function lawVersion({ owner }: Pick<TestApp, 'owner'>): Promise<number> {
  const { rows } = await owner.query<{ newest: number }>('select max(version) as newest from law_checklist')
  return rows[0]?.newest ?? 0
}

/** For every mutation of this module an input on which it succeeds. */
export const lawChecklistArrangements = {
  // What people have answered holds on: what is asked anew is told by a fact.
  adoptLawChecklist: async (app) => ({
    items: (await writtenLawItems(app)).map((item) =>
      item.key === 'recordsCapture' ? { ...item, help: `Part ${nextNumber()}.` } : item,
    ),
    ...REASON,
  }),
  answerLawChecklist: async (app, component) => ({
    accountId: await insertAccount(app, 'ACTIVE', { component, primary: bystander(component) }),
    checklistVersion: await lawVersion(app),
    answers: lawAnswers(),
  }),
} satisfies Readonly<Record<string, Arrange>>
