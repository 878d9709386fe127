import { isRole, type Role } from '../access/roles.ts'
import type { Audience, Notice } from './notification.ts'

const NAMED = ['REQUESTER', 'CONTACT', 'HOLDER'] as const
type Named = (typeof NAMED)[number]

function tell(words: string, ...to: (Role | Named | 'EVERY_DIRECTOR')[]): Notice {
  return { words, to: to.map(audienceOf) }
}

function audienceOf(who: Role | Named | 'EVERY_DIRECTOR'): Audience {
  if (who === 'EVERY_DIRECTOR') return { holders: 'COMPONENT_DIRECTOR', everywhere: true }
  return isRole(who) ? { holders: who } : { named: who }
}

/** What people are told, by the event's type. An event that stands not here is told nobody. */
export const NOTICES: Readonly<Record<string, Notice>> = {
  'account.requested': tell('An account was requested and waits for endorsement', 'COMPONENT_DIRECTOR'),
  'account.resubmitted': tell('A request for an account was reworked', 'COMPONENT_DIRECTOR'),
  'account.returned': tell('A request for an account came back for changes', 'REQUESTER'),
  'account.endorsed': tell('An endorsed request for an account waits for permission', 'OPA'),
  'account.permitted': tell('A permitted request for an account waits for approval', 'ASPA', 'REQUESTER'),
  'account.approved': tell('An account was approved', 'REQUESTER', 'CONTACT', 'COMPONENT_DIRECTOR'),
  'account.denied': tell('A request for an account was denied', 'REQUESTER', 'COMPONENT_DIRECTOR'),
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
  'account.retired': tell('An account has been retired', 'COMPONENT_DIRECTOR', 'OPA'),

  'platform.proposed': tell(
    'A platform was proposed and waits for its reviews',
    'CIO',
    'PRIVACY_OFFICER',
    'CRCL_OFFICER',
    'GENERAL_COUNSEL',
    'RECORDS_OFFICER',
    'OPA',
  ),
  'platform.reviewed': tell('A review of a platform was recorded', 'ASPA'),
  'platform.approved': tell('A platform was approved', 'OPA', 'EVERY_DIRECTOR'),
  'platform.denied': tell('A platform was denied', 'OPA'),
  'platform.suspended': tell('A platform was suspended', 'OPA', 'EVERY_DIRECTOR'),
  'platform.reinstated': tell('A platform was reinstated', 'OPA', 'EVERY_DIRECTOR'),
  'platform.prohibited': tell('A platform was prohibited', 'OPA', 'CIO', 'EVERY_DIRECTOR'),
  'platform.retired': tell('A platform was retired', 'OPA', 'EVERY_DIRECTOR'),

  'exception.requested': tell('An exception was requested and waits for a decision', 'OPA'),
  'exception.granted': tell('An exception was granted', 'REQUESTER', 'CONTACT', 'COMPONENT_DIRECTOR'),
  'exception.denied': tell('An exception was denied', 'REQUESTER'),
  'exception.revoked': tell('An exception was revoked', 'REQUESTER', 'CONTACT', 'COMPONENT_DIRECTOR'),

  'access.requested': tell('Access was requested and waits for a decision', 'COMPONENT_DIRECTOR', 'OPA'),
  'access.approved': tell('Access was approved and waits to be provided', 'CIO', 'HOLDER', 'REQUESTER'),
  'access.provisioned': tell('Access was provided', 'HOLDER', 'REQUESTER'),
  'access.denied': tell('Access was denied', 'HOLDER', 'REQUESTER'),
  'access.revoked': tell('Access was revoked', 'HOLDER', 'REQUESTER'),

  'delegation.recorded': tell('A delegation was recorded', 'HOLDER', 'REQUESTER'),
  'delegation.revoked': tell('A delegation was revoked', 'HOLDER', 'REQUESTER'),
  'role.granted': tell('A role was given to you', 'HOLDER'),
  'role.revoked': tell('A role was taken from you', 'HOLDER'),
  'person.deactivated': tell('A person was deactivated', 'COMPONENT_DIRECTOR'),

  'certification.asked': tell(
    'A certification asks about accounts of your component',
    'COMPONENT_DIRECTOR',
    'ACCOUNT_MANAGER',
  ),
  'certification.reminded': tell(
    'A certification is due soon and not certified',
    'COMPONENT_DIRECTOR',
    'ACCOUNT_MANAGER',
  ),
  'certification.overdue': tell('A component has not certified in time', 'COMPONENT_DIRECTOR', 'ASPA'),
  'certification.returned': tell('A certification came back', 'COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER'),

  'migration.submitted': tell('An import waits for a decision', 'ASPA'),
  'migration.denied': tell('An import was denied', 'REQUESTER', 'OPA'),
  'migration.applied': tell('An import was applied', 'REQUESTER', 'OPA'),
  'publication.failed': tell('The public directory could not be published', 'OPA', 'ADMIN'),
}

/** What an event is in words; its type where it is told nobody any more. */
export function noticeWords(kind: string): string {
  return NOTICES[kind]?.words ?? kind
}

/** The roles whose holders an event is told: for the record's component or the department, and everywhere. */
export function rolesToTell({ to }: Notice): {
  readonly here: readonly Role[]
  readonly everywhere: readonly Role[]
} {
  const holders = to.flatMap((audience) => ('holders' in audience ? [audience] : []))
  return {
    here: holders.filter(({ everywhere }) => !everywhere).map(({ holders: role }) => role),
    everywhere: holders.filter(({ everywhere }) => everywhere).map(({ holders: role }) => role),
  }
}
