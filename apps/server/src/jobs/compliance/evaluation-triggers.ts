import type { QueuedEvent } from '@official-accounts/db/outbox'

/** What an evaluation looks at: a record and what depends on it, or everything. */
export interface EvaluationScope {
  readonly about:
    | 'ACCOUNT'
    | 'PLATFORM'
    | 'COMPONENT'
    | 'PERSON'
    | 'EXCEPTION'
    | 'PRIVACY_APPROVAL'
    | 'COMPONENT_DOCUMENT'
    | 'CERTIFICATION_PART'
    | 'RISK'
    | 'MODERATION_ACTION'
    | 'EVERYTHING'
  /** The record's id; empty for everything. */
  readonly id: string
}

export const EVERYTHING: EvaluationScope = { about: 'EVERYTHING', id: '' }

const ABOUT = {
  Account: 'ACCOUNT',
  Platform: 'PLATFORM',
  Component: 'COMPONENT',
  Person: 'PERSON',
  Exception: 'EXCEPTION',
  PrivacyApproval: 'PRIVACY_APPROVAL',
  ComponentProcess: 'COMPONENT_DOCUMENT',
  ComponentPolicy: 'COMPONENT_DOCUMENT',
  CertificationPart: 'CERTIFICATION_PART',
  Risk: 'RISK',
  RiskMitigation: 'RISK',
  ModerationAction: 'MODERATION_ACTION',
} as const

const PEOPLE = /^person\.(deactivated|reactivated|trained|trainingLapsed|acknowledged)$/
const EXCEPTIONS = /^exception\.(granted|begun|revoked|ended)$/
// What the offices set for the whole department is measured everywhere.
const ALL =
  /^(migration\.applied|role\.(granted|revoked|ended)|guidance\.published|training\.course-(added|ended)|security-policy\.published|policy-setting\.changed|lawChecklist\.adopted|reviewRequirement\.settled)$/
// What an evaluation itself tells leads to no other one.
const OWN = /^(finding|correctiveAction)\./

/** What has to be evaluated again after an event; null where no check looks at what changed. */
export function evaluationScope({
  type,
  subject,
}: Pick<QueuedEvent, 'type' | 'subject'>): EvaluationScope | null {
  if (OWN.test(type)) return null
  if (ALL.test(type)) return EVERYTHING
  const [kind = '', id = ''] = subject.split('/')
  const about = Object.entries(ABOUT).find(([name]) => name === kind)?.[1]
  if (about === undefined || id === '') return null
  if (about === 'PERSON' && !PEOPLE.test(type)) return null
  if (about === 'EXCEPTION' && !EXCEPTIONS.test(type)) return null
  return { about, id }
}
