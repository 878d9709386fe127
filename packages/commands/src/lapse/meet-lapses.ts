import { databaseNow } from '@official-accounts/db/actor-store'
import { readDueLapses, readNextLapse } from '@official-accounts/db/facts/lapse-facts'
import { DomainError } from '@official-accounts/domain/errors'
import { asActor, type CommandEnvironment } from '../command-call.ts'
import type { Command } from '../command.ts'
import { endDelegations } from '../delegation/end-delegations.ts'
import { followExceptions } from '../exception/follow-exceptions.ts'
import { endRoles } from '../organization/end-roles.ts'
import { endPrivacyApprovals } from '../privacy-approval/end-privacy-approvals.ts'
import { runCommand } from '../run-command.ts'
import { noteLapsedTraining } from '../training/note-lapsed-training.ts'

const SYSTEM = { kind: 'SYSTEM', process: 'lapses' } as const
const AT_ONCE = 50

/** How many records of each kind something followed from. */
export interface MetLapses {
  readonly roles: number
  readonly delegations: number
  readonly exceptions: number
  readonly people: number
  readonly privacyApprovals: number
}

/**
 * Does what follows from every date that has come: of roles, delegations, exceptions, approvals and training. Safe to call at any
 * time and from several processes at once: what is due is decided again under the locks, and done once.
 */
export async function meetLapses(environment: CommandEnvironment): Promise<MetLapses> {
  const { client, at } = environment
  const due = await asActor(SYSTEM, async () => readDueLapses(client, at?.() ?? (await databaseNow(client))))
  return {
    roles: await meet(environment, endRoles, due.roles),
    delegations: await meet(environment, endDelegations, due.delegations),
    exceptions: await meet(environment, followExceptions, due.exceptions),
    people: await meet(environment, noteLapsedTraining, due.people),
    privacyApprovals: await meet(environment, endPrivacyApprovals, due.privacyApprovals),
  }
}

/** When the next date comes from which something follows; in the past for what is overdue, null for none. */
export function nextLapse({ client }: CommandEnvironment): Promise<Date | null> {
  return asActor(SYSTEM, () => readNextLapse(client))
}

// In batches; what another run was faster with is passed over.
async function meet<Locked, Outcome>(
  environment: CommandEnvironment,
  command: Command<{ ids: string[] }, Locked, Outcome>,
  due: readonly string[],
): Promise<number> {
  let met = 0
  for (let from = 0; from < due.length; from += AT_ONCE) {
    const ids = due.slice(from, from + AT_ONCE)
    try {
      await runCommand(environment, command, { actor: SYSTEM, requestId: null }, { ids })
      met += ids.length
    } catch (error) {
      if (!(error instanceof DomainError && error.refusal.code === 'NOT_FOUND')) throw error
    }
  }
  return met
}
