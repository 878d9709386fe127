import type { AccountDetail } from './account.documents.ts'

/** What has to be known of an account to say why nobody who counts answers for it. */
export type Answered = Pick<AccountDetail, 'vacant' | 'contacts'>

/** Whether somebody is named who may act, and does not count because their training has run out (IV.A.3). */
export function isUntrained({ vacant, contacts }: Answered): boolean {
  return vacant && contacts.some(isNamed)
}

function isNamed({ role, endedAt, person }: AccountDetail['contacts'][number]): boolean {
  return role === 'PRIMARY' && endedAt === null && person.state === 'ACTIVE'
}
