import { conflict, policyRefusal, type Refusal } from '@official-accounts/domain/errors'
import pg from 'pg'
import { Prisma } from './generated/client/client.ts'

// What each constraint of the second wall means to a person. Reached only by a race or a hole in the first wall.
const MEANINGS: Readonly<Record<string, () => Refusal>> = {
  contact_one_current_primary: () => conflict('The account has a current primary contact already.'),
  contact_one_current_per_person: () => conflict('This person answers for the account already.'),
  account_one_live_identity: () => conflict('An account with this identity is registered already.'),
  account_one_external_id: () => conflict('An account with this platform id is registered already.'),
  account_slug_key: () => conflict('An account with this address in the directory exists already.'),
  platform_name_key: () => conflict('A platform of this name exists already.'),
  platform_slug_key: () => conflict('A platform of this name exists already.'),
  platform_host_pkey: () => conflict('One of these hosts belongs to another platform.'),
  discovered_account_reported_once: () => conflict('This account is reported already.'),
  training_completion_course_id_person_id_completed_on_key: () =>
    conflict('This person’s completion of that day is on record already.'),
  delegation_once: () => conflict('The same is on record for this person already.'),
  role_grant_one_current: () => conflict('This person holds the role already.'),
  acknowledgement_version_id_person_id_key: () => conflict('You have acknowledged this version already.'),
  saved_view_name: () => conflict('A view of this name is kept there already.'),
  retirement_confirmation_account_id_kind_key: () => conflict('This confirmation was given already.'),
  retirement_confirmation_account_id_confirmed_by_id_key: () =>
    policyRefusal('The two confirmations are given by two different people.', 'V.B.11'),
  discovered_account_decider_is_not_reporter: () =>
    policyRefusal('Nobody decides on an account they reported.', 'V.B.8', 'V.B.2'),
  risk_accepter_is_not_raiser: () => policyRefusal('Nobody accepts a risk they raised.', 'IV.C.3', 'V.B.2'),
  account_permitter_is_not_requester: () =>
    policyRefusal('Nobody decides on a request of their own.', 'V.B.2'),
  account_approver_is_not_requester: () =>
    policyRefusal('Nobody decides on a request of their own.', 'V.B.2'),
  account_approver_is_not_permitter: () =>
    policyRefusal('Permission and approval are given by two different people.', 'V.B.2', 'IV.A.2'),
}

/** The refusal behind a violated constraint, or null when the error is something else. */
export function refusalFromConstraint(error: unknown): Refusal | null {
  if (error instanceof pg.DatabaseError) return MEANINGS[error.constraint ?? '']?.() ?? null
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null
  const text = `${error.message} ${JSON.stringify(error.meta ?? {})}`
  const name =
    Object.keys(MEANINGS).find((constraint) => text.includes(constraint)) ?? constraintByFields(error)
  return name ? (MEANINGS[name]?.() ?? null) : null
}

// The driver adapter reports a unique violation by its fields and not by the index's name.
function constraintByFields(error: Prisma.PrismaClientKnownRequestError): string | null {
  if (error.code !== 'P2002') return null
  const text = JSON.stringify(error.meta ?? {})
  if (text.includes('canonical_key') && text.includes('platform_id')) return 'account_one_live_identity'
  if (text.includes('list') && text.includes('name')) return 'saved_view_name'
  if (text.includes('version_id') && text.includes('person_id')) {
    return 'acknowledgement_version_id_person_id_key'
  }
  if (text.includes('external_id')) return 'account_one_external_id'
  if (text.includes('account_id') && text.includes('person_id')) return 'contact_one_current_per_person'
  if (text.includes('account_id') && text.includes('confirmed_by_id')) {
    return 'retirement_confirmation_account_id_confirmed_by_id_key'
  }
  if (text.includes('"account_id"')) return 'contact_one_current_primary'
  return null
}
