import type { AccessState } from '@official-accounts/domain/access-grant/access-grant'
import type { StatusTone } from '../../ui/status-tag.tsx'
import type { AccessRow } from './access-grant.documents.ts'

/** How the state of access is shown. */
export const ACCESS_TONES: Readonly<Record<AccessState, StatusTone>> = {
  REQUESTED: 'WAITING',
  APPROVED: 'WAITING',
  PROVISIONED: 'GOOD',
  DENIED: 'ENDED',
  WITHDRAWN: 'ENDED',
  REVOKED: 'ENDED',
}

/** What access is to, in words. */
export function accessTitle({ kind, account, monitored }: AccessRow): string {
  if (kind === 'MANAGE') return `Access to manage ${account?.title ?? 'an account'}`
  const [first, ...others] = monitored
  if (!first) return 'Access to look at other accounts'
  const name = first.profileUrl.replace(/^https:\/\//, '')
  return `Access to look at ${name}${others.length > 0 ? ` and ${others.length} more` : ''}`
}

/** The state of access in words: what was provided and has passed its date is over, and what is renewed goes on. */
export function accessStateWords({ state, inForce }: AccessRow): string | undefined {
  if (state === 'PROVISIONED') return inForce ? 'Provided' : 'Run out'
  return inForce ? 'Provided, renewal asked for' : undefined
}
