import { createHash } from 'node:crypto'
import type { BulkAction } from '@official-accounts/domain/bulk/bulk-actions'
import { canonicalJson } from '@official-accounts/domain/audit/canonical-bytes'

/** What all rows of a bulk action share: who, which action, which input, and the run its dry run was given. */
export interface BulkRun {
  readonly actorId: string | null
  readonly action: BulkAction
  readonly input: Readonly<Record<string, unknown>>
  /** A UUIDv7 from the dry run. */
  readonly run: string
}

/**
 * The group id of a run, a UUIDv7 of the run's instant. It follows from who asks for what, so that nobody can put
 * an act of theirs under the group of another person, another action or another input, and a run that is taken up
 * again goes on under the id it had.
 */
export function bulkGroupId({ actorId, action, input, run }: BulkRun): string {
  const digest = createHash('sha256').update(canonicalJson({ actorId, action, input, run })).digest('hex')
  const variant = (Number.parseInt(digest.slice(3, 4), 16) % 4) + 8
  const tail = `7${digest.slice(0, 3)}-${variant.toString(16)}${digest.slice(4, 7)}-${digest.slice(7, 19)}`
  return `${run.slice(0, 13)}-${tail}`
}
