import { judgeArchived } from './judge-archived.ts'
import { judgePublished } from './judge-published.ts'
import { type Judgement, judgement } from './judgement.ts'
import type { KnownIdentity } from './known-identity.ts'
import type { IdentifiedRow } from './identified-row.ts'

/** What a row made of the registry: its judgement, whether it leaves a listing, and what is known afterwards. */
export interface JudgedRow {
  readonly judgement: Judgement
  readonly keepsListing: boolean
  readonly known: KnownIdentity
}

/**
 * Judges one row that names an account against what is known of that account, the rows before it included. Every
 * row gets exactly one outcome; what contradicts another source waits for a person and changes nothing (V.B.6).
 */
export function judgeRow(row: IdentifiedRow, known: KnownIdentity): JudgedRow {
  const first = row.status === 'PUBLISHED' ? judgePublished(row, known) : judgeArchived(row, known)
  const found = first.outcome === 'HELD' ? reviewedBefore(row, known, first) : first
  return { judgement: found, keepsListing: keepsListing(row, known, found), known: after(row, known, found) }
}

/** A person has looked at this before: the answer stands until the register says something newer. */
function reviewedBefore(row: IdentifiedRow, known: KnownIdentity, held: Judgement): Judgement {
  const review = known.reviews.find(({ code, status }) => code === held.code && status === row.status)
  const { accountId, componentId } = held
  if (!review) return held
  if (review.resolution === 'OPEN') {
    return judgement('UNCHANGED', 'WAITS_ALREADY', `Waits for review already. ${held.reason}`, {
      accountId,
      componentId,
    })
  }
  if (row.listedOn !== null && review.resolvedOn !== null && row.listedOn > review.resolvedOn) return held
  const on = review.resolvedOn ?? 'an earlier day'
  return review.resolution === 'ACCEPTED'
    ? judgement('UNCHANGED', 'REVIEWED_BEFORE', `Accepted on review on ${on}.`, { accountId, componentId })
    : judgement('REJECTED', 'REJECTED_ON_REVIEW', `Rejected on review on ${on}.`, { accountId, componentId })
}

// Every row leaves a listing but two: one that is rejected, and one named after a person, whose name goes into no
// table that the public directory reads before somebody has looked at it.
function keepsListing(row: IdentifiedRow, known: KnownIdentity, found: Judgement): boolean {
  return found.outcome !== 'REJECTED' && (row.personSign === null || known.account !== null)
}

function after(row: IdentifiedRow, known: KnownIdentity, found: Judgement): KnownIdentity {
  const isFirst = !known.rows.some(({ status }) => status === row.status) && found.outcome !== 'REJECTED'
  const earlier = { rowNumber: row.rowNumber, status: row.status, held: found.outcome === 'HELD' }
  return {
    ...known,
    rows: isFirst ? [...known.rows, earlier] : known.rows,
    account: accountAfter(row, known, found),
    archived: archivedAfter(row, known, found),
  }
}

function accountAfter(
  row: IdentifiedRow,
  { account }: KnownIdentity,
  { effect }: Judgement,
): KnownIdentity['account'] {
  const { language, source, listedOn } = row
  if (effect.kind === 'CREATE_ACCOUNT') {
    const { componentId, title } = effect
    const made = { id: row.newAccountId, state: 'ACTIVE', imported: true, confirmedOn: null } as const
    return {
      ...made,
      componentId,
      componentCode: row.component?.code ?? '',
      title,
      language,
      source,
      listedOn,
    }
  }
  if (effect.kind !== 'UPDATE_ACCOUNT' || account === null) return account
  const moved = effect.facts.componentId !== account.componentId
  return {
    ...account,
    ...effect.facts,
    componentCode: moved ? (row.component?.code ?? '') : account.componentCode,
  }
}

function archivedAfter(
  row: IdentifiedRow,
  known: KnownIdentity,
  found: Judgement,
): KnownIdentity['archived'] {
  if (row.status !== 'ARCHIVED' || !keepsListing(row, known, found)) return known.archived
  const { source, listedOn } = row
  return known.archived === null || (listedOn ?? '') > (known.archived.listedOn ?? '')
    ? { source, listedOn }
    : known.archived
}
