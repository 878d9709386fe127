import type { Notice } from './notification.ts'
import { tell } from './tell.ts'

/** What is told of incidents, findings and corrective actions, and of certifications. */
export const OVERSIGHT_NOTICES = {
  'incident.reported': tell(
    'An incident was reported',
    'COMPONENT_DIRECTOR',
    'ACCOUNT_MANAGER',
    'CIO',
    'OPA',
    'ASPA',
  ),
  'incident.contained': tell(
    'An incident was contained: the recovery of the account begins',
    'CONTACT',
    'COMPONENT_DIRECTOR',
    'ACCOUNT_MANAGER',
    'CIO',
    'OPA',
    'ASPA',
  ),
  'incident.noticePublished': tell(
    'The public is told of an incident',
    'CONTACT',
    'COMPONENT_DIRECTOR',
    'OPA',
    'ASPA',
  ),
  'incident.noticeWithdrawn': tell(
    'The public notice of an incident was withdrawn',
    'CONTACT',
    'COMPONENT_DIRECTOR',
    'OPA',
    'ASPA',
  ),
  'incident.recoveryRecorded': tell('A step of a recovery is done', 'COMPONENT_DIRECTOR', 'CIO', 'OPA'),
  'incident.resolved': tell(
    'An incident was settled',
    'REQUESTER',
    'CONTACT',
    'COMPONENT_DIRECTOR',
    'CIO',
    'OPA',
    'ASPA',
  ),

  'finding.opened': tell('A finding was opened', 'CONTACT', 'COMPONENT_DIRECTOR'),
  'finding.closed': tell('A finding was closed', 'REQUESTER', 'CONTACT', 'COMPONENT_DIRECTOR'),
  'finding.evaluated': tell('Findings of a component have changed', 'COMPONENT_DIRECTOR'),
  'correctiveAction.assigned': tell('A corrective action was assigned', 'HOLDER', 'COMPONENT_DIRECTOR'),
  'correctiveAction.completed': tell('A corrective action is done and waits to be judged', 'REQUESTER'),
  'correctiveAction.returned': tell('A corrective action came back', 'HOLDER', 'COMPONENT_DIRECTOR'),
  'correctiveAction.accepted': tell('A corrective action was accepted', 'HOLDER', 'COMPONENT_DIRECTOR'),

  'moderation.reviewAsked': tell(
    'Moderation waits for a civil rights review',
    'CONTACT',
    'COMPONENT_DIRECTOR',
    'CRCL_OFFICER',
  ),
  'moderation.upheld': tell('A civil rights review upheld moderation', 'REQUESTER', 'CONTACT'),
  'moderation.reversalAsked': tell(
    'A civil rights review wants moderation taken back',
    'REQUESTER',
    'CONTACT',
    'COMPONENT_DIRECTOR',
    'ACCOUNT_MANAGER',
    'OPA',
  ),
  'moderation.reversed': tell('Moderation was taken back', 'REQUESTER', 'CONTACT', 'CRCL_OFFICER'),
  'moderation.corrected': tell('A record of moderation was corrected', 'REQUESTER', 'CRCL_OFFICER'),

  'certification.opened': tell('A certification was opened', 'ASPA', 'OPA'),
  'certification.asked': tell('Accounts are to be certified', 'COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER'),
  'certification.reminded': tell('Accounts wait to be certified', 'COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER'),
  'certification.overdue': tell(
    'A component has not certified its accounts in time',
    'COMPONENT_DIRECTOR',
    'OPA',
    'ASPA',
  ),
  'certification.certified': tell('A component has certified its accounts', 'COMPONENT_DIRECTOR', 'OPA'),
  'certification.returned': tell('A certification came back', 'COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER'),
  'certification.closed': tell('A certification was closed', 'ASPA', 'OPA', 'EVERY_DIRECTOR'),
} as const satisfies Readonly<Record<string, Notice>>
