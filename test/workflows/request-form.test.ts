import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, formAnswers, requestInput, type Outcome } from '../support/act.ts'
import { FORM } from '../support/arrangements/request-form.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)
const adopt = (more: object = {}, by = 'opa') =>
  act(app, by, 'adoptRequestForm', { ...FORM, ...REASON, ...more })

async function inForce() {
  const { data } = await app.as(
    'manager-cbp',
    '{ requestForm { version isDefault requiredDetails questions { key risk clause { id } } } }',
  )
  return data.requestForm
}

describe('V.B.3: what a request is asked is data that Public Affairs adopts', () => {
  test('before any is adopted the marked default is in force', async () => {
    expect(await inForce()).toMatchObject({ version: 1, isDefault: true })
  })
  test.each([
    ['PURPOSE', 'V.B.3'],
    ['MISSION_AREA', 'V.B.3'],
    ['JUSTIFICATION', 'V.B.3'],
    ['ADMINISTRATORS', 'IV.B.3'],
    ['OFFICIAL_OUTLET', 'V.B.10'],
  ])('a form without %s is refused under %s', async (left, clause) => {
    const requiredDetails = FORM.requiredDetails.filter((detail) => detail !== left)
    expect(clauseIds(await adopt({ requiredDetails }))).toEqual([clause])
  })
  test('a form without a risk screen is refused (IV.D.1)', async () => {
    expect(clauseIds(await adopt({ questions: FORM.questions.slice(1) }))).toEqual(['IV.D.1'])
  })
  test.each([
    ['a key that is none', { key: 'Not a key' }, 'questions.1.key'],
    ['a choice without choices', { choices: ['One'] }, 'questions.1.choices'],
    ['a risk that is no yes or no', { risk: true }, 'questions.1.risk'],
    ['a key that is there twice', { key: 'namesPeople' }, 'questions'],
    ['a clause that does not exist', { clause: 'X.Y' }, 'questions.1.clause'],
    ['no words', { label: ' ' }, 'questions.1.label'],
  ])('a form with %s says where', async (_what, change, path) => {
    const [first, second] = FORM.questions
    const refused = await adopt({ questions: [first, { ...second, ...change }] })
    expect(refused.issues.map((issue) => issue.path)).toEqual([path])
  })
  test('no other office adopts one, and none is adopted over one not seen', async () => {
    for (const persona of ['aspa', 'cio', 'director-cbp']) {
      expect((await adopt({}, persona)).__typename).toBe('ForbiddenError')
    }
    expect((await adopt({ expectedVersion: 7 })).__typename).toBe('StaleVersionError')
  })
  test('an adopted form is asked at once, and a request on the former one is shown the new one first', async () => {
    const adopted = await adopt({ expectedVersion: 1 })
    expect(adopted.__typename).toBe('RequestForm')
    expect(await inForce()).toMatchObject({ version: 2, isDefault: false })
    const send = (changes: object) => act(app, 'manager-cbp', 'requestAccount', requestInput(app, changes))
    const answers = [{ key: 'namesPeople', value: 'YES' }]
    expect(await send({ formVersion: 1, answers })).toMatchObject({
      __typename: 'StaleVersionError',
      expected: 1,
      actual: 2,
    })
    expect((await send({ answers: formAnswers() })).issues[0]?.path).toBe('answers.staffing')
    expect(clauseIds(await send({ answers: [] }))).toEqual(['IV.D.1'])
    const wrong = [...answers, { key: 'campaign', value: 'Another' }]
    expect((await send({ answers: wrong })).issues[0]?.path).toBe('answers.campaign')
    // What the new form no longer demands may be left out.
    const sent = await send({ formVersion: 2, answers, audience: null, commentPolicyUrl: null })
    expect(sent.state).toBe('REQUESTED')
  })
})
