import type { GuidanceKind, VersionPlace } from '@official-accounts/domain/guidance/guidance'
import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'

/** The one order of a document's versions, so that every selection of them is one query. */
export const VERSION_ORDER = [{ number: 'desc' }] satisfies Prisma.GuidanceVersionOrderByWithRelationInput[]

/** A version somebody wants to acknowledge, with its place among the others of its document. */
export interface AcknowledgedVersionFacts extends VersionPlace {
  readonly id: string
  readonly kind: GuidanceKind
  readonly versions: readonly VersionPlace[]
  /** Whether the one who acts has acknowledged it already. */
  readonly acknowledged: boolean
}

/** Reads a version with the others of its document; null where there is none. Versions never change. */
export async function readAcknowledgedVersion(tx: Tx, id: string): Promise<AcknowledgedVersionFacts | null> {
  const [row] = await sendStatement<AcknowledgedVersionFacts>(
    tx,
    Prisma.sql`
    SELECT v.id, v.document_id AS "documentId", v.number, v.effective_from AS "effectiveFrom", d.kind::text,
      (SELECT jsonb_agg(jsonb_build_object('documentId', o.document_id, 'number', o.number,
        'effectiveFrom', o.effective_from)) FROM guidance_version o WHERE o.document_id = v.document_id) AS versions,
      EXISTS (SELECT FROM acknowledgement a WHERE a.version_id = v.id AND a.person_id = actor_person()) AS acknowledged
    FROM guidance_version v JOIN guidance_document d ON d.id = v.document_id WHERE v.id = ${id}::uuid`,
  )
  if (row === undefined) return null
  const versions = row.versions.map((version) => ({
    ...version,
    effectiveFrom: new Date(version.effectiveFrom),
  }))
  return { ...row, versions }
}
