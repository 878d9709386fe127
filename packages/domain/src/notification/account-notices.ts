import type { Notice } from './notification.ts'
import { tell } from './tell.ts'

/** What is told of accounts, of their contacts and timers, and of accounts nobody approved. */
export const ACCOUNT_NOTICES = {
  'account.requested': tell('An account was requested and waits for endorsement', 'COMPONENT_DIRECTOR'),
  'account.resubmitted': tell('A request for an account was reworked', 'COMPONENT_DIRECTOR'),
  'account.returned': tell('A request for an account came back for changes', 'REQUESTER'),
  'account.withdrawn': tell('A request for an account was withdrawn', 'COMPONENT_DIRECTOR', 'OPA'),
  'account.endorsed': tell('An endorsed request for an account waits for permission', 'OPA'),
  'account.advised': tell('An office has advised on a request for an account', 'OPA'),
  'account.permitted': tell('A permitted request for an account waits for approval', 'ASPA', 'REQUESTER'),
  'account.approved': tell('An account was approved', 'REQUESTER', 'CONTACT', 'COMPONENT_DIRECTOR'),
  'account.denied': tell('A request for an account was denied', 'REQUESTER', 'COMPONENT_DIRECTOR'),
  'account.activated': tell('An account is in use', 'REQUESTER', 'CONTACT', 'COMPONENT_DIRECTOR', 'OPA'),
  'account.securityAttested': tell('The security of a requested account was judged', 'REQUESTER', 'OPA'),
  'account.claimed': tell('An imported account was claimed by its office', 'CONTACT', 'COMPONENT_DIRECTOR'),
  'account.updated': tell('An account was changed', 'CONTACT'),
  'account.contact-assigned': tell('An account has a new contact', 'CONTACT'),
  'account.contact-ended': tell('A contact of an account has ended', 'CONTACT', 'COMPONENT_DIRECTOR'),
  'account.suspended': tell('An account was suspended', 'CONTACT', 'COMPONENT_DIRECTOR', 'OPA'),
  'account.reinstated': tell('An account was reinstated', 'CONTACT', 'COMPONENT_DIRECTOR'),
  'account.renamed': tell('An account was renamed', 'CONTACT', 'OPA'),
  'account.retiring': tell(
    'An account is being retired: its archive is to be confirmed',
    'RECORDS_OFFICER',
    'CONTACT',
  ),
  'account.retirement-confirmed': tell(
    'A part of the retirement of an account was confirmed',
    'CONTACT',
    'COMPONENT_DIRECTOR',
    'RECORDS_OFFICER',
  ),
  'account.retired': tell('An account has been retired', 'COMPONENT_DIRECTOR', 'OPA'),

  'timer.started': tell('A time runs against an account', 'CONTACT', 'COMPONENT_DIRECTOR'),
  'timer.first-warning': tell(
    'An account will be suspended unless it is put right: first warning',
    'CONTACT',
    'COMPONENT_DIRECTOR',
  ),
  'timer.last-warning': tell(
    'An account will be suspended unless it is put right: last warning',
    'CONTACT',
    'COMPONENT_DIRECTOR',
    'OPA',
  ),

  'discoveredAccount.reported': tell(
    'An account in use without approval was reported',
    'COMPONENT_DIRECTOR',
    'OPA',
  ),
  'discoveredAccount.adopted': tell(
    'A discovered account is to be adopted',
    'REQUESTER',
    'COMPONENT_DIRECTOR',
    'OPA',
  ),
  'discoveredAccount.closed': tell(
    'A discovered account was closed',
    'REQUESTER',
    'COMPONENT_DIRECTOR',
    'OPA',
  ),
} as const satisfies Readonly<Record<string, Notice>>
