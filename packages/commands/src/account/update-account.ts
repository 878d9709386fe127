import { accountPlace } from '@official-accounts/domain/account/account'
import { checkAccountAction } from '@official-accounts/domain/account/available-actions'
import { checkOutletAddress } from '@official-accounts/domain/account/request-rules'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { changedTexts, textsToRecord } from '@official-accounts/domain/privacy-approval/personal-names'
import { checkNewNamesCleared } from '@official-accounts/domain/privacy-approval/privacy-gate'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { accountDetails, namesPersonIn } from './account-input.ts'
import { identityPlatforms } from './identify-account.ts'
import { closeOutletFinding } from './outlet-finding.ts'
import { lockAccount } from './lock-account.ts'

const input = z.object({
  accountId: z.uuid(),
  ...accountDetails,
  namesPersonIn,
  observedStatus: z
    .enum(['UNKNOWN', 'REACHABLE', 'GONE'])
    .nullish()
    .transform((value) => value ?? undefined),
})

const KEPT = [...Object.keys(accountDetails), 'namesPersonIn', 'observedStatus']

/**
 * Corrects what is known about an account. Naming an official outlet closes its finding (V.B.6, V.B.10); a new text that
 * names a person has the Chief Privacy Officer’s approval first (IV.C.2).
 */
export const updateAccount = defineCommand({
  name: 'updateAccount',
  permission: 'account.update',
  subjectType: 'Account',
  input,
  subjectId: ({ accountId }) => accountId,
  async lock(tx, { accountId, officialOutletUrl }) {
    const account = await lockAccount(tx, accountId)
    const isKept = [null, account.officialOutletUrl].includes(officialOutletUrl)
    return { ...account, platforms: isKept ? [] : await identityPlatforms(tx) }
  },
  place: (account) => accountPlace(account),
  version: (account) => account.version,
  decide(actor, now, { accountId: _id, ...details }, account) {
    const { names } = account
    const wording = { ...names.wording, title: details.title, purpose: details.purpose }
    const namesPersonIn = textsToRecord(wording, details.namesPersonIn, names)
    const refusal =
      checkAccountAction(actor, 'updateAccount', account, now) ??
      checkOutletAddress(details.officialOutletUrl, account.platforms) ??
      checkNewNamesCleared({ ...names, wording, namesPersonIn }, changedTexts(names.wording, wording), now)
    return refusal ? refuse(refusal) : allow({ ...details, namesPersonIn })
  },
  async apply(tx, details, account, { now }) {
    await tx.account.updateMany({
      where: { id: account.id },
      data: { ...details, version: account.version + 1, changedAt: now },
    })
    const closed = details.officialOutletUrl === null ? [] : await closeOutletFinding(tx, account, now)
    return {
      result: { type: 'Account', id: account.id },
      audit: [
        {
          action: 'account.update',
          componentId: account.componentId,
          subjectType: 'Account',
          subjectId: account.id,
          clauses: ['V.B.6'],
          reason: null,
          changes: changesBetween(
            KEPT,
            { ...account.stored },
            { ...account.stored, ...withoutUnset(details) },
          ),
        },
        ...closed,
      ],
      events: [{ type: 'account.updated', subjectType: 'Account', subjectId: account.id }],
    }
  },
})

function withoutUnset(details: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined))
}
