import { readPaging, type Paging } from '../../ui/paging.ts'
import { choiceOf, type RawSearch } from '../../ui/search-params.ts'

/** Which of what the reader was told is shown. */
export interface NotificationSearch extends Paging {
  readonly show?: 'unread'
}

/** Reads the address of the list of notifications. */
export function readNotificationSearch(raw: RawSearch): NotificationSearch {
  return { show: choiceOf(['unread'] as const, raw['show']), ...readPaging(raw) }
}
