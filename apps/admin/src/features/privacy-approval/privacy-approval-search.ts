import {
  PRIVACY_APPROVAL_STANDINGS,
  type PrivacyApprovalStanding,
} from '@official-accounts/domain/privacy-approval/privacy-approval'
import { readPaging, type Paging } from '../../ui/paging.ts'
import { choiceOf, textOf, type RawSearch } from '../../ui/search-params.ts'

/** Which questions the list shows. */
export interface PrivacyApprovalSearch extends Paging {
  readonly standing?: PrivacyApprovalStanding
}

/** Reads the address of the list; what makes no sense is left out. */
export function readPrivacyApprovalSearch(raw: RawSearch): PrivacyApprovalSearch {
  return { standing: choiceOf(PRIVACY_APPROVAL_STANDINGS, raw['standing']), ...readPaging(raw) }
}

/** About which account or access the Chief Privacy Officer is asked, by its global id. */
export function readPrivacySubject(raw: RawSearch): { readonly account?: string; readonly access?: string } {
  return { account: textOf(raw['account']), access: textOf(raw['access']) }
}
