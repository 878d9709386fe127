import type { HeldDuty, LibraryVersion, Standards } from '@official-accounts/domain/compliance/standards'
import type { SecurityPolicyInForce } from '@official-accounts/domain/security-attestation/security-attestation'
import type { CourseCompletion, RequiredCourse } from '@official-accounts/domain/training/training'
import { Prisma } from '../generated/client/client.ts'
import { sendStatement, type StatementSender } from '../transaction-connection.ts'
import { LAW_STANDARD, toLawStandard, type StoredLawStandard } from './law-checklist-facts.ts'
import { toValues, type StoredSetting } from './timer-facts.ts'
import { completionsOf, COURSES, toCompletion, toCourse, type Stored } from './training-facts.ts'

interface StandardsRow {
  readonly settings: readonly StoredSetting[] | null
  readonly courses: readonly Stored<RequiredCourse>[]
  readonly library: readonly Stored<LibraryVersion>[]
  readonly policies: readonly Stored<SecurityPolicyInForce>[]
  readonly law: StoredLawStandard
}

/** Reads what the offices have set for the whole department, in one statement. */
export async function readStandards(sender: StatementSender): Promise<Standards> {
  const [row] = await sendStatement<StandardsRow>(
    sender,
    Prisma.sql`SELECT
      (SELECT jsonb_agg(jsonb_build_object('key', key, 'queue', queue, 'value', value)) FROM policy_setting) AS settings,
      (${COURSES}) AS courses,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'documentId', v.document_id, 'title', d.title,
          'kind', d.kind, 'topic', d.topic, 'number', v.number, 'roles', v.roles, 'effectiveFrom', v.effective_from,
          'publishedAt', v.published_at, 'processesReviewedBy', v.processes_reviewed_by) ORDER BY v.id), '[]')
        FROM guidance_version v JOIN guidance_document d ON d.id = v.document_id) AS library,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'effectiveFrom', effective_from)), '[]')
        FROM security_policy) AS policies,
      ${LAW_STANDARD} AS law`,
  )
  if (!row) throw new Error('A statement without a table has one row.')
  return {
    values: toValues(row.settings ?? []),
    law: toLawStandard(row.law),
    courses: row.courses.map(toCourse),
    library: row.library.map(toLibraryVersion),
    securityPolicies: row.policies.map(({ id, effectiveFrom }) => ({
      id,
      effectiveFrom: new Date(effectiveFrom),
    })),
  }
}

function toLibraryVersion(version: Stored<LibraryVersion>): LibraryVersion {
  const { effectiveFrom, publishedAt, processesReviewedBy } = version
  return {
    ...version,
    effectiveFrom: new Date(effectiveFrom),
    publishedAt: new Date(publishedAt),
    processesReviewedBy: processesReviewedBy === null ? null : new Date(processesReviewedBy),
  }
}

/** What is on record of somebody's training, roles and acknowledgements. */
export interface PersonalConduct {
  readonly completions: readonly CourseCompletion[]
  readonly duties: readonly HeldDuty[]
  readonly acknowledged: readonly string[]
}

interface ConductRow {
  readonly id: string
  readonly completions: readonly Stored<CourseCompletion>[]
  readonly duties: readonly Stored<HeldDuty>[]
  readonly acknowledged: readonly string[]
}

/** The conduct of people who may act, by their ids, in one statement; those who may not are left out. */
export async function readConductOf(
  sender: StatementSender,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonalConduct>> {
  if (personIds.length === 0) return new Map()
  const rows = await sendStatement<ConductRow>(
    sender,
    Prisma.sql`SELECT h.id, (${completionsOf(Prisma.sql`h.id`)}) AS completions,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'validFrom', g.valid_from, 'validUntil', g.valid_until)
          ORDER BY g.id), '[]')
        FROM role_grant g WHERE g.person_id = h.id AND g.revoked_at IS NULL) AS duties,
      (SELECT coalesce(jsonb_agg(k.version_id), '[]') FROM acknowledgement k WHERE k.person_id = h.id) AS acknowledged
    FROM person h WHERE h.id = ANY (${[...new Set(personIds)]}::uuid[]) AND h.state = 'ACTIVE'`,
  )
  return new Map(
    rows.map(({ id, completions, duties, acknowledged }) => [
      id,
      { acknowledged, completions: completions.map(toCompletion), duties: duties.map(toDuty) },
    ]),
  )
}

function toDuty({ role, validFrom, validUntil }: Stored<HeldDuty>): HeldDuty {
  return {
    role,
    validFrom: new Date(validFrom),
    validUntil: validUntil === null ? null : new Date(validUntil),
  }
}

/** The newest attestation of each account, in one statement. */
export async function readLastAttestations(
  sender: StatementSender,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly policyId: string; readonly attestedAt: Date }>> {
  const rows = await sendStatement<{ accountId: string; policyId: string; attestedAt: Date }>(
    sender,
    Prisma.sql`SELECT DISTINCT ON (account_id) account_id AS "accountId", policy_id AS "policyId",
      attested_at AS "attestedAt"
    FROM security_attestation WHERE account_id = ANY (${[...accountIds]}::uuid[])
    ORDER BY account_id, attested_at DESC, id DESC`,
  )
  return new Map(rows.map(({ accountId, ...attestation }) => [accountId, attestation]))
}
