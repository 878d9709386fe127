import { accountPlace } from '@official-accounts/domain/account/account'
import { defineCommand } from '../command.ts'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { judgeAccountAction } from '@official-accounts/domain/account/available-actions'
import { allow, refuse } from '@official-accounts/domain/decision'
import { z } from 'zod'
import { exceptionsUsed } from './account-transition.ts'
import { lockAccount } from './lock-account.ts'

/** Puts an approved account with an active primary contact on the list of official accounts (V.B.5, V.B.6). */
export const activateAccount = defineCommand({
  name: 'activateAccount',
  permission: 'account.activate',
  subjectType: 'Account',
  input: z.object({ accountId: z.uuid() }),
  subjectId: (input) => input.accountId,
  lock: (tx, input) => lockAccount(tx, input.accountId),
  place: (account) => accountPlace(account),
  version: (account) => account.version,
  decide(actor, now, _input, account) {
    const { refusal, exceptionIds } = judgeAccountAction(actor, 'activateAccount', account, now)
    return refusal ? refuse(refusal) : allow({ state: 'ACTIVE' as const, exceptionIds })
  },
  async apply(tx, { state, exceptionIds }, account, { now }) {
    await tx.account.updateMany({
      where: { id: account.id },
      data: { state, activatedAt: now, lastConfirmedOn: now, version: account.version + 1, changedAt: now },
    })
    return {
      result: { type: 'Account', id: account.id },
      audit: [
        {
          action: 'account.activate',
          componentId: account.componentId,
          subjectType: 'Account',
          subjectId: account.id,
          clauses: ['V.B.5', 'V.B.6'],
          reason: null,
          changes: [...changesBetween(['state'], account, { state }), ...exceptionsUsed(exceptionIds)],
        },
      ],
      events: [{ type: 'account.activated', subjectType: 'Account', subjectId: account.id }],
    }
  },
})
