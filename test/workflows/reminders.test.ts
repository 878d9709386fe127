import { remindPeople } from '@official-accounts/server/jobs/notification/remind-people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountIn, act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { giveAddresses } from '../support/notifications.ts'

const START = new Date('2027-03-01T15:00:00Z')
const DAY = 86_400_000

let app: TestApp
let now = START
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
  await giveAddresses(app, 'director-cbp')
})
afterAll(() => app.close())

const remind = () => remindPeople(app.services.commands, true)

interface Reminder {
  readonly kind: string
  readonly words: string
  readonly subjectName: string
  readonly subjectId: string
  readonly mailState: string
}

async function remindersOf(persona: string): Promise<readonly Reminder[]> {
  const { data, errors } = await app.as(
    persona,
    '{ notifications(first: 100) { edges { node { kind words subjectName subjectId mailState } } } }',
  )
  expect(errors).toBeUndefined()
  const nodes: Reminder[] = data.notifications.edges.map(({ node }: { node: Reminder }) => node)
  return nodes.filter(({ kind, subjectName }) => kind.startsWith('work.') && subjectName.startsWith(ENDORSE))
}

const ENDORSE = 'Requests to endorse'
const kindsOf = async (persona: string) => (await remindersOf(persona)).map(({ kind }) => kind)

test('of work somebody is reminded once before it is due and once after, together with the rest of its queue', async () => {
  const first = await accountIn(app, 'REQUESTED')
  await remind()
  expect(await kindsOf('director-cbp'), 'due in fourteen days').toEqual([])

  now = new Date(START.getTime() + 11 * DAY)
  expect(await remind()).toBeGreaterThan(0)
  expect(await remindersOf('director-cbp')).toEqual([
    {
      kind: 'work.due-soon',
      words: 'Work that waits for you is due soon',
      subjectName: `${ENDORSE}: 1`,
      subjectId: first.id,
      mailState: 'PENDING',
    },
  ])
  expect(await kindsOf('director-fema')).toEqual([])

  await accountIn(app, 'REQUESTED')
  await accountIn(app, 'REQUESTED')
  now = new Date(START.getTime() + 15 * DAY)
  await remind()
  expect(await kindsOf('director-cbp')).toEqual(['work.overdue', 'work.due-soon'])
})

test('and never twice: asked again, by two at once, or after a crash', async () => {
  const before = await remindersOf('director-cbp')
  const times = await Promise.all([remind(), remind(), remind()])
  expect(times).toEqual([0, 0, 0])
  expect(await remindersOf('director-cbp')).toEqual(before)
})

test('what was missed for days is made up for, and all of a queue is one notification', async () => {
  now = new Date(START.getTime() + 40 * DAY)
  await remind()
  const [newest] = await remindersOf('director-cbp')
  expect(newest).toMatchObject({ kind: 'work.overdue', subjectName: `${ENDORSE}: 2`, mailState: 'PENDING' })
  expect(newest?.subjectId).toBe(app.personId('director-cbp'))
})

test('overdue work is told to the office it has come to', async () => {
  expect(await kindsOf('opa')).toContain('work.overdue')
})

test('done work is not reminded of, and how early is the Assistant Secretary’s to set', async () => {
  const change = (by: string) =>
    act(app, by, 'changePolicySetting', { key: 'WORK_REMINDER_DAYS', value: 14, reason: 'A test.' })
  expect((await change('director-cbp')).code).toBe('FORBIDDEN')
  const done = await accountIn(app, 'REQUESTED')
  await act(app, 'director-cbp', 'endorseAccount', { accountId: done.id })
  const open = await accountIn(app, 'REQUESTED')
  expect((await change('aspa')).code).toBeUndefined()
  await remind()
  const [newest] = await remindersOf('director-cbp')
  expect(newest).toMatchObject({ kind: 'work.due-soon', subjectName: `${ENDORSE}: 1`, subjectId: open.id })
})

test('whom the audit names as reminded it names by id, with what and how much', async () => {
  const { rows } = await app.owner.query(
    `select actor_kind, changes from audit_entry where action = 'notification.remind' order by id desc limit 1`,
  )
  expect(rows[0].actor_kind).toBe('SYSTEM')
  expect(JSON.stringify(rows[0].changes)).not.toContain('@')
})
