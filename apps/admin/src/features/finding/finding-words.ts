import {
  CORRECTIVE_ACTION_ACTIONS,
  type CorrectiveActionAction,
} from '@official-accounts/domain/corrective-action/corrective-action-machine'
import {
  FINDING_ACTIONS,
  findingMachine,
  type FindingAction,
} from '@official-accounts/domain/finding/finding-machine'
import { ROLES, type Role } from '@official-accounts/domain/access/roles'
import { statesFor } from '@official-accounts/domain/state-machine'
import type { StatusTone } from '../../ui/status-tag.tsx'
import { enumWords, isOneOf } from '../../ui/words.ts'

interface ActionWords {
  readonly label: string
  readonly send: string
  readonly done: string
  readonly about: string
}

/** What each action on a finding and on a corrective action is called, and what it does. */
export const FINDING_ACTION_WORDS: Readonly<Record<FindingAction | CorrectiveActionAction, ActionWords>> = {
  assignCorrectiveAction: {
    label: 'Assign a corrective action',
    send: 'Assign it',
    done: 'The corrective action was assigned.',
    about: 'Says what is to be done about the finding, by whom and by when. Your office judges the evidence.',
  },
  closeFinding: {
    label: 'Close',
    send: 'Close the finding',
    done: 'The finding was closed.',
    about: 'Closes a finding that no check closes by itself. There is no way back; the reason is kept.',
  },
  completeCorrectiveAction: {
    label: 'Give the evidence',
    send: 'Say that it is done',
    done: 'The evidence waits to be judged.',
    about: 'Says that it is done. The office that asked for it accepts the evidence or returns it.',
  },
  acceptCorrectiveAction: {
    label: 'Accept the evidence',
    send: 'Accept the evidence',
    done: 'The evidence was accepted.',
    about: 'Ends the corrective action. Nobody accepts evidence of their own.',
  },
  returnCorrectiveAction: {
    label: 'Return the evidence',
    send: 'Return the evidence',
    done: 'The evidence was returned.',
    about: 'The evidence is not enough: its owner has to do more.',
  },
}

/** Whether a text names an action on a finding. */
export function isFindingAction(value: string): value is FindingAction {
  return isOneOf(FINDING_ACTIONS, value)
}

/** Whether a text names an action on a corrective action. */
export function isCorrectiveAction(value: string): value is CorrectiveActionAction {
  return isOneOf(CORRECTIVE_ACTION_ACTIONS, value)
}

/** What an action is called. */
export function findingActionLabel(action: string): string {
  return isFindingAction(action) || isCorrectiveAction(action) ? FINDING_ACTION_WORDS[action].label : action
}

/** Why an action on a finding needs another state. */
export function findingStateReason(action: string): string {
  return isFindingAction(action) ? `Only while it is ${wordsOf(statesFor(findingMachine, action))}.` : ''
}

function wordsOf(states: readonly string[]): string {
  return states.map((state) => enumWords(state).toLowerCase()).join(' or ')
}

/** How the state of a corrective action is shown. */
export function correctiveActionTone(state: string, overdue: boolean): StatusTone {
  if (overdue) return 'WARNING'
  return state === 'ACCEPTED' ? 'GOOD' : 'WAITING'
}

/** Whose a corrective action is. */
export function ownerWords(action: {
  readonly ownerRole: Role | null
  readonly owner: { readonly displayName: string } | null
}): string {
  return action.ownerRole === null ? (action.owner?.displayName ?? 'A person') : ROLES[action.ownerRole].title
}
