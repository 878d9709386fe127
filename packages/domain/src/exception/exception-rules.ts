import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize, type Place } from '../access/authorize.ts'
import type { Permission } from '../access/permissions.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { CLAUSES, isClauseId, type ClauseId } from '../directive/clauses.ts'
import { invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import { checkState } from '../state-machine.ts'
import { EXCEPTION_ACTIONS, exceptionMachine, type ExceptionAction } from './exception-machine.ts'
import type { ExceptionFacts, ExceptionSubject } from './exception.ts'

/** The permission each action on an exception needs. */
export const EXCEPTION_PERMISSIONS = {
  withdrawExceptionRequest: 'exception.withdrawRequest',
  decideException: 'exception.decide',
  revokeException: 'exception.revoke',
} as const satisfies Record<ExceptionAction, Permission>

/** What a request for an exception asks. */
export interface ExceptionRequest extends ExceptionSubject {
  readonly clauses: readonly string[]
  readonly validFrom: Date
  readonly validUntil: Date
}

/** An exception names clauses that may be excepted, a subject and a time that has not passed (V.B.12). */
export function checkExceptionRequest(
  actor: Actor,
  request: ExceptionRequest,
  now: Date,
  platformProhibited: boolean,
): Refusal | null {
  return firstRefusal(
    () => checkClauses(request.clauses),
    () => checkSubject(request),
    () => checkReach(actor, request),
    () =>
      platformProhibited
        ? policyRefusal('The platform is prohibited by statute; no exception reaches it.', 'V.A.2', 'V.B.12')
        : null,
    () => checkPeriod(request, now),
  )
}

function checkClauses(clauses: readonly string[]): Refusal | null {
  if (clauses.length === 0) return invalidInput('clauses', 'Name the clauses to be excepted.')
  const unknown = clauses.find((clause) => !isClauseId(clause))
  if (unknown !== undefined) return invalidInput('clauses', `There is no clause ${unknown}.`)
  const fixed = clauses.filter(isClauseId).find((clause) => !CLAUSES[clause].exceptionable)
  return fixed === undefined ? null : notExceptionable(fixed)
}

function notExceptionable(clause: ClauseId): Refusal {
  return policyRefusal(
    `No exception lifts ${clause} (${CLAUSES[clause].title}): a statute, or what the Directive rests on.`,
    'V.B.12',
    clause,
  )
}

function checkSubject({ componentId, platformId, accountId }: ExceptionSubject): Refusal | null {
  if (componentId !== null || platformId !== null || accountId !== null) return null
  return policyRefusal(
    'An exception is made case by case: name an account, a component or a platform.',
    'V.B.12',
  )
}

// A component asks for its own accounts; for all of a platform's the office that reaches them does.
function checkReach(actor: Actor, { componentId }: ExceptionSubject): Refusal | null {
  if (componentId !== null || !('roles' in actor) || actor.roles.some(({ role }) => role === 'OPA'))
    return null
  return invalidInput(
    'componentId',
    'Name your component: for every account on a platform the Office of Public Affairs asks.',
  )
}

function checkPeriod({ validFrom, validUntil }: ExceptionRequest, now: Date): Refusal | null {
  if (validFrom < now) return invalidInput('validFrom', 'An exception is not dated back.')
  return validUntil <= validFrom ? invalidInput('validUntil', 'It ends after it begins.') : null
}

/** Where an act on an exception takes effect. */
export function exceptionPlace({ componentId, platformId, accountId }: ExceptionSubject): Place {
  return {
    componentId,
    ...(platformId === null ? {} : { platformId }),
    ...(accountId === null ? {} : { accountId }),
  }
}

/** Null when this actor may do this to this exception now. */
export function checkExceptionAction(
  actor: Actor,
  action: ExceptionAction,
  exception: ExceptionFacts,
): Refusal | null {
  return firstRefusal(
    () => authorize(actor, EXCEPTION_PERMISSIONS[action], exceptionPlace(exception)),
    () => checkState(exceptionMachine, exception.state, action),
    () => (action === 'decideException' ? checkNotOwn(actor, exception) : null),
  )
}

// Nobody decides on what they asked for (V.B.2).
function checkNotOwn(actor: Actor, { requestedById }: ExceptionFacts): Refusal | null {
  const lent = 'roles' in actor ? actor.roles.flatMap(({ lending }) => lending?.delegatorId ?? []) : []
  return personIdOf(actor) === requestedById || lent.includes(requestedById)
    ? policyRefusal('Nobody decides on an exception they asked for.', 'V.B.12', 'V.B.2')
    : null
}

/** What may be done to an exception, and what stands in the way. */
export function availableExceptionActions(
  actor: Actor,
  exception: ExceptionFacts,
): readonly AvailableAction<ExceptionAction>[] {
  return EXCEPTION_ACTIONS.map((action) => ({
    action,
    blockedBy: checkExceptionAction(actor, action, exception),
  }))
}
