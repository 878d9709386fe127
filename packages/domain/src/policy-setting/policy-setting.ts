/** The numbers of the policy that an office sets and the Directive does not give; in days but where one says else. */
export const POLICY_SETTING_KEYS = [
  'VACANCY_SUSPENSION_DAYS',
  'FIRST_WARNING_DAYS',
  'LAST_WARNING_DAYS',
  'CLAIM_ESCALATION_DAYS',
  'ATTESTATION_PERIOD_DAYS',
  'ATTESTATION_GRACE_DAYS',
  'ATTESTATION_SUSPENSION_DAYS',
  'WORK_DUE_DAYS',
  'WORK_STEP_DAYS',
  'WORK_NOTICE_DAYS',
  'CERTIFICATION_FIRST_REMINDER_DAYS',
  'CERTIFICATION_SECOND_REMINDER_DAYS',
  'CERTIFICATION_LAST_REMINDER_DAYS',
  'CERTIFICATION_OVERDUE_DAYS',
  'WORK_REMINDER_DAYS',
  'LAW_ANSWER_PERIOD_DAYS',
  'BLOCK_REVIEW_DAYS',
  'TRAINING_VALID_MONTHS',
] as const
export type PolicySettingKey = (typeof POLICY_SETTING_KEYS)[number]

/** The days of work: the one kind of setting of which a queue may have its own. */
export const WORK_SETTING_KEYS = [
  'WORK_DUE_DAYS',
  'WORK_STEP_DAYS',
  'WORK_NOTICE_DAYS',
] as const satisfies readonly PolicySettingKey[]

/** Every setting's value, in its unit: read from the registry, never from code. */
export type PolicyValues = Readonly<Record<PolicySettingKey, number>>

/** What a setting is called, what it counts, and between which numbers it lies. */
export interface PolicySettingDefinition {
  readonly title: string
  readonly least: number
  readonly most: number
  /** Days where it does not say. */
  readonly unit?: 'MONTHS'
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
  WORK_DUE_DAYS: {
    title: 'How long after it began to wait work without a date of its own is due',
    least: 1,
    most: 365,
  },
  WORK_STEP_DAYS: {
    title: 'After how long overdue work goes from one office to the next',
    least: 1,
    most: 365,
  },
  WORK_NOTICE_DAYS: { title: 'How long before an end it becomes work', least: 1, most: 365 },
  CERTIFICATION_FIRST_REMINDER_DAYS: {
    title: 'How long before its last day a certification that names no reminders reminds first',
    least: 1,
    most: 365,
  },
  CERTIFICATION_SECOND_REMINDER_DAYS: {
    title: 'How long before its last day such a certification reminds again',
    least: 1,
    most: 365,
  },
  CERTIFICATION_LAST_REMINDER_DAYS: {
    title: 'How long before its last day such a certification reminds for the last time',
    least: 0,
    most: 365,
  },
  CERTIFICATION_OVERDUE_DAYS: {
    title: 'How long after its last day a certification that does not say so is overdue',
    least: 0,
    most: 365,
  },
  WORK_REMINDER_DAYS: {
    title: 'How long before work is due its owners are reminded of it',
    least: 0,
    most: 90,
  },
  LAW_ANSWER_PERIOD_DAYS: {
    title: 'How long an answer to the checklist of law and policy holds',
    least: 1,
    most: 1095,
  },
  BLOCK_REVIEW_DAYS: {
    title: 'How long a person stays blocked from an account before it is asked again whether it is needed',
    least: 1,
    most: 730,
  },
  TRAINING_VALID_MONTHS: {
    title: 'How long a completed course counts where the course does not say',
    least: 1,
    most: 120,
    unit: 'MONTHS',
  },
}

/** Whether a text names a setting. */
export function isPolicySettingKey(value: string): value is PolicySettingKey {
  return Object.hasOwn(POLICY_SETTINGS, value)
}

/** Whether a queue may have a value of its own. */
export function mayHaveQueue(key: PolicySettingKey): boolean {
  return WORK_SETTING_KEYS.some((work) => work === key)
}

/** A day in milliseconds. */
export const DAY_MS = 86_400_000

/** An instant some days later. */
export function addDays(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * DAY_MS)
}
