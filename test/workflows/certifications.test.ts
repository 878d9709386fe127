import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { certificationInput } from '../support/arrangements/certification.ts'
import { certificationActs, at, day, START } from '../support/certifications.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'

const now = START
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
})
afterAll(() => app.close())

const { answer, answered, certify, close, look, open, rows } = certificationActs(() => app)
const REASON = { reason: 'Because the test says so.' }
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)
const issues = ({ issues: all }: Outcome) => all?.map(({ path, message }) => `${path}: ${message}`)

describe('IV.E.3: a certification asks components about their accounts', () => {
  test('it is opened over a filter, and its accounts are fixed at that moment', async () => {
    const topic = 'certified-together'
    const columns = { topics: [topic] }
    await insertAccount(app, 'ACTIVE', { columns })
    await insertAccount(app, 'SUSPENDED', { columns })
    await insertAccount(app, 'ACTIVE', { component: 'FEMA', columns })
    await insertAccount(app, 'DENIED', { columns })
    const input = certificationInput([], { filter: { topic }, dueOn: day(30) })
    const { id } = await act(app, 'aspa', 'openCertification', input)
    await insertAccount(app, 'ACTIVE', { columns })
    const seen = await look(id)
    expect([seen.state, seen.accountCount, seen.answeredCount]).toEqual(['OPEN', 3, 0])
    expect(
      seen.parts.map((part: { component: { code: string }; accountCount: number }) => [
        part.component.code,
        part.accountCount,
      ]),
    ).toEqual([
      ['CBP', 2],
      ['FEMA', 1],
    ])
    expect((await look(id, 'director-fema')).parts.length).toBe(1)
  })
  test('one over zero accounts is refused, naming the filter', async () => {
    const nobody = certificationInput([], { filter: { topic: 'nobody-writes-of-this' }, dueOn: day(30) })
    const refused = await act(app, 'opa', 'openCertification', nobody)
    expect(refused.__typename).toBe('InvalidInputError')
    expect(issues(refused)?.[0]).toContain('filter: No account in use matches the filter (topic: nobody')
    const ended = certificationInput([await insertAccount(app, 'WITHDRAWN')], { dueOn: day(30) })
    expect((await act(app, 'opa', 'openCertification', ended)).__typename).toBe('InvalidInputError')
  })
  test('two over the same accounts may not ask the same; asking something else they may', async () => {
    const first = await open()
    const input = (more: object = {}) => certificationInput([first.accountId], { dueOn: day(20), ...more })
    const refused = await act(app, 'opa', 'openCertification', input())
    expect([refused.__typename, refused.existingId]).toEqual(['ConflictError', first.certificationId])
    const renamed = [{ key: 'other', text: 'is the account STILL needed?', kind: 'YES_NO', clause: 'V.B.11' }]
    const hidden = await act(app, 'opa', 'openCertification', input({ questions: renamed }))
    expect(hidden.__typename).toBe('ConflictError')
    const other = [{ key: 'outlet', text: 'Which page says the same?', kind: 'TEXT', clause: 'V.B.10' }]
    expect((await act(app, 'opa', 'openCertification', input({ questions: other }))).state).toBe('OPEN')
    await answer(first)
    await certify(first)
    await close(first)
    expect((await act(app, 'opa', 'openCertification', input())).state).toBe('OPEN')
  })
  test('two opened at once over the same accounts: one is opened', async () => {
    const accountId = await insertAccount(app, 'ACTIVE')
    const ends = await Promise.all(
      ['opa', 'aspa'].map((by) =>
        act(app, by, 'openCertification', certificationInput([accountId], { dueOn: day(20) })),
      ),
    )
    expect(ends.map(({ __typename }) => __typename).sort()).toEqual(['Certification', 'ConflictError'])
  })
  test('bad requests name the field: no question, a key twice, no such clause, a choice of one, a day that is over', async () => {
    const [question] = certificationInput([])['questions'] as readonly object[]
    const bad: readonly (readonly [object, string])[] = [
      [{ questions: [] }, 'questions'],
      [{ questions: [question, question] }, 'questions.1'],
      [{ questions: [{ ...question, clause: 'V.B.99' }] }, 'questions.0'],
      [{ questions: [{ ...question, kind: 'CHOICE', choices: ['One'] }] }, 'questions.0'],
      [{ dueOn: day(-1) }, 'dueOn'],
      [{ name: ' ' }, 'name'],
    ]
    const accountId = await insertAccount(app, 'ACTIVE')
    for (const [more, path] of bad) {
      const input = certificationInput([accountId], { dueOn: day(20), ...more })
      const refused = await act(app, 'opa', 'openCertification', input)
      expect(
        refused.issues?.map((issue) => issue.path),
        path,
      ).toEqual([path])
    }
  })
})

describe('IV.E.3: a component answers, and its director certifies', () => {
  test('every question is answered as it asks; a no is explained', async () => {
    const part = await open()
    const given = (value: string, note?: string) => ({ answers: [{ key: 'still-needed', value }], note })
    const bad = [
      given('MAYBE'),
      given(''),
      { answers: [] },
      { answers: [{ key: 'x', value: 'YES' }] },
      given('NO'),
    ]
    for (const one of bad) {
      expect((await answer(part, 'manager-cbp', one)).__typename).toBe('InvalidInputError')
    }
    expect(
      (await answer(part, 'manager-cbp', given('NO', 'It moved to another office.'))).code,
    ).toBeUndefined()
    expect((await rows(part))[0]).toMatchObject({ state: 'ANSWERED', answers: [{ value: 'NO' }] })
  })
  test('the part is certified only when every account is answered', async () => {
    const part = await open()
    expect(clauseIds(await certify(part))).toEqual(['IV.E.3'])
    await answer(part)
    expect((await certify(part)).state).toBe('CERTIFIED')
    const [cbp] = (await look(part.certificationId)).parts
    expect(cbp.decisions).toEqual([{ kind: 'CERTIFIED', reason: null, role: 'COMPONENT_DIRECTOR' }])
    expect((await answer(part)).__typename, 'certified is certified').toBe('InvalidStateError')
  })
  test('an exception to IV.E.3 that covers the unanswered accounts lifts it, and the decision says so', async () => {
    const part = await open()
    const asked = await act(app, 'manager-cbp', 'requestException', {
      clauses: ['IV.E.3'],
      accountId: part.accountId,
      justification: 'The office is closed by a storm.',
      validUntil: at(1).toISOString(),
    })
    expect(clauseIds(await certify(part)), 'asked for is not granted').toEqual(['IV.E.3'])
    await act(app, 'opa', 'decideException', { exceptionId: asked.id, decision: 'GRANT', ...REASON })
    expect((await certify(part)).state).toBe('CERTIFIED')
    const { rows: used } = await app.owner.query(
      'select used_exception_ids from certification_decision where part_id = $1',
      [rawId(part.partId)],
    )
    expect(used).toEqual([{ used_exception_ids: [rawId(asked.id)] }])
  })
  test('a manager answers and does not certify; another component does not see the part', async () => {
    const part = await answered()
    expect((await certify(part, 'manager-cbp')).__typename).toBe('ForbiddenError')
    expect((await answer(part, 'manager-fema')).__typename).toBe('NotFoundError')
    expect((await answer(part, 'opa')).__typename).toBe('ForbiddenError')
    const foreign = { ...part, accountId: await insertAccount(app, 'ACTIVE') }
    expect((await answer(foreign)).__typename, 'an account not asked about').toBe('NotFoundError')
  })
  test('Public Affairs returns a part or one answer with a reason, and the component answers again', async () => {
    const part = await answered()
    await certify(part)
    const { partId, accountId } = part
    const silent = await act(app, 'opa', 'returnCertification', { partId, reason: ' ' })
    expect(silent.__typename).toBe('InvalidInputError')
    expect((await act(app, 'opa', 'returnCertification', { partId, ...REASON })).state).toBe('RETURNED')
    expect((await certify(part)).state).toBe('CERTIFIED')
    const back = await act(app, 'aspa', 'returnCertificationAnswer', { partId, accountId, ...REASON })
    expect(back.state).toBe('RETURNED')
    const [row] = await rows(part)
    expect(row).toMatchObject({ state: 'RETURNED', returnReason: REASON.reason })
    const history = await app.as(
      'director-cbp',
      `query ($id: ID!) { auditEntries(first: 5, filter: { subject: $id, actions: ["certification.returnAnswer"] }) {
        edges { node { reason } } } }`,
      { id: row.id },
    )
    expect(history.data.auditEntries.edges).toEqual([{ node: { reason: REASON.reason } }])
    const work = await app.as(
      'manager-cbp',
      '{ workItems(first: 100, queues: ["CERTIFICATION"]) { items { subjectId reason } } }',
    )
    expect(work.data.workItems.items).toContainEqual({
      subjectId: part.partId,
      reason: `It came back: ${REASON.reason}`,
    })
    expect(clauseIds(await certify(part))).toEqual(['IV.E.3'])
    const twice = await act(app, 'opa', 'returnCertificationAnswer', { partId, accountId, ...REASON })
    expect(twice.__typename).toBe('InvalidStateError')
    await answer(part, 'director-cbp')
    expect((await certify(part)).state).toBe('CERTIFIED')
  })
})
