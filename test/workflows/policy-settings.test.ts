import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { certificationInput } from '../support/arrangements/certification.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const set = (persona: string, input: object) =>
  act(app, persona, 'changePolicySetting', { reason: 'A test.', ...input })

interface Setting {
  readonly key: string
  readonly queue: string | null
  readonly value: number
  readonly isStandard: boolean
  readonly version: number
}

async function settings(): Promise<readonly Setting[]> {
  const answer = await app.as('employee', '{ policySettings { key queue value isStandard version } }')
  expect(answer.errors).toBeUndefined()
  return answer.data.policySettings
}

async function daysOf(kind: string) {
  const { data } = await app.as('aspa', '{ workQueues { kind dueDays stepDays noticeDays } }')
  return data.workQueues.find((queue: { kind: string }) => queue.kind === kind)
}

describe('IV.A.1: the numbers the Directive does not give are the Assistant Secretary’s to set', () => {
  test('each has a marked standard that nobody has set', async () => {
    const all = await settings()
    expect(all.filter(({ queue }) => queue === null).every(({ isStandard }) => isStandard)).toBe(true)
    expect(all).toContainEqual({ key: 'WORK_DUE_DAYS', queue: null, value: 14, isStandard: true, version: 1 })
  })
  test('by no other office, within bounds, for days of work alone by queue, and not from an old version', async () => {
    const due = { key: 'WORK_DUE_DAYS', value: 20 }
    expect(await set('opa', due)).toMatchObject({ code: 'FORBIDDEN', clauses: [{ id: 'IV.A.1' }] })
    expect(await set('aspa', { ...due, value: 0 })).toMatchObject({ issues: [{ path: 'value' }] })
    expect(await set('aspa', { ...due, queue: 'drop table' })).toMatchObject({ issues: [{ path: 'queue' }] })
    const vacancy = { key: 'VACANCY_SUSPENSION_DAYS', value: 20, queue: 'CLAIM' }
    expect(await set('aspa', vacancy)).toMatchObject({ issues: [{ path: 'queue' }] })
    expect(await set('aspa', { ...due, expectedVersion: 7 })).toMatchObject({ code: 'STALE_VERSION' })
    expect(await settings()).not.toContainEqual(expect.objectContaining({ value: 20 }))
  })
  test('the days of work hold for every queue but one that has its own', async () => {
    expect(await set('aspa', { key: 'WORK_DUE_DAYS', value: 20, expectedVersion: 1 })).toMatchObject({
      version: 2,
    })
    expect((await set('aspa', { key: 'WORK_DUE_DAYS', value: 9, queue: 'ENDORSEMENT' })).code).toBeUndefined()
    expect(await daysOf('ENDORSEMENT')).toMatchObject({ dueDays: 9, stepDays: 7, noticeDays: 14 })
    expect(await daysOf('PERMISSION')).toMatchObject({ dueDays: 20, stepDays: 7 })
    expect(await daysOf('ACCESS_RENEWAL')).toMatchObject({ noticeDays: 30 })
  })
  test('two who give one queue its own at once make one, and each change is in the audit', async () => {
    const input = { key: 'WORK_STEP_DAYS', queue: 'CLAIM' }
    await Promise.all([3, 4].map((value) => set('aspa', { ...input, value })))
    const own = (await settings()).filter(({ key, queue }) => key === input.key && queue === 'CLAIM')
    expect(own).toMatchObject([{ version: 2 }])
    const { rows } = await app.owner.query(
      `select count(*)::int as count from audit_entry where subject_type = 'PolicySetting' and outcome = 'ACCEPTED'
       and changes::text like '%CLAIM%'`,
    )
    expect(rows[0].count).toBe(2)
  })
  test('a certification that names no days of its own has the department’s (IV.E.3)', async () => {
    await set('aspa', { key: 'CERTIFICATION_FIRST_REMINDER_DAYS', value: 21 })
    await set('aspa', { key: 'CERTIFICATION_OVERDUE_DAYS', value: 3 })
    const open = async (more: object) => {
      const accountId = await insertAccount(app, 'ACTIVE')
      const { id } = await act(app, 'opa', 'openCertification', certificationInput([accountId], more))
      const document = 'query ($id: ID!) { certification(id: $id) { reminderDays overdueDays } }'
      return (await app.as('opa', document, { id })).data.certification
    }
    expect(await open({})).toEqual({ reminderDays: [21, 7, 1], overdueDays: 3 })
    expect(await open({ reminderDays: [5], overdueDays: 1 })).toEqual({ reminderDays: [5], overdueDays: 1 })
  })
})

test('IV.A.3: a course that does not say how long it counts counts as long as the Assistant Secretary has set', async () => {
  const months = async (given: object = {}) => {
    const course = { title: 'A course of the test', description: 'What contacts know.', ...given }
    const added = await act(app, 'opa', 'addTrainingCourse', course)
    expect(added.code, added.message).toBeUndefined()
    const { rows } = await app.owner.query('select valid_months from training_course where id = $1', [
      rawId(added.id),
    ])
    return rows[0].valid_months
  }
  expect(await months()).toBe(12)
  expect((await set('aspa', { key: 'TRAINING_VALID_MONTHS', value: 24 })).code).toBeUndefined()
  expect([await months(), await months({ validMonths: 6 })]).toEqual([24, 6])
  const answer = await app.as('employee', '{ policySettings { key value unit isStandard } }')
  expect(answer.data.policySettings).toContainEqual({
    key: 'TRAINING_VALID_MONTHS',
    value: 24,
    unit: 'MONTHS',
    isStandard: false,
  })
})
