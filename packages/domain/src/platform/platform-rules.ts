import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { AccountPlatform } from '../account/account.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import { checkRisks } from '../risk/risk-rules.ts'
import { checkState } from '../state-machine.ts'
import {
  PLATFORM_ACTIONS,
  PLATFORM_PERMISSIONS,
  platformMachine,
  type PlatformAction,
} from './platform-machine.ts'
import type { PlatformFacts, ReviewKind } from './platform.ts'
import {
  ADVICE,
  blockingReviews,
  dayOf,
  REVIEW_OFFICES,
  reviewWords,
  type BlockingReview,
} from './review-standing.ts'

/** Null when an account may stand on this platform (V.B.1, IV.A.2). */
export function checkPlatformUsable(platform: AccountPlatform): Refusal | null {
  if (platform.state === 'PROHIBITED') {
    const law = platform.prohibitedByLaw ? ` (${platform.prohibitedByLaw})` : ''
    return policyRefusal(
      `${platform.name} is prohibited by statute${law}; no exception reaches it.`,
      'V.B.1',
      'V.A.2',
    )
  }
  if (!platform.hasAccounts) return refuseTool(platform.name)
  if (platform.state === 'APPROVED') return null
  return policyRefusal(
    `${platform.name} is ${platform.state.toLowerCase().replaceAll('_', ' ')}, not approved for use.`,
    'V.B.1',
    'IV.A.2',
  )
}

/** Why no account stands on a service that is used as a tool, approved or not (V.B.1, IV.A.2). */
export function refuseTool(name: string): Refusal {
  return policyRefusal(`${name} is a tool; there are no accounts on it.`, 'V.B.1', 'IV.A.2')
}

/** What a rule looks at beside the platform: the time, and which reviews the decision goes over. */
interface Circumstances {
  readonly now: Date
  readonly overridden: readonly ReviewKind[]
}

type Rule = (actor: Actor, platform: PlatformFacts, circumstances: Circumstances) => Refusal | null

const platformRules: Readonly<Record<PlatformAction, Rule>> = {
  recordPlatformReview: checkNotProposer,
  recordPlatformTermsChange: () => null,
  approvePlatform: checkApproval,
  denyPlatform: checkNotProposer,
  suspendPlatform: () => null,
  reinstatePlatform: checkReinstatement,
  prohibitPlatform: () => null,
  retirePlatform: checkLastAccount,
}

/** Null when this actor may do this to this platform now, going over the advice named. */
export function checkPlatformAction(
  actor: Actor,
  action: PlatformAction,
  platform: PlatformFacts,
  circumstances: Circumstances,
): Refusal | null {
  return firstRefusal(
    () => authorize(actor, PLATFORM_PERMISSIONS[action], { componentId: null, platformId: platform.id }),
    () => checkState(platformMachine, platform.state, action),
    () => platformRules[action](actor, platform, circumstances),
  )
}

/** Every action on a platform with what blocks it; what the Assistant Secretary may go over in writing does not. */
export function availablePlatformActions(
  actor: Actor,
  platform: PlatformFacts,
  now: Date,
): readonly AvailableAction<PlatformAction>[] {
  const overridden = blockingReviews(platform, now)
    .filter(({ overridable }) => overridable)
    .map(({ kind }) => kind)
  return PLATFORM_ACTIONS.map((action) => ({
    action,
    blockedBy: checkPlatformAction(actor, action, platform, { now, overridden }),
  }))
}

function checkNotProposer(actor: Actor, platform: PlatformFacts): Refusal | null {
  return platform.proposedById !== null && platform.proposedById === personIdOf(actor)
    ? policyRefusal('Nobody decides on a platform they proposed.', 'V.B.2')
    : null
}

function checkApproval(actor: Actor, platform: PlatformFacts, circumstances: Circumstances): Refusal | null {
  const blocking = blockingReviews(platform, circumstances.now)
  return firstRefusal(
    () => checkNotProposer(actor, platform),
    () => checkReviews(blocking, circumstances),
    () => checkRisks(platform.risks, circumstances.now),
  )
}

// A suspension is lifted over what is still due, and not over what is negative or a high risk nobody bears.
function checkReinstatement(_actor: Actor, platform: PlatformFacts, circumstances: Circumstances) {
  const negative = blockingReviews(platform, circumstances.now).filter(
    ({ trouble }) => trouble === 'NEGATIVE',
  )
  return checkReviews(negative, circumstances) ?? checkRisks(platform.risks, circumstances.now)
}

/** Advice is overridden where it stands in the way; what is more than advice never is (IV.A.2). */
function checkReviews(blocking: readonly BlockingReview[], { overridden }: Circumstances): Refusal | null {
  const fixed = overridden.find((kind) => !ADVICE.includes(kind))
  if (fixed !== undefined)
    return policyRefusal(
      `The ${reviewWords(fixed)} review is no advice: nobody decides over it.`,
      'IV.A.2',
      REVIEW_OFFICES[fixed].clause,
    )
  const inTheWay = blocking.find(({ kind, overridable }) => !overridable || !overridden.includes(kind))
  if (inTheWay) return policyRefusal(troubleWords(inTheWay), 'IV.A.2', REVIEW_OFFICES[inTheWay.kind].clause)
  const idle = overridden.find((kind) => blocking.every((review) => review.kind !== kind))
  return idle === undefined
    ? null
    : invalidInput('overriddenReviews', `The ${reviewWords(idle)} review does not stand in the way.`)
}

function troubleWords({ kind, trouble, overridableAfter }: BlockingReview): string {
  const words = { MISSING: 'is missing', NEGATIVE: 'is negative', EXPIRED: 'has expired' }
  const until =
    overridableAfter === null
      ? ''
      : ` It is advice: unheard, it may be decided over only after ${dayOf(overridableAfter)}.`
  return `The ${reviewWords(kind)} review ${words[trouble]}.${until}`
}

function checkLastAccount(_actor: Actor, platform: PlatformFacts): Refusal | null {
  return platform.liveAccounts > 0
    ? policyRefusal(
        `${platform.liveAccounts} accounts on ${platform.name} have not ended yet.`,
        'I.B.4',
        'V.B.11',
      )
    : null
}
