import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { lawVersion, writtenLawItems } from '../support/arrangements/law-checklist.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { answerLaw, lawAnswers, lawStandings, shownLaw } from '../support/law-answers.ts'
import { insertAccount } from '../support/records.ts'

const REASON = { reason: 'Because the test says so.' }

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ asksLaw: true })
})
afterAll(() => app.close())

const inUse = () => insertAccount(app, 'ACTIVE', { primary: 'contractor-cbp' })
const standings = (id: string) => lawStandings(app, id)

async function answer(persona: string, accountId: string, answers: readonly object[] = lawAnswers()) {
  return answerLaw(app, persona, accountId, answers, await lawVersion(app))
}

describe('V.A.2: what accounts are asked is data of Public Affairs', () => {
  test('only what is put in other words is asked anew, and the old answer is still shown', async () => {
    const accountId = await inUse()
    await answer('manager-cbp', accountId)
    const items = (await writtenLawItems(app)).map((item) =>
      item.key === 'checkedFacts' ? { ...item, question: 'Does a second person check every fact?' } : item,
    )
    const adopted = await act(app, 'opa', 'adoptLawChecklist', { items, ...REASON })
    expect(adopted.version).toBe(await lawVersion(app))
    expect(await standings(accountId)).toMatchObject({ checkedFacts: 'CHANGED', rightsOfOthers: 'MET' })
    const stale = await answerLaw(app, 'manager-cbp', accountId, lawAnswers(['checkedFacts']), 1)
    expect(stale.issues[0]).toMatchObject({ path: 'answers.checkedFacts' })
    await answer('manager-cbp', accountId, lawAnswers(['checkedFacts']))
    expect(await standings(accountId)).toMatchObject({ checkedFacts: 'MET' })
  })
  test('an office answers what names it, and the account’s people do not', async () => {
    const items = (await writtenLawItems(app)).map((item) =>
      item.key === 'informationRequests' ? { ...item, answerer: 'FOIA_OFFICER' } : item,
    )
    await act(app, 'opa', 'adoptLawChecklist', { items, ...REASON })
    const accountId = await inUse()
    const one = lawAnswers(['informationRequests'])
    const both = await answer('manager-cbp', accountId)
    expect(both.__typename).toBe('ForbiddenError')
    expect(both.message).toContain('informationRequests')
    expect((await shownLaw(app, 'manager-cbp', accountId)).lawAnswers).toEqual([])
    expect((await answer('foia', accountId, one)).code).toBeUndefined()
    const document =
      '{ workItems(first: 50, queues: ["LAW_CHECKLIST_FOIA_OFFICER"]) { items { subjectId } } }'
    const other = await inUse()
    const { data } = await app.as('foia', document)
    const waiting = data.workItems.items.map(({ subjectId }: { subjectId: string }) => subjectId)
    expect(waiting).toContain(other)
    expect(waiting).not.toContain(accountId)
  })
  test.each([
    [
      'a missing area',
      (items: readonly { key: string }[]) => items.filter(({ key }) => key !== 'securityAttested'),
    ],
    ['two of one key', (items: readonly { key: string }[]) => [...items, ...items.slice(0, 1)]],
    ['no change', (items: readonly { key: string }[]) => items],
    [
      'an unknown authority',
      (items: readonly { key: string }[]) => items.map((item) => ({ ...item, authority: 'III.Z' })),
    ],
  ])('%s is refused', async (_what, change) => {
    const refused = await act(app, 'opa', 'adoptLawChecklist', {
      items: change(await writtenLawItems(app)),
      ...REASON,
    })
    expect(refused.__typename).toMatch(/^(PolicyRefusal|InvalidInput)Error$/)
  })
  test('nobody but Public Affairs adopts one, and not over a version that was not read', async () => {
    const [first, ...others] = await writtenLawItems(app)
    const items = [{ ...first, help: 'Other help.' }, ...others]
    for (const persona of ['aspa', 'counsel', 'director-cbp', 'admin']) {
      expect((await act(app, persona, 'adoptLawChecklist', { items, ...REASON })).__typename).toBe(
        'ForbiddenError',
      )
    }
    const stale = await act(app, 'opa', 'adoptLawChecklist', { items, ...REASON, expectedVersion: 1 })
    expect(stale.__typename).toBe('StaleVersionError')
  })
})
