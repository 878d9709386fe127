import { judgeAccountAction } from '@official-accounts/domain/account/available-actions'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { accountPlace, activePrimary } from '@official-accounts/domain/account/account'
import { readContactPerson } from '@official-accounts/db/facts/training-facts'
import { ruleOnContactTraining } from '@official-accounts/domain/training/training-rules'
import { allow, refuse } from '@official-accounts/domain/decision'
import { policyRefusal } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { settleTimers } from '../account-timer/settle-timers.ts'
import { defineCommand } from '../command.ts'
import { exceptionsUsed } from './account-transition.ts'
import { startContact } from './contact-store.ts'
import { lockAccount } from './lock-account.ts'

const input = z.object({
  accountId: z.uuid(),
  /** Who answers for it from now on; the claimant when not given. */
  personId: z.uuid().nullish(),
})

/** An office claims an imported account as its own and says who answers for it (V.B.5). */
export const claimAccount = defineCommand({
  name: 'claimAccount',
  permission: 'account.claim',
  subjectType: 'Account',
  input,
  subjectId: ({ accountId }) => accountId,
  async lock(tx, { accountId, personId }) {
    const account = await lockAccount(tx, accountId)
    return { ...account, person: personId ? await readContactPerson(tx, personId) : null }
  },
  place: (account) => accountPlace(account),
  version: (account) => account.version,
  decide(actor, now, { personId }, account) {
    const { refusal, exceptionIds } = judgeAccountAction(actor, 'claimAccount', account, now)
    if (refusal) return refuse(refusal)
    if (personId && account.person?.state !== 'ACTIVE') {
      return refuse(policyRefusal('The person who is to answer for the account is not active here.', 'V.B.5'))
    }
    const responsible = personId ?? personIdOf(actor)
    if (responsible === null) return refuse(policyRefusal('Say who answers for the account.', 'V.B.5'))
    const completions = account.person?.completions ?? account.conduct.completions
    const training = ruleOnContactTraining(account, completions, now)
    if (training.refusal) return refuse(training.refusal)
    return allow({ personId: responsible, exceptionIds: [...exceptionIds, ...training.exceptionIds] })
  },
  async apply(tx, { personId, exceptionIds }, account, { now }) {
    const primary = activePrimary(account, now)
    if (primary?.personId !== personId) {
      await startContact(
        tx,
        { accountId: account.id, personId, role: 'PRIMARY', endReason: 'Claimed by the office.' },
        now,
      )
    }
    await tx.account.updateMany({
      where: { id: account.id },
      data: { claimedAt: now, lastConfirmedOn: now, version: account.version + 1, changedAt: now },
    })
    const settled = await settleTimers(tx, [account.id], now)
    return {
      result: { type: 'Account', id: account.id },
      audit: [
        {
          action: 'account.claim',
          componentId: account.componentId,
          subjectType: 'Account',
          subjectId: account.id,
          clauses: ['V.B.5', 'V.B.6'],
          reason: null,
          changes: [
            { field: 'primaryContact', before: primary?.personId ?? null, after: personId },
            { field: 'claimedAt', before: null, after: now.toISOString() },
            ...settled.flatMap(({ changes }) => changes),
            ...exceptionsUsed(exceptionIds),
          ],
        },
      ],
      events: [
        { type: 'account.claimed', subjectType: 'Account', subjectId: account.id },
        ...settled.flatMap(({ events }) => events),
      ],
    }
  },
})
