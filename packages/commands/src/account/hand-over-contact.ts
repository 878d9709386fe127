import { readContactPerson } from '@official-accounts/db/facts/training-facts'
import { accountPlace } from '@official-accounts/domain/account/account'
import { checkAccountAction } from '@official-accounts/domain/account/available-actions'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, policyRefusal } from '@official-accounts/domain/errors'
import { ruleOnContactTraining } from '@official-accounts/domain/training/training-rules'
import { z } from 'zod'
import { settleTimers } from '../account-timer/settle-timers.ts'
import { defineCommand } from '../command.ts'
import { exceptionsUsed } from './account-transition.ts'
import { startContact } from './contact-store.ts'
import { lockAccount } from './lock-account.ts'

const input = z.object({
  accountId: z.uuid(),
  personId: z.uuid(),
  reason: z.string().trim().min(1, 'Say why.').max(2000, 'At most 2,000 characters.'),
})

/**
 * Control of an account passes to a successor in one step: the former primary contact ends in the instant the next one
 * begins, and is no contact of the account afterwards. A vacancy that runs ends with it (V.B.8, V.B.5).
 */
export const handOverContact = defineCommand({
  name: 'handOverContact',
  permission: 'account.handOverContact',
  subjectType: 'Account',
  input,
  subjectId: ({ accountId }) => accountId,
  async lock(tx, { accountId, personId }) {
    const account = await lockAccount(tx, accountId)
    return { ...account, person: await readContactPerson(tx, personId) }
  },
  place: (account) => accountPlace(account),
  version: (account) => account.version,
  decide(actor, now, { personId, reason }, account) {
    const refusal = checkAccountAction(actor, 'handOverContact', account, now)
    if (refusal) return refuse(refusal)
    if (account.person?.state !== 'ACTIVE') {
      return refuse(policyRefusal('Control passes to a person who is active here.', 'V.B.5', 'V.B.8'))
    }
    const former = account.contacts.find(({ role }) => role === 'PRIMARY')?.personId ?? null
    if (former === personId) return refuse(conflict('This person is the primary contact already.'))
    const { refusal: untrained, exceptionIds } = ruleOnContactTraining(
      account,
      account.person.completions,
      now,
    )
    return untrained ? refuse(untrained) : allow({ personId, reason, former, exceptionIds })
  },
  async apply(tx, { personId, reason, former, exceptionIds }, account, { now }) {
    await startContact(tx, { accountId: account.id, personId, role: 'PRIMARY', endReason: reason }, now)
    const settled = await settleTimers(tx, [account.id], now)
    return {
      result: { type: 'Account', id: account.id },
      audit: [
        {
          action: 'account.handOverContact',
          componentId: account.componentId,
          subjectType: 'Account',
          subjectId: account.id,
          clauses: ['V.B.8', 'V.B.5'],
          reason,
          changes: [
            { field: 'primaryContact', before: former, after: personId },
            ...exceptionsUsed(exceptionIds),
            ...settled.flatMap(({ changes }) => changes),
          ],
        },
      ],
      events: [
        { type: 'account.contact-assigned', subjectType: 'Account', subjectId: account.id },
        ...settled.flatMap(({ events }) => events),
      ],
    }
  },
})
