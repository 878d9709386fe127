import { databaseNow } from '@official-accounts/db/actor-store'
import { readTimerFacts } from '@official-accounts/db/facts/timer-facts'
import { timerSteps } from '@official-accounts/domain/account-timer/account-timer-rules'
import { DomainError } from '@official-accounts/domain/errors'
import { asActor, type CommandEnvironment } from '../command-call.ts'
import { runCommand } from '../run-command.ts'
import { advanceTimers } from './advance-timers.ts'

const SYSTEM = { kind: 'SYSTEM', process: 'timers' } as const
const PAGE = 500
const BATCH = 50
/** What begins late may have to be warned of and to end in the same sweep. */
const MOST_ROUNDS = 4

/**
 * Does everything that is due about the timers of all accounts, also what should have been done while nothing ran. Safe
 * to call at any time and from several processes at once: what is due is decided again under the locks.
 *
 * @returns how many accounts something was done about
 * @throws AggregateError when some could not be advanced; the others were
 */
export async function sweepTimers(environment: CommandEnvironment): Promise<number> {
  const failures: unknown[] = []
  const advanced = new Set<string>()
  for (let after: string | null = null; ;) {
    const page = await readPage(environment, after)
    for (let round = 0, ids = page; ids.length > 0 && round < MOST_ROUNDS; round++) {
      ids = await findDue(environment, ids)
      for (const id of ids) advanced.add(id)
      failures.push(...(await advance(environment, ids)))
    }
    after = page.at(-1) ?? null
    if (page.length < PAGE) break
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some timers could not be advanced.')
  return advanced.size
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
): Promise<readonly string[]> {
  return asActor(SYSTEM, async () => {
    const now = at?.() ?? (await databaseNow(client))
    const { accounts, policy } = await readTimerFacts(client, accountIds)
    return accounts.filter((account) => timerSteps(account, policy, now).length > 0).map(({ id }) => id)
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
