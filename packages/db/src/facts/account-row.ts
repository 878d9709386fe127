import type { AccountText } from '@official-accounts/domain/privacy-approval/privacy-approval'
import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'

/** What is stored of an account and may be changed, for the audit's before and after. */
export interface StoredAccount {
  readonly title: string
  readonly purpose: string | null
  readonly missionArea: string | null
  readonly audience: string | null
  readonly justification: string | null
  readonly language: string | null
  readonly topics: readonly string[]
  readonly loginModel: string
  readonly administrators: number | null
  readonly officialOutletUrl: string | null
  readonly commentPolicyUrl: string | null
  readonly privacyNoticeUrl: string | null
  readonly recordsCaptureMethod: string | null
  readonly observedStatus: string
  readonly handle: string
  readonly canonicalKey: string
  readonly profileUrl: string
  readonly externalId: string | null
  readonly namesPersonIn: readonly AccountText[]
}

/**
 * Locks an account's row and shares its platform's, and reads the account as the lock found it. Null where there is
 * none or the caller may not write it: row-level security locks only what may be written.
 */
export async function lockAccountRow(tx: Tx, accountId: string): Promise<StoredAccount | null> {
  const [row] = await sendStatement<StoredAccount>(
    tx,
    Prisma.sql`
    SELECT a.title, a.purpose, a.mission_area AS "missionArea", a.audience, a.justification, a.language, a.topics,
      a.login_model::text AS "loginModel", a.administrators, a.official_outlet_url AS "officialOutletUrl",
      a.comment_policy_url AS "commentPolicyUrl", a.privacy_notice_url AS "privacyNoticeUrl",
      a.records_capture_method AS "recordsCaptureMethod", a.observed_status::text AS "observedStatus", a.handle,
      a.canonical_key AS "canonicalKey", a.profile_url AS "profileUrl", a.external_id AS "externalId",
      coalesce(a.names_person_in, '{}')::text[] AS "namesPersonIn"
    FROM account a JOIN platform p ON p.id = a.platform_id
    WHERE a.id = ${accountId}::uuid FOR UPDATE OF a FOR SHARE OF p`,
  )
  return row ?? null
}
