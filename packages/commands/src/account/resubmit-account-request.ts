import { newId } from '@official-accounts/db/uuid'
import { checkAccountAction } from '@official-accounts/domain/account/available-actions'
import { accountPlace } from '@official-accounts/domain/account/account'
import { judgeAccountRequest } from '@official-accounts/domain/account/request-rules'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { isInForce } from '@official-accounts/domain/exception/exception'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { requestDetails } from './account-input.ts'
import { decider, exceptionsUsed } from './account-transition.ts'
import { lockAccount } from './lock-account.ts'

const { profileUrl: _fixed, useCategory: _kept, ...reworked } = requestDetails
const input = z.object({ accountId: z.uuid(), ...reworked, reason: z.string().trim().max(4000).nullish() })

const KEPT = Object.keys(reworked)

/** Sends a reworked request in again; whoever reworked it decides nothing about it (V.B.2). */
export const resubmitAccountRequest = defineCommand({
  name: 'resubmitAccountRequest',
  permission: 'account.resubmitRequest',
  subjectType: 'Account',
  input,
  subjectId: ({ accountId }) => accountId,
  lock: (tx, { accountId }) => lockAccount(tx, accountId),
  place: (account) => accountPlace(account),
  version: (account) => account.version,
  decide(actor, now, { accountId: _id, reason, ...details }, account) {
    const blocked = checkAccountAction(actor, 'resubmitAccountRequest', account, now)
    const { refusal, exceptionIds } = judgeAccountRequest(
      {
        ...details,
        useCategory: account.useCategory,
        purpose: details.purpose ?? '',
        missionArea: details.missionArea ?? '',
        justification: details.justification ?? '',
      },
      account.platform,
      account.exceptions.filter((exception) => isInForce(exception, now)),
    )
    const why = blocked ?? refusal
    if (why) return refuse(why)
    return allow({ details, reason: reason ?? null, exceptionIds })
  },
  async apply(tx, { details, reason, exceptionIds }, account, context) {
    const { now } = context
    await tx.account.updateMany({
      where: { id: account.id },
      data: { ...details, state: 'REQUESTED', version: account.version + 1, changedAt: now },
    })
    await tx.decision.create({
      data: {
        id: newId(now.getTime()),
        kind: 'RESUBMITTED',
        accountId: account.id,
        decidedById: decider(context),
        role: context.role,
        delegationId: context.delegationId,
        clauses: ['V.B.2'],
        reason,
        decidedAt: now,
        usedExceptionIds: [...exceptionIds],
      },
      select: { id: true },
    })
    return {
      result: { type: 'Account', id: account.id },
      audit: [
        {
          action: 'account.resubmitRequest',
          componentId: account.componentId,
          subjectType: 'Account',
          subjectId: account.id,
          clauses: ['V.B.2'],
          reason,
          changes: [
            { field: 'state', before: account.state, after: 'REQUESTED' },
            ...changesBetween(KEPT, { ...account.stored }, details),
            ...exceptionsUsed(exceptionIds),
          ],
        },
      ],
      events: [{ type: 'account.resubmitted', subjectType: 'Account', subjectId: account.id }],
    }
  },
})
