import { readFormForAccount, writeResubmission } from '@official-accounts/db/facts/request-form-row'
import { checkAccountAction } from '@official-accounts/domain/account/available-actions'
import { accountPlace } from '@official-accounts/domain/account/account'
import { checkOutletAddress, judgeAccountRequest } from '@official-accounts/domain/account/request-rules'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { isInForce } from '@official-accounts/domain/exception/exception'
import { risksIn } from '@official-accounts/domain/request-form/request-form-rules'
import { answerChanges } from '@official-accounts/domain/request-form/submission-changes'
import { textsToRecord } from '@official-accounts/domain/privacy-approval/personal-names'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { formFields, requestDetails } from './account-input.ts'
import { decider, exceptionsUsed } from './account-transition.ts'
import { checkFormVersion } from './form-version.ts'
import { identityPlatforms } from './identify-account.ts'
import { lockAccount } from './lock-account.ts'

const { profileUrl: _fixed, useCategory: _kept, ...reworked } = requestDetails
const input = z.object({
  accountId: z.uuid(),
  ...reworked,
  ...formFields,
  reason: z.string().trim().max(4000).nullish(),
})

const KEPT = Object.keys(reworked)

/** Sends a reworked request in again; whoever reworked it decides nothing about it (V.B.2). */
export const resubmitAccountRequest = defineCommand({
  name: 'resubmitAccountRequest',
  permission: 'account.resubmitRequest',
  subjectType: 'Account',
  input,
  subjectId: ({ accountId }) => accountId,
  async lock(tx, { accountId, officialOutletUrl }) {
    const account = await lockAccount(tx, accountId)
    const { form, answers } = await readFormForAccount(tx, accountId)
    const platforms = officialOutletUrl === null ? [] : await identityPlatforms(tx)
    return { ...account, form, answersBefore: answers, platforms }
  },
  place: (account) => accountPlace(account),
  version: (account) => account.version,
  decide(actor, now, { accountId: _id, reason, formVersion, answers, ...details }, account) {
    const blocked = checkAccountAction(actor, 'resubmitAccountRequest', account, now)
    const { form, platform, useCategory } = account
    const { refusal, exceptionIds } = judgeAccountRequest(
      { ...details, answers, useCategory },
      platform,
      form,
      account.exceptions.filter((exception) => isInForce(exception, now)),
    )
    const why =
      blocked ??
      refusal ??
      checkOutletAddress(details.officialOutletUrl, account.platforms) ??
      checkFormVersion(formVersion, form.version)
    if (why) return refuse(why)
    const { names } = account
    const wording = { ...names.wording, ...details }
    const namesPersonIn = textsToRecord(wording, details.namesPersonIn, names)
    return allow({
      details: { ...details, namesPersonIn, riskKeys: [...risksIn(form, answers)] },
      answers,
      reason: reason ?? null,
      exceptionIds,
    })
  },
  async apply(tx, { details, answers, reason, exceptionIds }, account, context) {
    const { now } = context
    const changes = changesBetween(KEPT, { ...account.stored }, details)
    await tx.account.updateMany({
      where: { id: account.id },
      data: { ...details, state: 'REQUESTED', version: account.version + 1, changedAt: now },
    })
    await writeResubmission(
      tx,
      {
        accountId: account.id,
        formId: account.form.id,
        answers,
        changes: [...changes, ...answerChanges(account.answersBefore, answers)],
        riskKeys: details.riskKeys,
        submittedById: decider(context),
        at: now,
      },
      { role: context.role, delegationId: context.delegationId, reason, usedExceptionIds: exceptionIds },
    )
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
            ...changes,
            ...changesBetween(['riskKeys'], account, details),
            ...exceptionsUsed(exceptionIds),
          ],
        },
      ],
      events: [{ type: 'account.resubmitted', subjectType: 'Account', subjectId: account.id }],
    }
  },
})
