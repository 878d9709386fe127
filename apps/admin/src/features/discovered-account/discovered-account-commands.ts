import { change, type ChangeRequest } from '@official-accounts/client/change'
import { STATED_USES } from '@official-accounts/domain/account/account'
import { DISCOVERY_CLOSURES } from '@official-accounts/domain/discovered-account/discovered-account'
import {
  DISCOVERED_ACCOUNT_ACTIONS,
  type DiscoveredAccountAction,
} from '@official-accounts/domain/discovered-account/discovered-account-machine'
import { requiredValue, type FormField, type FormValues } from '../../form/form-field.ts'
import { choiceOf } from '../../ui/search-params.ts'
import type { StatusTone } from '../../ui/status-tag.tsx'
import { isOneOf } from '../../ui/words.ts'
import { choicesFrom, reasonField, USE_FIELD } from '../account/account-fields.ts'
import type { Stamp } from '../account/account-commands.ts'
import {
  AdoptDiscoveredAccountMutation,
  CloseDiscoveredAccountMutation,
} from './discovered-account.documents.ts'

interface DiscoveredAccountCommand {
  readonly label: string
  readonly done: string
  readonly about: string
  readonly fields: readonly FormField[]
  readonly initial: FormValues
  readonly request: (id: string, values: FormValues, stamp: Stamp) => ChangeRequest
}

/** The form of every decision on a discovered account (V.B.8). */
export const DISCOVERED_ACCOUNT_COMMANDS: Readonly<
  Record<DiscoveredAccountAction, DiscoveredAccountCommand>
> = {
  adoptDiscoveredAccount: {
    label: 'Adopt the account',
    done: 'The account was adopted. Its component completes the request.',
    about:
      'Opens a request that the component completes and that walks the ordinary way. Nothing of it is public meanwhile.',
    fields: [USE_FIELD, reasonField(true)],
    initial: { useCategory: 'PUBLIC_COMMUNICATION' },
    request: (discoveredAccountId, values, stamp) =>
      change(AdoptDiscoveredAccountMutation, {
        discoveredAccountId,
        useCategory: choiceOf(STATED_USES, values['useCategory']),
        reason: requiredValue(values, 'reason'),
        ...stamp,
      }),
  },
  closeDiscoveredAccount: {
    label: 'Close the report',
    done: 'The report was closed.',
    about: 'Records that the account was taken down or is not the department’s, and what shows that.',
    fields: [
      {
        name: 'closure',
        label: 'What became of it',
        control: 'CHOICE',
        required: true,
        choices: choicesFrom(DISCOVERY_CLOSURES),
      },
      {
        name: 'evidence',
        label: 'What shows that',
        control: 'LONG_TEXT',
        required: true,
        hint: 'For example: what the address answers, with date and time.',
      },
      reasonField(true),
    ],
    initial: {},
    request: (discoveredAccountId, values, stamp) =>
      change(CloseDiscoveredAccountMutation, {
        discoveredAccountId,
        closure: choiceOf(DISCOVERY_CLOSURES, values['closure']) ?? 'TAKEN_DOWN',
        evidence: requiredValue(values, 'evidence'),
        reason: requiredValue(values, 'reason'),
        ...stamp,
      }),
  },
}

/** Whether a text is the name of an action on a discovered account. */
export function isDiscoveredAccountAction(text: string): text is DiscoveredAccountAction {
  return isOneOf(DISCOVERED_ACCOUNT_ACTIONS, text)
}

/** What an action is called. */
export function discoveredAccountActionLabel(action: string): string {
  return isDiscoveredAccountAction(action) ? DISCOVERED_ACCOUNT_COMMANDS[action].label : action
}

/** How the state of a discovered account looks. */
export const DISCOVERED_ACCOUNT_TONES: Readonly<Record<string, StatusTone>> = {
  REPORTED: 'WARNING',
  ADOPTED: 'GOOD',
  CLOSED: 'ENDED',
}
