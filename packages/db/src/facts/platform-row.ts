import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'
import type { AccountFactsRow } from './account-facts.ts'

type SharedPlatform = AccountFactsRow['platform'] & { readonly holderId: string | null }

/**
 * Shares a platform's row, so that its approval cannot change meanwhile, and tells which live account there has an
 * identity. Whoever registers the same identity at this moment is stopped by its unique index. Throws where there is no
 * such platform.
 */
export async function sharePlatformRow(
  tx: Tx,
  slug: string,
  canonicalKey: string | null,
): Promise<SharedPlatform> {
  const [row] = await sendStatement<SharedPlatform>(
    tx,
    Prisma.sql`
    SELECT p.id, p.name, p.state::text, p.kind::text, p.personal_login_required::text AS "personalLoginRequired",
      p.prohibited_by_law AS "prohibitedByLaw",
      (SELECT a.id FROM account a WHERE a.platform_id = p.id AND a.canonical_key = ${canonicalKey}
        AND a.state NOT IN ('RETIRED', 'DENIED', 'WITHDRAWN') LIMIT 1) AS "holderId"
    FROM platform p WHERE p.slug = ${slug} FOR SHARE OF p`,
  )
  if (!row) throw new Error(`There is no platform ${slug}.`)
  return row
}
