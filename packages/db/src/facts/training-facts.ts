import type { CourseCompletion, RequiredCourse } from '@official-accounts/domain/training/training'
import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement, type StatementSender } from '../transaction-connection.ts'

/** A record as JSON in the database holds it: dates are texts. */
export type Stored<Facts> = {
  readonly [Key in keyof Facts]: Date extends Facts[Key] ? string | Exclude<Facts[Key], Date> : Facts[Key]
}

/** The courses that are or were required, as one JSON value. */
export const COURSES = Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'title', c.title, 'requiredFrom', c.required_from,
    'endedAt', c.ended_at) ORDER BY c.id), '[]') FROM training_course c WHERE c.required_from IS NOT NULL`

/** Somebody's completions as one JSON value, also where the reader does not see the records themselves. */
export function completionsOf(personId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('courseId', t.course_id, 'expiresOn', t.expires_on)), '[]')
    FROM person_training(${personId}) t`
}

/** Somebody who is to answer for an account, as the rules on contacts look at the person. */
export interface ContactPerson {
  readonly id: string
  readonly state: 'ACTIVE' | 'DEACTIVATED'
  readonly completions: readonly CourseCompletion[]
}

/** A person with the training, course by course: what every rule on contacts asks (IV.A.3, V.B.5). Null for nobody seen. */
export async function readContactPerson(
  sender: StatementSender,
  personId: string,
): Promise<ContactPerson | null> {
  const [row] = await sendStatement<StoredPerson>(
    sender,
    Prisma.sql`SELECT h.id, h.state::text, (${completionsOf(Prisma.sql`h.id`)}) AS completions
      FROM person h WHERE h.id = ${personId}::uuid`,
  )
  return row ? { ...row, completions: row.completions.map(toCompletion) } : null
}

interface StoredPerson extends Omit<ContactPerson, 'completions'> {
  readonly completions: readonly Stored<CourseCompletion>[]
}

/** A course as rules look at it. */
export function toCourse({ requiredFrom, endedAt, ...course }: Stored<RequiredCourse>): RequiredCourse {
  return {
    ...course,
    requiredFrom: new Date(requiredFrom),
    endedAt: endedAt === null ? null : new Date(endedAt),
  }
}

/** A completion as rules look at it. */
export function toCompletion({ courseId, expiresOn }: Stored<CourseCompletion>): CourseCompletion {
  return { courseId, expiresOn: new Date(expiresOn) }
}

/** How many months a completion counts where its course does not say: policy data (IV.A.3). */
export async function readTrainingMonths(tx: Tx): Promise<number> {
  const setting = await tx.policySetting.findFirstOrThrow({
    where: { key: 'TRAINING_VALID_MONTHS', queue: null },
    select: { value: true },
  })
  return setting.value
}
