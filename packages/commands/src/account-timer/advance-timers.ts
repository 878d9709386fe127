import { readTimerFacts } from '@official-accounts/db/facts/timer-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { timerSteps } from '@official-accounts/domain/account-timer/account-timer-rules'
import { allow, refuse } from '@official-accounts/domain/decision'
import { notFound } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { settledEntries, takeSteps } from './settle-timers.ts'

const input = z.object({ accountIds: z.array(z.uuid()).min(1).max(100) })

/**
 * Starts, warns, escalates, suspends and ends what is due of these accounts' timers, under their locks (V.B.5, IV.B.3).
 * Nobody decides here: a suspension follows from the policy, so that the audit and the timer say it and no decision
 * does. Answered as NOT_FOUND, which leaves no trace, where nothing is due any more.
 */
export const advanceTimers = defineCommand({
  name: 'advanceTimers',
  permission: 'timer.advance',
  subjectType: 'AccountTimer',
  input,
  subjectId: () => null,
  async lock(tx: Tx, { accountIds }: z.infer<typeof input>) {
    await tx.$queryRaw`SELECT id FROM account WHERE id = ANY (${accountIds}::uuid[]) ORDER BY id FOR UPDATE`
    // Read after the lock: a contact named meanwhile, or another worker's warning, is in it.
    return readTimerFacts(tx, accountIds)
  },
  place: () => ({ componentId: null }),
  decide(_actor, now, _input, { accounts, policy }) {
    const due = accounts
      .map((account) => ({ account, steps: timerSteps(account, policy, now) }))
      .filter(({ steps }) => steps.length > 0)
    return due.length === 0 ? refuse(notFound('timer to advance')) : allow(due)
  },
  async apply(tx, due, _locked, { now }) {
    const settled = await takeSteps(tx, due, now)
    const [first, ...rest] = settledEntries(settled, 'timer.advance', null)
    if (!first) throw new Error('There was no timer to advance.')
    return {
      result: { type: 'Account', id: first.subjectId },
      audit: [first, ...rest],
      events: settled.flatMap(({ events }) => events),
    }
  },
})
