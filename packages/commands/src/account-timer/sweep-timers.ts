import { databaseNow } from '@official-accounts/db/actor-store'
import { readTimerFacts } from '@official-accounts/db/facts/timer-facts'
import type { TimedAccount } from '@official-accounts/domain/account-timer/account-timer'
import { timerSteps } from '@official-accounts/domain/account-timer/account-timer-rules'
import { earliest, nextTimerInstant } from '@official-accounts/domain/account-timer/next-instant'
import { DomainError } from '@official-accounts/domain/errors'
import { asActor, type CommandEnvironment } from '../command-call.ts'
import { runCommand } from '../run-command.ts'
import { advanceTimers } from './advance-timers.ts'

const SYSTEM = { kind: 'SYSTEM', process: 'timers' } as const
const PAGE = 500
const BATCH = 50
/** What begins late may have to be warned of and to end in the same sweep. */
const MOST_ROUNDS = 4

/** What a sweep did, and when the next has something to do though nothing is changed. */
export interface Sweep {
  /** How many accounts something was done about. */
  readonly advanced: number
  readonly next: Date | null
}

/**
 * Does everything that is due about the timers of all accounts, also what should have been done while nothing ran. Safe
 * to call at any time and from several processes at once: what is due is decided again under the locks.
 *
 * @throws AggregateError when some could not be advanced; the others were
 */
export async function sweepTimers(environment: CommandEnvironment): Promise<Sweep> {
  const failures: unknown[] = []
  const advanced = new Set<string>()
  let next: Date | null = null
  for (let after: string | null = null; ;) {
    const page = await readPage(environment, after)
    for (let round = 0, ids = page; ids.length > 0 && round < MOST_ROUNDS; round++) {
      const found = await findDue(environment, ids)
      ids = found.due
      next = earliest([next, found.next])
      for (const id of ids) advanced.add(id)
      failures.push(...(await advance(environment, ids)))
    }
    after = page.at(-1) ?? null
    if (page.length < PAGE) break
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some timers could not be advanced.')
  return { advanced: advanced.size, next }
}

async function readPage({ client }: CommandEnvironment, after: string | null): Promise<readonly string[]> {
  const rows = await asActor(SYSTEM, () =>
    client.account.findMany({
      where: {
        OR: [{ state: 'ACTIVE' }, { timers: { some: { endedAt: null } } }],
        ...(after === null ? {} : { id: { gt: after } }),
      },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: { id: true },
    }),
  )
  return rows.map(({ id }) => id)
}

async function findDue(
  { client, at }: CommandEnvironment,
  accountIds: readonly string[],
): Promise<{ readonly due: readonly string[]; readonly next: Date | null }> {
  return asActor(SYSTEM, async () => {
    const now = at?.() ?? (await databaseNow(client))
    const { accounts, policy } = await readTimerFacts(client, accountIds)
    const isDue = (account: TimedAccount) => timerSteps(account, policy, now).length > 0
    const waiting = accounts.filter((account) => !isDue(account))
    return {
      due: accounts.filter(isDue).map(({ id }) => id),
      next: earliest(waiting.map((account) => nextTimerInstant(account, policy, now))),
    }
  })
}

async function advance(environment: CommandEnvironment, due: readonly string[]): Promise<readonly unknown[]> {
  const failures: unknown[] = []
  for (let from = 0; from < due.length; from += BATCH) {
    const accountIds = due.slice(from, from + BATCH)
    try {
      await runCommand(environment, advanceTimers, { actor: SYSTEM, requestId: null }, { accountIds })
    } catch (error) {
      // Somebody else was faster.
      if (!(error instanceof DomainError && error.refusal.code === 'NOT_FOUND')) failures.push(error)
    }
  }
  return failures
}
