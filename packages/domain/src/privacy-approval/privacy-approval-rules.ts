import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize, type Place } from '../access/authorize.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { conflict, invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import { checkState } from '../state-machine.ts'
import {
  PRIVACY_ACTIONS,
  PRIVACY_PERMISSIONS,
  privacyApprovalMachine,
  type PrivacyAction,
} from './privacy-approval-machine.ts'
import type { PrivacyAnswer, PrivacyApprovalFacts, PrivacyDecision } from './privacy-approval.ts'

/** The values a question is about. */
export type AskedValues = Pick<PrivacyAnswer, 'handle' | 'title' | 'purpose' | 'profileUrls'>

/** A question as it is on record for the same subject. */
export type EarlierQuestion = Pick<PrivacyApprovalFacts, 'id' | 'state'> & AskedValues

/** The Chief Privacy Officer is asked about named values, of something that has not ended, and about the same once. */
export function checkPrivacyRequest(
  values: AskedValues,
  { live, earlier }: { readonly live: boolean; readonly earlier: readonly EarlierQuestion[] },
  expiresOn: Date | null,
  now: Date,
): Refusal | null {
  return firstRefusal(
    () => (live ? null : policyRefusal('This has ended; there is nothing to be approved in it.', 'IV.C.2')),
    () =>
      values.handle === null &&
      values.title === null &&
      values.purpose === null &&
      values.profileUrls.length === 0
        ? invalidInput('title', 'Say which texts it is about.')
        : null,
    () => checkEnd(expiresOn, now),
    () => checkNotAsked(values, earlier),
  )
}

/** A request to look at people names at least one account of an individual. */
export function checkLooksAtPeople(profileUrls: readonly string[]): Refusal | null {
  return profileUrls.length > 0
    ? null
    : invalidInput('accessGrantId', 'This access looks at nobody’s account: there is nothing to approve.')
}

/** An end lies on a day to come. */
export function checkEnd(expiresOn: Date | null, now: Date): Refusal | null {
  return expiresOn === null || expiresOn > now
    ? null
    : invalidInput('expiresOn', 'An approval ends on a day to come.')
}

function checkNotAsked(values: AskedValues, earlier: readonly EarlierQuestion[]): Refusal | null {
  const waiting = earlier.find(({ state, ...asked }) => state === 'REQUESTED' && isSame(asked, values))
  return waiting
    ? conflict('The same has been asked and waits for its answer.', {
        type: 'PrivacyApproval',
        id: waiting.id,
      })
    : null
}

function isSame(one: AskedValues, other: AskedValues): boolean {
  return (
    one.handle === other.handle &&
    one.title === other.title &&
    one.purpose === other.purpose &&
    one.profileUrls.toSorted().join(' ') === other.profileUrls.toSorted().join(' ')
  )
}

/** Who asks about people to be looked at is who the access is for. */
export function checkOwnAccess(
  actor: Actor,
  access: { readonly personId: string; readonly requestedById: string },
): Refusal | null {
  const person = personIdOf(actor)
  return person === access.personId || person === access.requestedById
    ? null
    : policyRefusal('Only who the access is for asks about it.', 'IV.C.2', 'V.B.4')
}

/** Where an act takes effect. */
export function privacyPlace({
  componentId,
  accountId,
}: Pick<PrivacyApprovalFacts, 'componentId' | 'accountId'>): Place {
  return { componentId, ...(accountId === null ? {} : { accountId }) }
}

/** Null when this actor may do this to it now, as far as it shows without input. */
export function checkPrivacyAction(
  actor: Actor,
  action: PrivacyAction,
  approval: PrivacyApprovalFacts,
): Refusal | null {
  return firstRefusal(
    () => authorize(actor, PRIVACY_PERMISSIONS[action], privacyPlace(approval)),
    () => checkState(privacyApprovalMachine, approval.state, action),
    () => checkWhose(actor, action, approval),
  )
}

/** What a decision says beyond the action: only an approval has conditions and an end. */
export function checkPrivacyDecision(
  decision: PrivacyDecision,
  given: { readonly conditions: string | null; readonly expiresOn: Date | null },
  now: Date,
): Refusal | null {
  if (decision === 'APPROVE') return checkEnd(given.expiresOn, now)
  if (given.conditions !== null) return invalidInput('conditions', 'Only an approval has conditions.')
  return given.expiresOn === null ? null : invalidInput('expiresOn', 'Only an approval has an end.')
}

// Who asked withdraws and never decides (V.B.2).
function checkWhose(actor: Actor, action: PrivacyAction, approval: PrivacyApprovalFacts): Refusal | null {
  const own = personIdOf(actor) === approval.requestedById
  if (action === 'decidePrivacyApproval' && own) {
    return policyRefusal('Nobody decides on what they asked for.', 'IV.C.2', 'V.B.2')
  }
  return action === 'withdrawPrivacyRequest' && !own
    ? policyRefusal('Only who asked takes it back.', 'IV.C.2')
    : null
}

/** What may be done to it, and what stands in the way. */
export function availablePrivacyActions(
  actor: Actor,
  approval: PrivacyApprovalFacts,
): readonly AvailableAction<PrivacyAction>[] {
  return PRIVACY_ACTIONS.map((action) => ({ action, blockedBy: checkPrivacyAction(actor, action, approval) }))
}
