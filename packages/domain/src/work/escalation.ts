import { ROLES, type Role } from '../access/roles.ts'

/** The days of a queue, set by the department: policy data. */
export interface WorkDays {
  /** Days after which what has no date of its own is due. */
  readonly dueDays: number
  /** Days overdue after which it goes from one office to the next. */
  readonly stepDays: number
  /** Days before an end at which it becomes work. */
  readonly noticeDays: number
}

const DAY = 24 * 60 * 60 * 1000

// Account work goes from the component's manager to its director, to Public Affairs, to the Assistant Secretary, who
// oversees all use (IV.A.1, IV.A.5). What an office of the department owes goes to the Assistant Secretary at once.
const ACCOUNT_LINE = [
  'ACCOUNT_MANAGER',
  'COMPONENT_DIRECTOR',
  'OPA',
  'ASPA',
] as const satisfies readonly Role[]
const OFFICE_LINE = ['ASPA'] as const satisfies readonly Role[]

/** To whom overdue work goes, in order, when these roles have not done it. */
export function escalationLine(owners: readonly Role[]): readonly Role[] {
  if (owners.includes('ASPA') || owners.length === 0) return []
  const highest = Math.max(...owners.map((role) => ACCOUNT_LINE.findIndex((step) => step === role)))
  const belongsToComponent = owners.some((role) => ROLES[role].scope === 'COMPONENT')
  return belongsToComponent && highest >= 0 ? ACCOUNT_LINE.slice(highest + 1) : OFFICE_LINE
}

/** When what has waited since an instant is due, where it has no date of its own. */
export function dueAfter(since: Date, { dueDays }: WorkDays): Date {
  return new Date(since.getTime() + dueDays * DAY)
}

/** The office that overdue work has come to; null while it is its owner's alone. */
export function escalatedTo(
  line: readonly Role[],
  dueOn: Date | null,
  now: Date,
  { stepDays }: WorkDays,
): Role | null {
  if (dueOn === null || dueOn >= now) return null
  const steps = Math.ceil((now.getTime() - dueOn.getTime()) / (stepDays * DAY)) - 1
  return line[Math.min(steps, line.length - 1)] ?? null
}

/** What was due before this has come to the office at this place of the line, 0 for its first. */
export function overdueSince(place: number, now: Date, { stepDays }: WorkDays): Date {
  return new Date(now.getTime() - place * stepDays * DAY)
}
