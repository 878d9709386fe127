import { firstRefusal } from '../decision.ts'
import { invalidInput, type Refusal } from '../errors.ts'
import { POLICY_SETTINGS, type PolicySettingKey, type PolicyValues } from './policy-setting.ts'

/** Null when a setting may take this value beside the others: within its bounds, and the first warning before the last. */
export function checkPolicyValue(key: PolicySettingKey, value: number, values: PolicyValues): Refusal | null {
  return firstRefusal(
    () => checkBounds(key, value),
    () => checkWarnings({ ...values, [key]: value }),
    () =>
      values[key] === value ? invalidInput('value', `The value is ${value} already: nothing changes.`) : null,
  )
}

function checkBounds(key: PolicySettingKey, value: number): Refusal | null {
  const { least, most } = POLICY_SETTINGS[key]
  return value < least || value > most ? invalidInput('value', `Between ${least} and ${most} days.`) : null
}

function checkWarnings({ FIRST_WARNING_DAYS: first, LAST_WARNING_DAYS: last }: PolicyValues): Refusal | null {
  return first > last
    ? null
    : invalidInput('value', `The first warning (${first} days) comes before the last one (${last} days).`)
}
