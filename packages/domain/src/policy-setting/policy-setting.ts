/** The numbers of the policy that an office sets and the Directive does not give. All are counted in days. */
export const POLICY_SETTING_KEYS = [
  'VACANCY_SUSPENSION_DAYS',
  'FIRST_WARNING_DAYS',
  'LAST_WARNING_DAYS',
  'CLAIM_ESCALATION_DAYS',
  'ATTESTATION_PERIOD_DAYS',
  'ATTESTATION_GRACE_DAYS',
  'ATTESTATION_SUSPENSION_DAYS',
  'WORK_REMINDER_DAYS',
] as const
export type PolicySettingKey = (typeof POLICY_SETTING_KEYS)[number]

/** Every setting's value, in days: read from the registry, never from code. */
export type PolicyValues = Readonly<Record<PolicySettingKey, number>>

/** What a setting is called and between which days it lies. */
export interface PolicySettingDefinition {
  readonly title: string
  readonly least: number
  readonly most: number
}

export const POLICY_SETTINGS: Readonly<Record<PolicySettingKey, PolicySettingDefinition>> = {
  VACANCY_SUSPENSION_DAYS: {
    title: 'How long nobody may answer for an account before it is suspended',
    least: 1,
    most: 365,
  },
  FIRST_WARNING_DAYS: {
    title: 'How long before a suspension the first warning is given',
    least: 1,
    most: 90,
  },
  LAST_WARNING_DAYS: { title: 'How long before a suspension the last warning is given', least: 1, most: 90 },
  CLAIM_ESCALATION_DAYS: {
    title: 'How long after its date an unclaimed account is escalated to Public Affairs',
    least: 0,
    most: 365,
  },
  ATTESTATION_PERIOD_DAYS: {
    title: 'How long an attestation of an account’s security holds',
    least: 1,
    most: 1095,
  },
  ATTESTATION_GRACE_DAYS: {
    title: 'How long there is to attest after a new version of the security policy, or a new account',
    least: 0,
    most: 365,
  },
  ATTESTATION_SUSPENSION_DAYS: {
    title: 'How long an attestation may be overdue before the account is suspended',
    least: 1,
    most: 365,
  },
  WORK_REMINDER_DAYS: {
    title: 'How long before work is due its owners are reminded of it',
    least: 0,
    most: 90,
  },
}

/** Whether a text names a setting. */
export function isPolicySettingKey(value: string): value is PolicySettingKey {
  return Object.hasOwn(POLICY_SETTINGS, value)
}

/** A day in milliseconds. */
export const DAY_MS = 86_400_000

/** An instant some days later. */
export function addDays(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * DAY_MS)
}
