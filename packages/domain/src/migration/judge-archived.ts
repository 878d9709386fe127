import { needsContact } from '../account/account.ts'
import type { IdentifiedRow } from './identified-row.ts'
import { onDay, sameAccount } from './judge-published.ts'
import { held, judgement, namedAfterPersonReason, type Judgement } from './judgement.ts'
import { isLater, type KnownAccount, type KnownIdentity } from './known-identity.ts'

/**
 * What becomes of a row that lists an account as archived. It is history and no proof: it makes no account, ends
 * none (V.B.11 asks for two confirmations), and where an account is listed here it waits for a person.
 */
export function judgeArchived(row: IdentifiedRow, known: KnownIdentity): Judgement {
  const { account, alias, archived } = known
  const earlier = known.rows.find(({ status }) => status === 'ARCHIVED')
  const isNewer = archived !== null && isLater(row.listedOn, archived.listedOn)
  const found = {
    accountId: account?.id ?? alias?.accountId ?? null,
    componentId: account?.componentId ?? row.component?.id ?? null,
  }
  if (earlier && !isNewer) return sameAccount(earlier, found)
  if (account && needsContact(account.state)) return judgeListedHere(row, account)
  if (account?.state === 'RETIRED') {
    return judgement('UNCHANGED', 'ENDED_HERE', 'Ended here too, with both confirmations.', found)
  }
  if (row.personSign !== null) {
    return held('NAMED_AFTER_PERSON', namedAfterPersonReason(row.personSign), found)
  }
  const history = `archived in ${row.source} ${onDay(row.listedOn)}; no account is made of it.`
  if (archived === null)
    return judgement('CREATED', 'NEW_ARCHIVED_LISTING', `Kept as history: ${history}`, found)
  return isNewer
    ? judgement('UPDATED', 'NEWER_ARCHIVED_LISTING', `Newer history: ${history}`, found)
    : judgement(
        'UNCHANGED',
        'NOTHING_NEW',
        `Known as archived in ${archived.source} ${onDay(archived.listedOn)}.`,
        found,
      )
}

function judgeListedHere(row: IdentifiedRow, account: KnownAccount): Judgement {
  const found = { accountId: account.id, componentId: account.componentId }
  const confirmed = [account.listedOn, account.confirmedOn].find((day) => isLater(day, row.listedOn))
  if (confirmed) {
    return judgement(
      'UNCHANGED',
      'OLDER_THAN_CONFIRMED',
      `Older than ${confirmed}, when the account was listed or confirmed.`,
      found,
    )
  }
  const reason = `Archived in ${row.source} ${onDay(row.listedOn)}, but listed here${account.source ? ` from ${account.source}` : ''}.`
  return held('ARCHIVED_BUT_LISTED_HERE', reason, found)
}
