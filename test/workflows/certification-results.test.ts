import { createHash } from 'node:crypto'
import { remindDueCertifications } from '@official-accounts/commands/certification/remind-due-certifications'
import { evaluateSubjects } from '@official-accounts/commands/compliance/evaluate-all'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { openPart, type ArrangedPart } from '../support/arrangements/certification.ts'
import { at, certificationActs, day, START } from '../support/certifications.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'

let now = START
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
})
afterAll(() => app.close())

const { again, answer, answered, certify, close, confirm, look, open, rows } = certificationActs(() => app)
const REASON = { reason: 'Because the test says so.' }
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)

describe('IV.E.3: nothing changed, in one act where it is true', () => {
  test('the last answers hold again, and the audit keeps what was on record', async () => {
    const part = await again()
    expect((await rows(part))[0]).toMatchObject({ changedSince: [], lastAnswers: [{ value: 'YES' }] })
    expect((await confirm(part)).code).toBeUndefined()
    expect((await rows(part))[0]).toMatchObject({
      state: 'ANSWERED',
      unchanged: true,
      answers: [{ key: 'still-needed', value: 'YES' }],
    })
    const { rows: entries } = await app.owner.query(
      `select changes from audit_entry where action = 'certification.confirmUnchanged' and outcome = 'ACCEPTED' order by seq desc limit 1`,
    )
    expect(JSON.stringify(entries[0].changes)).toContain('still-needed: YES')
  })
  test('it is refused where something has changed since, naming it', async () => {
    const part = await again()
    await app.owner.query(`update account set purpose = 'Something new.' where id = $1`, [
      rawId(part.accountId),
    ])
    await act(app, 'director-cbp', 'assignPrimaryContact', {
      accountId: part.accountId,
      personId: app.personId('manager-cbp'),
    })
    const refused = await confirm(part)
    expect(clauseIds(refused)).toEqual(['IV.E.3'])
    expect(refused.message).toContain('its purpose, its primary contact')
    expect((await rows(part))[0]).toMatchObject({ changedSince: ['purpose', 'primaryContactId'] })
  })
  test('it is refused where nothing was answered before, and where something new is asked', async () => {
    expect(clauseIds(await confirm(await open()))).toEqual(['IV.E.3'])
    const other = [{ key: 'still-needed', text: 'Who needs it now?', kind: 'TEXT', clause: 'V.B.11' }]
    expect((await confirm(await again(other))).message).toContain('“Who needs it now?” was not asked')
  })
})

describe('IV.E.3: who does not answer shows', () => {
  const remind = () => remindDueCertifications(app.services.commands, now)
  const told = async (certificationId: string) => {
    const { rows: entries } = await app.owner.query(
      `select changes from audit_entry where action = 'certification.remind' and subject_id = $1 order by seq`,
      [rawId(certificationId)],
    )
    return entries.map(({ changes }) => `${changes[0].field} ${String(changes[0].after).slice(0, 10)}`)
  }
  const nameOf = async ({ certificationId }: ArrangedPart): Promise<string> => {
    const { data } = await app.as('opa', 'query ($id: ID!) { certification(id: $id) { name } }', {
      id: certificationId,
    })
    return data.certification.name
  }
  /** What the check on components finds open in CBP, once everything is looked at again. */
  const unanswered = async (): Promise<string> => {
    const ids = [rawId(app.componentId('CBP'))]
    await evaluateSubjects(app.services.commands, { kind: 'COMPONENT', ids })
    const { rows: found } = await app.owner.query(
      `select detail from finding where code = 'CERTIFICATION_OVERDUE' and state = 'OPEN'`,
    )
    return found.map(({ detail }) => detail).join()
  }
  test('reminders come on the days the certification names, once each; then the Assistant Secretary is told', async () => {
    const part = await open({ reminderDays: [10, 3], overdueDays: 2 })
    const steps = []
    for (const days of [0, 19, 20, 21, 27, 28, 31]) {
      now = at(days)
      await remind()
      await remind()
      steps.push((await told(part.certificationId)).length)
    }
    expect(steps).toEqual([0, 0, 1, 1, 2, 2, 2])
    now = at(32)
    await remind()
    await remind()
    expect(await told(part.certificationId)).toEqual([
      'remindedDays 10',
      'remindedDays 3',
      `overdueSince ${day(32)}`,
    ])
    const [cbp] = (await look(part.certificationId)).parts
    expect([cbp.state, cbp.overdueSince]).toEqual(['OPEN', now.toISOString()])
    const work = await app.as('aspa', '{ workItems { items { kind subjectId } } }')
    expect(work.data.workItems.items).toContainEqual({
      kind: 'CERTIFICATION_OVERDUE',
      subjectId: part.partId,
    })
    expect(await unanswered()).toContain(await nameOf(part))
    await answer(part)
    expect((await certify(part)).state, 'late is better than never').toBe('CERTIFIED')
    expect(await unanswered(), 'the finding is put right by itself').not.toContain(await nameOf(part))
    expect((await look(part.certificationId)).parts[0].overdueSince).not.toBeNull()
    now = START
  })
  test('a component with an exception to IV.E.3 is not marked', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { component: 'FEMA' })
    const part = await openPart(app, 'FEMA', accountId, { dueOn: day(30) })
    const asked = await act(app, 'director-fema', 'requestException', {
      clauses: ['IV.E.3'],
      componentId: app.componentId('FEMA'),
      justification: 'All hands are in the field.',
      validUntil: at(40).toISOString(),
    })
    await act(app, 'opa', 'decideException', { exceptionId: asked.id, decision: 'GRANT', ...REASON })
    now = at(31)
    await remind()
    const seen = await look(part.certificationId)
    expect([seen.overdueSince === null, seen.parts[0].overdueSince]).toEqual([false, null])
    now = START
  })
  test('what waits for a component is its work, with the day it is due', async () => {
    const part = await open()
    const work = await app.as(
      'director-cbp',
      '{ workItems(first: 100, queues: ["CERTIFICATION"]) { items { subjectId dueOn action } } }',
    )
    expect(work.data.workItems.items).toContainEqual({
      subjectId: part.partId,
      dueOn: day(30),
      action: 'answerCertification',
    })
  })
})

describe('IV.E.3: the result is frozen', () => {
  test('it is not closed while somebody may still answer in time', async () => {
    const part = await answered()
    expect(clauseIds(await close(part))).toEqual(['IV.E.3'])
    expect((await close(part, 'director-cbp')).__typename).toBe('ForbiddenError')
    now = at(31)
    expect((await close(part)).state).toBe('CLOSED')
    const closed = await look(part.certificationId)
    expect(JSON.parse(closed.result).components).toMatchObject([{ code: 'CBP', outcome: 'NOT_ANSWERED' }])
    now = START
  })
  test('its digest is the SHA-256 of the text anybody may check, and names every answer', async () => {
    const part = await answered()
    await certify(part)
    expect((await close(part, 'aspa')).state).toBe('CLOSED')
    const { result, resultSha256 } = await look(part.certificationId)
    expect(createHash('sha256').update(result).digest('hex')).toBe(resultSha256)
    expect(JSON.parse(result)).toMatchObject({
      format: 'official-accounts/certification-result/v1',
      components: [
        { outcome: 'CERTIFIED', accounts: [{ accountId: rawId(part.accountId), answered: true }] },
      ],
    })
    expect((await look(part.certificationId, 'director-cbp')).result, 'the whole is the department’s').toBe(
      null,
    )
    for (const late of [answer(part), certify(part), close(part), confirm(part)]) {
      expect((await late).__typename).toBe('InvalidStateError')
    }
  })
  test('nor does the database let anybody change it', async () => {
    const part = await answered()
    await certify(part)
    await close(part)
    const id = rawId(part.certificationId)
    const statements = [
      `update certification set name = 'Another' where id = $1`,
      `update certification set state = 'OPEN', closed_at = null, closed_by_id = null, result_sha256 = null where id = $1`,
      `delete from certification where id = $1`,
      `update certification_part set state = 'OPEN' where certification_id = $1`,
      `update certification_answer set note = 'Another' where certification_id = $1`,
      `delete from certification_answer where certification_id = $1`,
      `update certification_question set text = 'Another' where certification_id = $1`,
      `update certification_result set text = '{}' where certification_id = $1`,
      `delete from certification_result where certification_id = $1`,
    ]
    for (const sql of statements) await expect(app.owner.query(sql, [id]), sql).rejects.toThrow()
  })
  test('and of an open one nobody changes what is asked, of whom and until when', async () => {
    const id = rawId((await open()).certificationId)
    for (const change of [`due_on = '2031-01-01'`, `filter = '{}'`, `reminder_days = '{1}'`]) {
      const sql = `update certification set ${change} where id = $1`
      await expect(app.owner.query(sql, [id]), sql).rejects.toThrow('not rewritten')
    }
  })
})
