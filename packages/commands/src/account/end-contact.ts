import type { Actor } from '@official-accounts/domain/access/actor'
import { authorize } from '@official-accounts/domain/access/authorize'
import { accountPlace, needsContact, type AccountFacts } from '@official-accounts/domain/account/account'
import { checkAccountAction } from '@official-accounts/domain/account/available-actions'
import { allow, refuse } from '@official-accounts/domain/decision'
import { invalidInput, policyRefusal, type Refusal } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { settleTimers } from '../account-timer/settle-timers.ts'
import { defineCommand } from '../command.ts'
import { lockAccount } from './lock-account.ts'

const input = z.object({
  accountId: z.uuid(),
  personId: z.uuid(),
  reason: z.string().trim().min(1, 'Say why.').max(2000, 'At most 2,000 characters.'),
  /** Whether the primary contact ends with nobody to follow, so that the time to the suspension begins. */
  withoutSuccessor: z.boolean().nullish(),
})

/**
 * Ends a contact. An active primary hands over first (V.B.8). Where it is said in so many words that nobody follows, the
 * time to the account's suspension begins instead; that is for those who could name a successor (V.B.5).
 */
export const endContact = defineCommand({
  name: 'endContact',
  permission: 'account.endContact',
  subjectType: 'Account',
  input,
  subjectId: ({ accountId }) => accountId,
  lock: (tx, { accountId }) => lockAccount(tx, accountId),
  place: (account) => accountPlace(account),
  version: (account) => account.version,
  decide(actor, now, { personId, reason, withoutSuccessor }, account) {
    const refusal = checkAccountAction(actor, 'endContact', account, now)
    if (refusal) return refuse(refusal)
    const contact = account.contacts.find((held) => held.personId === personId)
    if (!contact) return refuse(invalidInput('personId', 'This person is no current contact of the account.'))
    const leaves = contact.role === 'PRIMARY' && contact.personActive && needsContact(account.state)
    const unfollowed = leaves ? checkNobodyFollows(actor, account, withoutSuccessor ?? false) : null
    if (unfollowed) return refuse(unfollowed)
    return allow({ contact, reason })
  },
  async apply(tx, { contact, reason }, account, { now }) {
    await tx.contact.updateMany({
      where: { accountId: account.id, personId: contact.personId, endedAt: null },
      data: { endedAt: now, endReason: reason },
    })
    await tx.account.updateMany({
      where: { id: account.id },
      data: { version: account.version + 1, changedAt: now },
    })
    const field = contact.role === 'PRIMARY' ? 'primaryContact' : 'alternateContact'
    const settled = contact.role === 'PRIMARY' ? await settleTimers(tx, [account.id], now) : []
    return {
      result: { type: 'Account', id: account.id },
      audit: [
        {
          action: 'account.endContact',
          componentId: account.componentId,
          subjectType: 'Account',
          subjectId: account.id,
          clauses: ['V.B.8'],
          reason,
          changes: [
            { field, before: contact.personId, after: null },
            ...settled.flatMap(({ changes }) => changes),
          ],
        },
      ],
      events: [
        { type: 'account.contact-ended', subjectType: 'Account', subjectId: account.id },
        ...settled.flatMap(({ events }) => events),
      ],
    }
  },
})

function checkNobodyFollows(actor: Actor, account: AccountFacts, stated: boolean): Refusal | null {
  return stated
    ? authorize(actor, 'account.assignPrimaryContact', accountPlace(account))
    : policyRefusal(
        'Name the next primary contact first: control is handed over before it ends.',
        'V.B.8',
        'V.B.5',
      )
}
