import {
  ACCOUNT_ACTIONS,
  accountMachine,
  type AccountAction,
} from '@official-accounts/domain/account/account-machine'
import { statesFor } from '@official-accounts/domain/state-machine'
import type { StatusTone } from '../../ui/status-tag.tsx'
import { enumWords, isOneOf } from '../../ui/words.ts'

interface ActionWords {
  /** On the button that opens the form. */
  readonly label: string
  /** On the button that sends it. */
  readonly send: string
  /** Said once it has happened. */
  readonly done: string
  /** What it does, at the head of its form. */
  readonly about: string
}

/** What each action on an account is called, and what it does. */
export const ACCOUNT_ACTION_WORDS: Readonly<Record<AccountAction, ActionWords>> = {
  returnAccountRequest: {
    label: 'Return for changes',
    send: 'Return the request',
    done: 'The request was returned for changes.',
    about: 'Sends the request back to its component. Say what has to change.',
  },
  resubmitAccountRequest: {
    label: 'Rework and resubmit',
    send: 'Resubmit the request',
    done: 'The request was sent in again.',
    about: 'Sends the reworked request in again; every answer to it starts anew.',
  },
  withdrawAccountRequest: {
    label: 'Withdraw',
    send: 'Withdraw the request',
    done: 'The request was withdrawn.',
    about: 'Takes the request back for good. A new request can be made at any time.',
  },
  endorseAccount: {
    label: 'Endorse',
    send: 'Endorse the request',
    done: 'The request was endorsed.',
    about:
      'The component stands behind the request; the Chief Information Officer and the Office of Public Affairs are next.',
  },
  attestAccountSecurity: {
    label: 'Attest security',
    send: 'Record the attestation',
    done: 'The attestation was recorded.',
    about:
      'The Chief Information Officer attests that the account follows the recommended security policy, or says what has to change (IV.B.3).',
  },
  recordAccountAdvice: {
    label: 'Advise on civil rights',
    send: 'Record the advice',
    done: 'The advice was recorded.',
    about:
      'Civil Rights and Civil Liberties advises on the request (IV.D.1). Advice against it is passed over only with a written reason.',
  },
  permitAccount: {
    label: 'Give permission',
    send: 'Give permission',
    done: 'Permission was given.',
    about: 'The Office of Public Affairs permits the account; the Assistant Secretary’s approval is next.',
  },
  approveAccount: {
    label: 'Approve',
    send: 'Approve the account',
    done: 'The account was approved.',
    about: 'Approves the account. It is listed once it has a primary contact and is activated.',
  },
  denyAccount: {
    label: 'Deny',
    send: 'Deny the request',
    done: 'The request was denied.',
    about: 'Ends the request. The reason is kept with it.',
  },
  activateAccount: {
    label: 'Activate',
    send: 'Activate the account',
    done: 'The account is active.',
    about: 'Puts the account on the list of official accounts, where the public sees it.',
  },
  claimAccount: {
    label: 'Claim',
    send: 'Claim the account',
    done: 'The account was claimed.',
    about: 'Confirms that the imported account belongs to your office, and names who answers for it.',
  },
  updateAccount: {
    label: 'Update',
    send: 'Save the changes',
    done: 'The account was updated.',
    about: 'Corrects what is known about the account.',
  },
  renameAccount: {
    label: 'Record a new handle',
    send: 'Record the new handle',
    done: 'The new handle was recorded.',
    about:
      'Records that the account has a new address on its platform; the former one stays as a dated alias.',
  },
  assignPrimaryContact: {
    label: 'Name the primary contact',
    send: 'Name the primary contact',
    done: 'The primary contact was named.',
    about: 'Says who answers for the account from now on. Whoever did before hands over.',
  },
  assignAlternateContact: {
    label: 'Add an alternate contact',
    send: 'Add the alternate contact',
    done: 'The alternate contact was added.',
    about: 'Adds somebody who answers when the primary contact cannot.',
  },
  endContact: {
    label: 'End a contact',
    send: 'End the contact',
    done: 'The contact was ended.',
    about: 'Records that somebody no longer answers for the account. A primary contact hands over first.',
  },
  handOverContact: {
    label: 'Hand over',
    send: 'Hand the account over',
    done: 'The account was handed over.',
    about:
      'Control passes to a successor in one step: the former primary contact ends as the next one begins (V.B.8).',
  },
  suspendAccount: {
    label: 'Suspend',
    send: 'Suspend the account',
    done: 'The account is suspended.',
    about: 'Tells the public at once not to rely on the account.',
  },
  reinstateAccount: {
    label: 'Reinstate',
    send: 'Reinstate the account',
    done: 'The account is active again.',
    about: 'Brings the suspended account back on the list.',
  },
  requestRetirement: {
    label: 'Request retirement',
    send: 'Request retirement',
    done: 'Retirement was requested.',
    about:
      'Starts the end of the account. Two people then confirm that it is gone and that its records are archived.',
  },
  confirmDeactivation: {
    label: 'Confirm deactivation',
    send: 'Confirm deactivation',
    done: 'The deactivation was confirmed.',
    about: 'Confirms that the account is gone from its platform. The archive is confirmed by somebody else.',
  },
  confirmArchive: {
    label: 'Confirm archive',
    send: 'Confirm the archive',
    done: 'The archive was confirmed.',
    about: 'Confirms that the account’s records are kept. The deactivation is confirmed by somebody else.',
  },
}

/** Whether a text is the name of an action on an account. */
export function isAccountAction(text: string): text is AccountAction {
  return isOneOf(ACCOUNT_ACTIONS, text)
}

/** What an action is called. */
export function accountActionLabel(action: string): string {
  return isAccountAction(action) ? ACCOUNT_ACTION_WORDS[action].label : action
}

/** Which states an action needs. */
export function accountStateReason(action: string): string {
  if (!isAccountAction(action)) return 'Not possible in this state.'
  return `Possible only while the account is ${statesFor(accountMachine, action)
    .map((state) => `“${enumWords(state)}”`)
    .join(' or ')}.`
}

const TONES: Readonly<Record<string, StatusTone>> = {
  ACTIVE: 'GOOD',
  APPROVED: 'GOOD',
  POC_VACANT: 'WARNING',
  SUSPENDED: 'WARNING',
  CHANGES_REQUESTED: 'WARNING',
  RETIRED: 'ENDED',
  DENIED: 'ENDED',
  WITHDRAWN: 'ENDED',
}

/** How an account's status looks. */
export function accountTone(status: string): StatusTone {
  return TONES[status] ?? 'WAITING'
}

/** An account's status in words. */
export function accountStatusWords(status: string): string {
  return status === 'POC_VACANT' ? 'Active, contact vacant' : enumWords(status)
}
