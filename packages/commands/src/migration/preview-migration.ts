import { databaseNow } from '@official-accounts/db/actor-store'
import { runAs } from '@official-accounts/db/actor-settings'
import { transaction } from '@official-accounts/db/transaction'
import { mayReadImports, settingsFor } from '@official-accounts/db/visibility'
import { readReach, type Actor } from '@official-accounts/domain/access/actor'
import { DomainError, forbidden } from '@official-accounts/domain/errors'
import type { ColumnSet } from '@official-accounts/domain/migration/column-sets'
import type { RowOutcome } from '@official-accounts/domain/migration/judgement'
import type { CommandEnvironment } from '../command-call.ts'
import { countOutcomes, identitiesOf, judgeRows, readRows, type ReportRow } from './judge-rows.ts'
import { loadIdentities } from './load-identities.ts'
import { loadReference } from './load-reference.ts'
import { readSource } from './read-source.ts'

/** What an import would do, row by row. */
export interface MigrationPreview {
  readonly columnSet: ColumnSet
  readonly sourceSha256: string
  readonly rowCount: number
  readonly counts: Readonly<Record<RowOutcome, number>>
  readonly rows: readonly ReportRow[]
}

/**
 * What importing this file would do now: the report of submitMigration, with nothing written. For whoever may read
 * imports, and for the system.
 *
 * @throws DomainError FORBIDDEN, or INVALID_INPUT when the file cannot be read
 */
export async function previewMigration(
  environment: Pick<CommandEnvironment, 'client' | 'at'>,
  actor: Actor,
  { fileName, content }: { readonly fileName: string; readonly content: string },
): Promise<MigrationPreview> {
  const reach = readReach(actor)
  if (!mayReadImports(reach))
    throw new DomainError(forbidden('Imports are previewed by the department’s offices.', 'V.B.6'))
  const source = readSource(content)
  const rows = await runAs(settingsFor(reach), () =>
    transaction(environment.client, async (tx) => {
      const { components, book } = await loadReference(tx, false)
      const read = readRows(source.columnSet, fileName, source.rows, book)
      const known = await loadIdentities(tx, identitiesOf(read), null)
      return judgeRows(read, known, components, environment.at?.() ?? (await databaseNow(tx)))
    }),
  )
  const { columnSet, sha256 } = source
  return { columnSet, sourceSha256: sha256, rowCount: rows.length, counts: countOutcomes(rows), rows }
}
