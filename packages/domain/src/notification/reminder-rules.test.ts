import { expect, test } from 'vitest'
import { dueSoonUntil, reminderKey, remindersOf, type DueWork } from './reminder-rules.ts'

const NOW = new Date('2027-03-10T09:00:00Z')
const DAYS = { now: NOW, days: 3 }

function work(subjectId: string, dueOn: string, queue = 'ENDORSEMENT'): DueWork {
  return { queue, title: 'Requests to endorse', subjectType: 'Account', subjectId, dueOn: new Date(dueOn) }
}
const none: ReadonlySet<string> = new Set()

test('work is due soon until the end of the day so many days from today', () => {
  expect(dueSoonUntil(NOW, 3)).toEqual(new Date('2027-03-13T23:59:59.999Z'))
  expect(remindersOf([work('a', '2027-03-13')], none, DAYS)).toMatchObject([{ kind: 'work.due-soon' }])
  expect(remindersOf([work('a', '2027-03-14')], none, DAYS)).toEqual([])
})

test('work is overdue when its day is over, and not on the day', () => {
  const kinds = (dueOn: string) => remindersOf([work('a', dueOn)], none, DAYS).map(({ kind }) => kind)
  expect([kinds('2027-03-10'), kinds('2027-03-09T23:59:59Z')]).toEqual([['work.due-soon'], ['work.overdue']])
})

test('all of a queue is one reminder, and one piece alone leads to its record', () => {
  const all = [work('a', '2027-03-11'), work('b', '2027-03-12'), work('c', '2027-03-12', 'PERMISSION')]
  expect(remindersOf(all, none, DAYS)).toMatchObject([
    { name: 'Requests to endorse: 2', subject: null },
    { subject: { type: 'Account', id: 'c' } },
  ])
})

test('of a piece of work somebody is reminded once soon and once late, and again for another date', () => {
  const item = work('a', '2027-03-11')
  const first = remindersOf([item], none, DAYS)
  const reminded = new Set(first.flatMap(({ remindsOf }) => remindsOf))
  expect(remindersOf([item], reminded, DAYS)).toEqual([])
  const late = { now: new Date('2027-03-12T00:00:00Z'), days: 3 }
  expect(remindersOf([item], reminded, late)).toMatchObject([{ kind: 'work.overdue' }])
  reminded.add(reminderKey(item, late.now))
  expect(remindersOf([item], reminded, late)).toEqual([])
  expect(remindersOf([work('a', '2027-03-13')], reminded, late)).toHaveLength(1)
})
