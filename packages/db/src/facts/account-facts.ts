import type { AccountFacts, CurrentContact } from '@official-accounts/domain/account/account'
import type { PrivacyAnswer } from '@official-accounts/domain/privacy-approval/privacy-approval'
import { covers, type GrantedException } from '@official-accounts/domain/exception/exception'
import type { NamedAccountFacts } from '@official-accounts/domain/privacy-approval/privacy-gate'
import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'
import {
  parsePrivacyAnswer,
  privacyAnswersSelect,
  privacyAnswersSql,
  type PrivacyAnswerRow,
} from './privacy-approval-facts.ts'
import { conductIn, conductSql, parseConduct, type ConductFacts, type ConductRow } from './conduct-facts.ts'
import { lawAnswersSelect, lawAnswersSql, toLawAnswer, type StoredLawAnswer } from './law-checklist-facts.ts'
import { grantedExceptionsSql, parseGrantedException, type GrantedExceptionRow } from './exception-facts.ts'

/**
 * The one order of each list under an account. Whoever reads the list uses it, so that Pothos merges every
 * selection of it into one query instead of one per account.
 */
export const CONTACT_ORDER = [
  { startedAt: 'asc' },
  { id: 'asc' },
] satisfies Prisma.ContactOrderByWithRelationInput[]
export const DECISION_ORDER = [
  { decidedAt: 'asc' },
  { id: 'asc' },
] satisfies Prisma.DecisionOrderByWithRelationInput[]
export const CONFIRMATION_ORDER = [
  { confirmedAt: 'asc' },
  { id: 'asc' },
] satisfies Prisma.RetirementConfirmationOrderByWithRelationInput[]

/** What has to be read of a contact's person to know whether they answer for an account (V.B.5, IV.A.3). */
export const CONTACT_PERSON = { state: true, trainingLapsesAt: true } satisfies Prisma.PersonSelect

/** What has to be read of an account before anything is decided on it. */
export const accountFactsSelect = {
  id: true,
  componentId: true,
  state: true,
  version: true,
  useCategory: true,
  loginModel: true,
  administrators: true,
  officialOutletUrl: true,
  commentPolicyUrl: true,
  privacyNoticeUrl: true,
  recordsCaptureMethod: true,
  handle: true,
  title: true,
  purpose: true,
  namesPersonIn: true,
  migrationId: true,
  claimedAt: true,
  requestedById: true,
  permittedById: true,
  securityAttestation: true,
  civilRightsAdvice: true,
  riskKeys: true,
  platformReviewSince: true,
  platform: {
    select: {
      id: true,
      name: true,
      state: true,
      kind: true,
      personalLoginRequired: true,
      prohibitedByLaw: true,
    },
  },
  contacts: {
    orderBy: CONTACT_ORDER,
    select: { personId: true, role: true, endedAt: true, person: { select: CONTACT_PERSON } },
  },
  lawAnswers: lawAnswersSelect,
  confirmations: { orderBy: CONFIRMATION_ORDER, select: { kind: true, confirmedById: true } },
  decisions: { orderBy: DECISION_ORDER, select: { kind: true, decidedById: true } },
} satisfies Prisma.AccountSelect

/** The same with what the Chief Privacy Officer has answered, which the gates look at and no list has to (IV.C.2). */
export const gatedAccountSelect = {
  ...accountFactsSelect,
  privacyApprovals: privacyAnswersSelect,
} satisfies Prisma.AccountSelect

export type AccountFactsRow = Prisma.AccountGetPayload<{ select: typeof accountFactsSelect }>
type GatedAccountRow = AccountFactsRow & {
  /** Left out where no gate is asked: then nothing counts as approved. */
  readonly privacyApprovals?: readonly PrivacyAnswer[]
}
type LockedFactsRow = GatedAccountRow & {
  readonly granted: readonly GrantedException[]
  readonly conduct: ConductFacts
}

/**
 * The same row by one statement written by hand, for commands: it is read under the lock of every one of them. A test
 * holds it to what `accountFactsSelect` reads. With it the granted exceptions there and what is asked of
 * the one who acts. Null when there is none or it may
 * not be seen.
 */
export async function readAccountFactsRow(tx: Tx, accountId: string): Promise<LockedFactsRow | null> {
  const [row] = await sendStatement<
    Omit<AccountFactsRow, 'lawAnswers'> & {
      readonly privacyApprovals: readonly PrivacyAnswerRow[]
      readonly granted: readonly GrantedExceptionRow[]
      readonly conduct: ConductRow
      readonly lawAnswers: readonly StoredLawAnswer[]
    }
  >(
    tx,
    Prisma.sql`
    SELECT a.id, a.component_id AS "componentId", a.state::text, a.version, a.use_category::text AS "useCategory",
      a.login_model::text AS "loginModel", a.administrators, a.official_outlet_url AS "officialOutletUrl",
      a.comment_policy_url AS "commentPolicyUrl", a.privacy_notice_url AS "privacyNoticeUrl",
      a.records_capture_method AS "recordsCaptureMethod", ${lawAnswersSql(Prisma.sql`a.id`)} AS "lawAnswers",
      a.handle, a.title, a.purpose, coalesce(a.names_person_in, '{}')::text[] AS "namesPersonIn",
      ${privacyAnswersSql(Prisma.sql`v.account_id = a.id`)} AS "privacyApprovals",
      a.migration_id AS "migrationId", a.claimed_at AS "claimedAt", a.requested_by_id AS "requestedById",
      a.permitted_by_id AS "permittedById",
      a.security_attestation::text AS "securityAttestation", a.civil_rights_advice::text AS "civilRightsAdvice",
      coalesce(a.risk_keys, '{}') AS "riskKeys", a.platform_review_since AS "platformReviewSince",
      jsonb_build_object('id', p.id, 'name', p.name, 'state', p.state, 'kind', p.kind,
        'personalLoginRequired', p.personal_login_required, 'prohibitedByLaw', p.prohibited_by_law) AS platform,
      coalesce((SELECT jsonb_agg(jsonb_build_object('personId', k.person_id, 'role', k.role, 'endedAt', k.ended_at,
          'person', jsonb_build_object('state', h.state, 'trainingLapsesAt', h.training_lapses_at)) ORDER BY k.started_at, k.id)
        FROM contact k JOIN person h ON h.id = k.person_id WHERE k.account_id = a.id), '[]') AS contacts,
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', r.kind, 'confirmedById', r.confirmed_by_id)
          ORDER BY r.confirmed_at, r.id) FROM retirement_confirmation r WHERE r.account_id = a.id), '[]') AS confirmations,
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', d.kind, 'decidedById', d.decided_by_id)
          ORDER BY d.decided_at, d.id) FROM decision d WHERE d.account_id = a.id), '[]') AS decisions,
      ${grantedExceptionsSql(Prisma.sql`a.component_id`, Prisma.sql`a.platform_id`)} AS granted,
      ${conductSql(Prisma.sql`a.component_id`)} AS conduct
    FROM account a JOIN platform p ON p.id = a.platform_id WHERE a.id = ${accountId}::uuid`,
  )
  if (row === undefined) return null
  const contacts = row.contacts.map((contact) => ({
    ...contact,
    endedAt: toInstant(contact.endedAt),
    person: { ...contact.person, trainingLapsesAt: toInstant(contact.person.trainingLapsesAt) },
  }))
  return {
    ...row,
    contacts,
    lawAnswers: row.lawAnswers.map(toLawAnswer),
    privacyApprovals: row.privacyApprovals.map(parsePrivacyAnswer),
    granted: row.granted.map(parseGrantedException),
    conduct: parseConduct(row.conduct),
  }
}

// JSON knows no dates.
function toInstant(stored: Date | null): Date | null {
  return stored === null ? null : new Date(stored)
}

/** The row as the domain looks at it, with the granted exceptions that cover it and what is asked of the actor. */
export function toAccountFacts(
  row: GatedAccountRow,
  granted: readonly GrantedException[],
  conduct: ConductFacts,
): AccountFacts {
  const account = { accountId: row.id, componentId: row.componentId, platformId: row.platform.id }
  return {
    id: row.id,
    componentId: row.componentId,
    state: row.state,
    version: row.version,
    useCategory: row.useCategory,
    loginModel: row.loginModel,
    administrators: row.administrators,
    officialOutletUrl: row.officialOutletUrl,
    commentPolicyUrl: row.commentPolicyUrl,
    privacyNoticeUrl: row.privacyNoticeUrl,
    recordsCaptureMethod: row.recordsCaptureMethod,
    imported: row.migrationId !== null,
    claimed: row.claimedAt !== null,
    requestedById: row.requestedById,
    contributorIds: row.decisions
      .filter(({ kind }) => kind === 'RESUBMITTED')
      .map(({ decidedById }) => decidedById),
    permittedById: row.permittedById,
    securityAttestation: row.securityAttestation,
    civilRightsAdvice: row.civilRightsAdvice,
    riskKeys: row.riskKeys,
    platformReview: row.platformReviewSince !== null,
    names: toNamedAccountFacts(row),
    platform: toAccountPlatform(row.platform),
    exceptions: granted.filter((exception) => covers(exception, account)),
    conduct: conductIn(conduct, row.componentId),
    contacts: row.contacts.filter(({ endedAt }) => endedAt === null).map(toCurrentContact),
    confirmations: row.confirmations,
    lawAnswers: row.lawAnswers,
  }
}

/** The texts of an account's row, and what was answered about them. */
export function toNamedAccountFacts({
  handle,
  title,
  purpose,
  namesPersonIn,
  privacyApprovals = [],
}: Pick<
  GatedAccountRow,
  'handle' | 'title' | 'purpose' | 'namesPersonIn' | 'privacyApprovals'
>): NamedAccountFacts {
  return { wording: { handle, title, purpose }, namesPersonIn, privacyAnswers: privacyApprovals }
}

/** A contact's row as the domain looks at it. */
export function toCurrentContact({
  personId,
  role,
  person,
}: Omit<AccountFactsRow['contacts'][number], 'endedAt'>): CurrentContact {
  const { state, trainingLapsesAt } = person
  return { personId, role, personActive: state === 'ACTIVE', trainingLapsesAt }
}

/** A platform's row as a decision on an account looks at it. */
export function toAccountPlatform(row: AccountFactsRow['platform']): AccountFacts['platform'] {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    hasAccounts: row.kind === 'PROFILE',
    personalLoginRequired: row.personalLoginRequired,
    prohibitedByLaw: row.prohibitedByLaw,
  }
}
