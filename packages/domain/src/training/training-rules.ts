import { personIdOf, type Actor } from '../access/actor.ts'
import type { AccountFacts } from '../account/account.ts'
import { firstRefusal } from '../decision.ts'
import { invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import { isInForce } from '../exception/exception.ts'
import { rule, type Ruling } from '../exception/lift.ts'
import { trainingStanding, type CourseCompletion, type RequiredCourse } from './training.ts'

/** Nobody answers for an account or activates one without current training, where some is required (IV.A.3). */
export function checkTrained(
  who: string,
  courses: readonly RequiredCourse[],
  completions: readonly CourseCompletion[],
  now: Date,
): Refusal | null {
  const { missing } = trainingStanding(courses, completions, now)
  if (missing.length === 0) return null
  return policyRefusal(`${who} needs current training: ${missing.join('; ')}.`, 'IV.A.3')
}

/** Whether somebody may answer for an account, with the exceptions in force counted (IV.A.3, V.B.12). */
export function ruleOnContactTraining(
  account: Pick<AccountFacts, 'exceptions' | 'conduct'>,
  completions: readonly CourseCompletion[],
  now: Date,
): Ruling {
  const inForce = account.exceptions.filter((exception) => isInForce(exception, now))
  const { courses } = account.conduct
  const refusal = () => checkTrained('Whoever answers for an account', courses, completions, now)
  return rule(inForce, [{ refusal, liftable: true }])
}

/** A completion to be recorded. */
export interface RecordedCompletion {
  readonly personId: string
  readonly personActive: boolean
  readonly completedOn: Date
  readonly courseEnded: boolean
}

/** Training is recorded by another, for a day that has come, of a course that is still given (IV.A.3, V.B.2). */
export function checkTrainingRecord(actor: Actor, completion: RecordedCompletion, now: Date): Refusal | null {
  return firstRefusal(
    () =>
      personIdOf(actor) === completion.personId
        ? policyRefusal('Nobody records training of their own.', 'V.B.2', 'IV.A.3')
        : null,
    () => (completion.personActive ? null : invalidInput('personId', 'This person is not active here.')),
    () => (completion.courseEnded ? invalidInput('courseId', 'This course is no longer given.') : null),
    () =>
      completion.completedOn > now
        ? invalidInput('completedOn', 'Training is recorded once it is done.')
        : null,
  )
}
