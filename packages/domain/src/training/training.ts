/** A course that everybody who answers for an account has to have completed (IV.A.3). */
export interface RequiredCourse {
  readonly id: string
  readonly title: string
  readonly requiredFrom: Date
  readonly endedAt: Date | null
}

/** Until when somebody's completion of a course counts, the last one where there are several. */
export interface CourseCompletion {
  readonly courseId: string
  /** The first day on which it no longer counts. */
  readonly expiresOn: Date
}

/** Where somebody stands: training is not required here, or it counts until a day, or it is missing. */
export interface TrainingStanding {
  readonly required: boolean
  /** The first day on which it is no longer current; null where it is not current or nothing is required. */
  readonly currentUntil: Date | null
  /** The required courses that are missing or have run out. */
  readonly missing: readonly string[]
}

/** Where somebody stands at an instant: current while every required course counts. */
export function trainingStanding(
  courses: readonly RequiredCourse[],
  completions: readonly CourseCompletion[],
  now: Date,
): TrainingStanding {
  const required = courses.filter(
    ({ requiredFrom, endedAt }) => requiredFrom <= now && (endedAt === null || endedAt > now),
  )
  const ends = required.map(({ id, title }) => ({ title, until: lastEnd(completions, id) }))
  const missing = ends.flatMap(({ title, until }) => (until !== null && until > now ? [] : [title]))
  const untils = ends.flatMap(({ until }) => until?.getTime() ?? [])
  return {
    required: required.length > 0,
    currentUntil: required.length === 0 || missing.length > 0 ? null : new Date(Math.min(...untils)),
    missing,
  }
}

function lastEnd(completions: readonly CourseCompletion[], courseId: string): Date | null {
  const ends = completions
    .filter((completion) => completion.courseId === courseId)
    .map(({ expiresOn }) => expiresOn.getTime())
  return ends.length === 0 ? null : new Date(Math.max(...ends))
}

/** The day, some months after another; the last of the month where that one is shorter. */
export function monthsAfter(day: Date, months: number): Date {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(day.getUTCDate(), last)))
}
