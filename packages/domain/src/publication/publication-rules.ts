import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { conflict, type Refusal } from '../errors.ts'
import { checkState } from '../state-machine.ts'
import { publicationMachine } from './publication-machine.ts'
import type { FailureCode, PublicationFacts, PublicationState, PublicationTrigger } from './publication.ts'

/** How many publications, the one in use among them, keep their pages to go back to. */
export const PUBLICATIONS_KEPT = 5

const LARGEST_LOSS = 0.2
const FIRST_RETRY_SECONDS = 30
const LONGEST_RETRY_SECONDS = 3600

// Another attempt may end otherwise; what a check refused is refused again until the registry changes.
const WORTH_RETRYING: readonly FailureCode[] = ['BUILD_FAILED', 'TIMED_OUT', 'INTERRUPTED']

/** Null when this actor may go back to this publication now. */
export function checkRollback(actor: Actor, publication: PublicationFacts): Refusal | null {
  return firstRefusal(
    () => authorize(actor, 'publication.rollback', { componentId: null }),
    () => checkState(publicationMachine, publication.state, 'rollbackPublication'),
    () => (publication.kept ? null : conflict('The pages of this publication are no longer kept.')),
  )
}

/** The actions of a person on a publication with what blocks each. */
export function availablePublicationActions(
  actor: Actor,
  publication: PublicationFacts,
): readonly AvailableAction<'rollbackPublication'>[] {
  return [{ action: 'rollbackPublication', blockedBy: checkRollback(actor, publication) }]
}

/** Whether so many accounts went at once that a fault is likelier than a decision: more than a fifth. */
export function hasCollapsed(before: number, now: number): boolean {
  return now < before * (1 - LARGEST_LOSS)
}

/**
 * Whether a build may be published now. Somebody who went back from a build did so for a reason: the same build does
 * not return by itself, only by a request or with another content. And what a check refused is not built again because
 * of a change that changes nothing in it.
 */
export function mayPublish(
  trigger: PublicationTrigger,
  latestOfThisBuild: { readonly state: PublicationState; readonly failureCode: FailureCode | null } | null,
): boolean {
  if (trigger === 'MANUAL' || latestOfThisBuild === null) return true
  const { state, failureCode } = latestOfThisBuild
  if (state === 'ROLLED_BACK') return false
  return trigger !== 'CHANGE' || failureCode === null || WORTH_RETRYING.includes(failureCode)
}

/**
 * Seconds to wait before the next attempt by itself, twice as long after each failure in a row and an hour at most;
 * null where another attempt would end the same way.
 */
export function retryDelay(code: FailureCode, failuresInRow: number): number | null {
  if (!WORTH_RETRYING.includes(code)) return null
  const doublings = Math.min(Math.max(failuresInRow - 1, 0), 16)
  return Math.min(FIRST_RETRY_SECONDS * 2 ** doublings, LONGEST_RETRY_SECONDS)
}
