import { ROLES } from '@official-accounts/domain/access/roles'
import type { DelegationKind } from '@official-accounts/domain/delegation/delegation'
import type { StatusTone } from '../../ui/status-tag.tsx'
import type { DelegationRow } from './delegation.documents.ts'

/** How the standing of a delegation is shown. */
export const DELEGATION_TONES: Readonly<Record<DelegationRow['standing'], StatusTone>> = {
  UPCOMING: 'WAITING',
  IN_FORCE: 'GOOD',
  ENDED: 'ENDED',
  REVOKED: 'ENDED',
}

/** What each kind of record is called. */
export const DELEGATION_KIND_WORDS: Readonly<Record<DelegationKind, string>> = {
  APPROVAL: 'Approval lent',
  ACTING: 'Acting official',
  COVER: 'Cover for an absence',
  RECUSAL: 'Recusal',
}

/** A record of delegation in a line: who acts, in which office, for whom. */
export function delegationTitle({ kind, role, delegate, delegator }: DelegationRow): string {
  const office = role ? ROLES[role].title : ''
  switch (kind) {
    case 'APPROVAL':
      return `${delegate?.displayName ?? 'Somebody'} may approve accounts`
    case 'ACTING':
      return `${delegate?.displayName ?? 'Somebody'} acts as ${office}`
    case 'COVER':
      return `${delegate?.displayName ?? 'Somebody'} covers for ${delegator?.displayName ?? office}`
    case 'RECUSAL':
      return `${delegator?.displayName ?? 'Somebody'} stands aside`
  }
}

/** What it reaches, in words. */
export function reachWords({ account, component, platform }: DelegationRow): string {
  if (account) return account.title
  const where = [component?.code, platform ? `on ${platform.name}` : undefined].filter(Boolean)
  return where.length === 0 ? 'Everything the office reaches' : where.join(' ')
}
