import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { Role } from '../access/roles.ts'
import type { AccountPlatform } from '../account/account.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import type { ClauseId } from '../directive/clauses.ts'
import { forbidden, policyRefusal, type Refusal } from '../errors.ts'
import { checkState } from '../state-machine.ts'
import {
  PLATFORM_ACTIONS,
  PLATFORM_PERMISSIONS,
  platformMachine,
  type PlatformAction,
} from './platform-machine.ts'
import type { PlatformFacts, ReviewKind } from './platform.ts'

/** Which office gives each review, and under which clause. */
export const REVIEW_OFFICES = {
  SECURITY: { role: 'CIO', clause: 'IV.B.1' },
  ACCESSIBILITY: { role: 'CIO', clause: 'IV.B.1' },
  PRIVACY: { role: 'PRIVACY_OFFICER', clause: 'IV.C.3' },
  TERMS_OF_SERVICE: { role: 'GENERAL_COUNSEL', clause: 'III.I' },
  CIVIL_RIGHTS: { role: 'CRCL_OFFICER', clause: 'IV.D.1' },
  COUNSEL: { role: 'GENERAL_COUNSEL', clause: 'V.A.2' },
  RECORDS: { role: 'RECORDS_OFFICER', clause: 'IV.B.4' },
} as const satisfies Record<ReviewKind, { role: Role; clause: ClauseId }>

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
  if (!platform.hasAccounts)
    return policyRefusal(`${platform.name} is a tool; there are no accounts on it.`, 'V.B.1')
  if (platform.state === 'APPROVED') return null
  return policyRefusal(
    `${platform.name} is ${platform.state.toLowerCase().replaceAll('_', ' ')}, not approved for use.`,
    'V.B.1',
    'IV.A.2',
  )
}

type Rule = (actor: Actor, platform: PlatformFacts) => Refusal | null

const platformRules: Readonly<Record<PlatformAction, Rule>> = {
  recordPlatformReview: checkNotProposer,
  approvePlatform: checkApproval,
  denyPlatform: checkNotProposer,
  suspendPlatform: () => null,
  reinstatePlatform: (_actor, platform) => checkReviews(platform, false),
  prohibitPlatform: () => null,
  retirePlatform: checkLastAccount,
}

/** Null when this actor may do this to this platform now, as far as it shows without input. */
export function checkPlatformAction(
  actor: Actor,
  action: PlatformAction,
  platform: PlatformFacts,
): Refusal | null {
  return firstRefusal(
    () => authorize(actor, PLATFORM_PERMISSIONS[action], { componentId: null, platformId: platform.id }),
    () => checkState(platformMachine, platform.state, action),
    () => platformRules[action](actor, platform),
  )
}

/** Every action on a platform with what blocks it. */
export function availablePlatformActions(
  actor: Actor,
  platform: PlatformFacts,
): readonly AvailableAction<PlatformAction>[] {
  return PLATFORM_ACTIONS.map((action) => ({
    action,
    blockedBy: checkPlatformAction(actor, action, platform),
  }))
}

/** A review is given by the office it belongs to. */
export function checkReviewOffice(actor: Actor, kind: ReviewKind): Refusal | null {
  const office = REVIEW_OFFICES[kind]
  if ('roles' in actor && actor.roles.some((held) => held.role === office.role)) return null
  return forbidden(
    `The ${kind.toLowerCase().replaceAll('_', ' ')} review is not given by your office.`,
    office.clause,
  )
}

function checkNotProposer(actor: Actor, platform: PlatformFacts): Refusal | null {
  return platform.proposedById !== null && platform.proposedById === personIdOf(actor)
    ? policyRefusal('Nobody decides on a platform they proposed.', 'V.B.2')
    : null
}

function checkApproval(actor: Actor, platform: PlatformFacts): Refusal | null {
  return firstRefusal(
    () => checkNotProposer(actor, platform),
    () => checkReviews(platform, true),
  )
}

// A missing or negative review blocks; while reinstating, one still due does not.
function checkReviews(platform: PlatformFacts, dueBlocks: boolean): Refusal | null {
  const blocking = platform.reviews.find(
    ({ outcome }) => outcome === 'FAILED' || (dueBlocks && outcome === 'DUE'),
  )
  if (!blocking) return null
  const name = blocking.kind.toLowerCase().replaceAll('_', ' ')
  const what =
    blocking.outcome === 'FAILED' ? `The ${name} review is negative.` : `The ${name} review is missing.`
  return policyRefusal(what, 'IV.A.2', REVIEW_OFFICES[blocking.kind].clause)
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
