import type { StatusTone } from '../../ui/status-tag.tsx'
import type { PrivacyApprovalRow } from './privacy-approval.documents.ts'

/** How the standing of a question is shown. */
export const PRIVACY_TONES: Readonly<Record<PrivacyApprovalRow['standing'], StatusTone>> = {
  REQUESTED: 'WAITING',
  IN_FORCE: 'GOOD',
  RUN_OUT: 'ENDED',
  REFUSED: 'ENDED',
  WITHDRAWN: 'ENDED',
  REVOKED: 'ENDED',
}

/** What a question is about; never by anybody's name, which would stand in titles and histories. */
export function privacyApprovalTitle({
  account,
  whose,
}: Pick<PrivacyApprovalRow, 'account' | 'whose'>): string {
  return account ? `Personal information in an account: ${whose}` : `People to be looked at: ${whose}`
}

/** The texts of an account in words. */
export const TEXT_WORDS = { HANDLE: 'handle', TITLE: 'name', PURPOSE: 'mission purpose' } as const
