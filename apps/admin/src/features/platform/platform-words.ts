import {
  PLATFORM_ACTIONS,
  platformMachine,
  type PlatformAction,
} from '@official-accounts/domain/platform/platform-machine'
import type { PlatformState, ReviewOutcome } from '@official-accounts/domain/platform/platform'
import { statesFor } from '@official-accounts/domain/state-machine'
import type { StatusTone } from '../../ui/status-tag.tsx'
import { enumWords, isOneOf } from '../../ui/words.ts'

interface ActionWords {
  readonly label: string
  readonly send: string
  readonly done: string
  readonly about: string
}

/** What each action on a platform is called, and what it does. */
export const PLATFORM_ACTION_WORDS: Readonly<Record<PlatformAction, ActionWords>> = {
  recordPlatformReview: {
    label: 'Record a review',
    send: 'Record the review',
    done: 'The review was recorded.',
    about: 'Records how your office’s review came out.',
  },
  recordPlatformTermsChange: {
    label: 'Record changed terms',
    send: 'Record the change',
    done: 'The change was recorded; its review is due again.',
    about: 'Records that the platform changed its terms or its privacy policy: that text is read again.',
  },
  approvePlatform: {
    label: 'Approve',
    send: 'Approve the platform',
    done: 'The platform was approved.',
    about: 'Approves the platform for official use. Accounts on it can be requested from then on.',
  },
  denyPlatform: {
    label: 'Deny',
    send: 'Deny the platform',
    done: 'The platform was denied.',
    about: 'Ends the proposal. The reason is kept with it.',
  },
  suspendPlatform: {
    label: 'Suspend',
    send: 'Suspend the platform',
    done: 'The platform is suspended; its accounts wait for a review.',
    about: 'Stops new requests at once and marks every account on it for review.',
  },
  reinstatePlatform: {
    label: 'Reinstate',
    send: 'Reinstate the platform',
    done: 'The platform is approved again.',
    about: 'Brings the suspended platform back.',
  },
  prohibitPlatform: {
    label: 'Record a prohibition',
    send: 'Record the prohibition',
    done: 'The prohibition was recorded.',
    about:
      'Records that a statute prohibits the platform. There is no way back, and no exception reaches it.',
  },
  retirePlatform: {
    label: 'Retire',
    send: 'Retire the platform',
    done: 'The platform was retired.',
    about: 'Ends the platform once its last account has ended.',
  },
}

/** Whether a text is the name of an action on a platform. */
export function isPlatformAction(text: string): text is PlatformAction {
  return isOneOf(PLATFORM_ACTIONS, text)
}

/** What an action is called. */
export function platformActionLabel(action: string): string {
  return isPlatformAction(action) ? PLATFORM_ACTION_WORDS[action].label : action
}

/** Which states an action needs. */
export function platformStateReason(action: string): string {
  if (!isPlatformAction(action)) return 'Not possible in this state.'
  return `Possible only while the platform is ${statesFor(platformMachine, action)
    .map((state) => `“${enumWords(state)}”`)
    .join(' or ')}.`
}

const TONES: Readonly<Record<PlatformState, StatusTone>> = {
  PROPOSED: 'WAITING',
  UNDER_REVIEW: 'WAITING',
  APPROVED: 'GOOD',
  DENIED: 'ENDED',
  SUSPENDED: 'WARNING',
  RETIRED: 'ENDED',
  PROHIBITED: 'WARNING',
}

/** How a platform's state looks. */
export function platformTone(state: PlatformState): StatusTone {
  return TONES[state]
}

const OUTCOME_TONES: Readonly<Record<ReviewOutcome, StatusTone>> = {
  DUE: 'WAITING',
  PASSED: 'GOOD',
  PASSED_WITH_CONDITIONS: 'GOOD',
  FAILED: 'WARNING',
}

/** How a review's outcome is coloured. */
export function outcomeTone(outcome: ReviewOutcome): StatusTone {
  return OUTCOME_TONES[outcome]
}
