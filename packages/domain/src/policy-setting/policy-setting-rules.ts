import { firstRefusal } from '../decision.ts'
import { invalidInput, type Refusal } from '../errors.ts'
import { mayHaveQueue, POLICY_SETTINGS, type PolicySettingKey, type PolicyValues } from './policy-setting.ts'

/** A number of the policy to be set: for everything, or for one queue of work. */
export interface WantedSetting {
  readonly key: PolicySettingKey
  readonly queue: string | null
  readonly value: number
}

/**
 * Null when a setting may take this value beside the others: within its bounds, and earlier before later. What it has
 * now is null where a queue has none of its own yet.
 */
export function checkPolicyValue(
  { key, queue, value }: WantedSetting,
  current: number | null,
  values: PolicyValues,
): Refusal | null {
  return firstRefusal(
    () => checkQueue(key, queue),
    () => checkBounds(key, value),
    () => (queue === null ? checkOrder({ ...values, [key]: value }) : null),
    () =>
      current === value ? invalidInput('value', `The value is ${value} already: nothing changes.`) : null,
  )
}

function checkQueue(key: PolicySettingKey, queue: string | null): Refusal | null {
  return queue === null || mayHaveQueue(key)
    ? null
    : invalidInput('queue', 'Only the days of work are set for one queue.')
}

function checkBounds(key: PolicySettingKey, value: number): Refusal | null {
  const { least, most, unit = 'DAYS' } = POLICY_SETTINGS[key]
  const words = `Between ${least} and ${most} ${unit.toLowerCase()}.`
  return value < least || value > most ? invalidInput('value', words) : null
}

// Counted back from an end: what comes first has the larger number.
const ORDERS = [
  ['FIRST_WARNING_DAYS', 'LAST_WARNING_DAYS', 'warning'],
  ['CERTIFICATION_FIRST_REMINDER_DAYS', 'CERTIFICATION_SECOND_REMINDER_DAYS', 'reminder'],
  ['CERTIFICATION_SECOND_REMINDER_DAYS', 'CERTIFICATION_LAST_REMINDER_DAYS', 'reminder'],
] as const

function checkOrder(values: PolicyValues): Refusal | null {
  const wrong = ORDERS.find(([earlier, later]) => values[earlier] <= values[later])
  if (wrong === undefined) return null
  const [earlier, later, what] = wrong
  return invalidInput(
    'value',
    `The earlier ${what} (${values[earlier]} days) comes before the later one (${values[later]} days).`,
  )
}

/** So many days before its end a certification reminds that names no days of its own, the largest first. */
export function standardReminders(values: PolicyValues): readonly number[] {
  return [
    values.CERTIFICATION_FIRST_REMINDER_DAYS,
    values.CERTIFICATION_SECOND_REMINDER_DAYS,
    values.CERTIFICATION_LAST_REMINDER_DAYS,
  ]
}
