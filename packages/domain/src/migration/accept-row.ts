import { isLive, needsContact } from '../account/account.ts'
import { allow, refuse, type Decision } from '../decision.ts'
import { invalidInput, policyRefusal } from '../errors.ts'
import type { IdentifiedRow } from './identified-row.ts'
import type { RowEffect } from './judgement.ts'
import type { KnownAccount, KnownIdentity } from './known-identity.ts'

/** What accepting a held row does; a listing is kept in any case. */
export type AcceptedEffect =
  RowEffect | { readonly kind: 'OPEN_FINDING'; readonly accountId: string; readonly componentId: string }

/**
 * What becomes of a held row that a person accepts. Accepting settles what the row left open; it ends no account,
 * passes over no request and takes nothing from an office that has confirmed its account.
 */
export function acceptRow(row: IdentifiedRow, known: KnownIdentity): Decision<AcceptedEffect> {
  const { account, alias } = known
  if (account) return row.status === 'ARCHIVED' ? acceptArchived(account) : acceptForAccount(row, account)
  if (alias) {
    return refuse(
      policyRefusal('This is another name of a registered account; it gets no account of its own.', 'V.B.6'),
    )
  }
  if (row.status === 'ARCHIVED') return allow({ kind: 'NONE' })
  if (!row.platformUsable)
    return refuse(policyRefusal(`${row.platformName} is not approved for use.`, 'V.B.1', 'IV.A.2'))
  if (row.component === null)
    return refuse(invalidInput('componentId', 'Say which component the account belongs to.'))
  return allow({ kind: 'CREATE_ACCOUNT', componentId: row.component.id, title: row.title })
}

// V.B.11: only two confirmations end an account. The register's word becomes a finding to be answered.
function acceptArchived(account: KnownAccount): Decision<AcceptedEffect> {
  return needsContact(account.state)
    ? allow({ kind: 'OPEN_FINDING', accountId: account.id, componentId: account.componentId })
    : allow({ kind: 'NONE' })
}

function acceptForAccount(row: IdentifiedRow, account: KnownAccount): Decision<AcceptedEffect> {
  if (!needsContact(account.state)) {
    const message = isLive(account.state)
      ? 'This account is under way by a request of its own, which decides on it.'
      : 'This account ended here. It comes back by a new request.'
    return refuse(policyRefusal(message, 'V.B.2'))
  }
  if (!account.imported || account.confirmedOn !== null) {
    return refuse(
      policyRefusal('Its office has confirmed this account; the office changes or transfers it.', 'V.B.6'),
    )
  }
  const { title, source, listedOn } = row
  const componentId = row.component?.id ?? account.componentId
  const facts = { componentId, title, source, listedOn, language: row.language ?? account.language }
  return allow({ kind: 'UPDATE_ACCOUNT', accountId: account.id, facts })
}
