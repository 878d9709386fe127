import type { DirectoryNotice } from '@official-accounts/domain/directory/directory'
import type { Account } from './directory-model.ts'

/** What the department tells of an incident of this account; null for nothing. */
export function noticeOf({ notice, noticeLanguage, noticeSince }: Account): DirectoryNotice | null {
  return notice === null || noticeLanguage === null || noticeSince === null
    ? null
    : { text: notice, language: noticeLanguage, since: noticeSince }
}
