import { newId } from '@official-accounts/db/uuid'
import { checkAccountAction } from '@official-accounts/domain/account/available-actions'
import { checkAccountRequest } from '@official-accounts/domain/account/request-rules'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { requestDetails } from './account-input.ts'
import { decider } from './account-transition.ts'
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
  place: (account) => account,
  version: (account) => account.version,
  decide(actor, _now, { accountId: _id, reason, ...details }, account) {
    const refusal =
      checkAccountAction(actor, 'resubmitAccountRequest', account) ??
      checkAccountRequest(
        {
          ...details,
          useCategory: account.useCategory,
          purpose: details.purpose ?? '',
          missionArea: details.missionArea ?? '',
          justification: details.justification ?? '',
        },
        account.platform,
      )
    return refusal ? refuse(refusal) : allow({ details, reason: reason ?? null })
  },
  async apply(tx, { details, reason }, account, context) {
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
        clauses: ['V.B.2'],
        reason,
        decidedAt: now,
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
          ],
        },
      ],
      events: [{ type: 'account.resubmitted', subjectType: 'Account', subjectId: account.id }],
    }
  },
})
