import { REVIEW_KINDS, type ReviewKind } from '@official-accounts/domain/platform/platform'
import { readPaging, type Paging } from '../../ui/paging.ts'
import { choiceOf, textOf, type RawSearch } from '../../ui/search-params.ts'

/** Which reports the list shows, and where in it. */
export interface ReportSearch extends Paging {
  readonly kind?: ReviewKind | undefined
  readonly platform?: string | undefined
}

/** Reads the address of the list; what makes no sense is left out. */
export function readReportSearch(raw: RawSearch): ReportSearch {
  return {
    ...readPaging(raw),
    kind: choiceOf(REVIEW_KINDS, raw['kind']),
    platform: slugOf(textOf(raw['platform'])),
  }
}

function slugOf(text: string | undefined): string | undefined {
  const slug = text?.trim().toLowerCase()
  return slug !== undefined && /^[a-z0-9-]{1,100}$/.test(slug) ? slug : undefined
}
