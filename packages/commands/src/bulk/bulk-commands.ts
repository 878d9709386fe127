import type { ContactPerson } from '@official-accounts/db/facts/training-facts'
import type { Actor } from '@official-accounts/domain/access/actor'
import { mayEver } from '@official-accounts/domain/access/authorize'
import type { BulkAction } from '@official-accounts/domain/bulk/bulk-actions'
import type { RecordReference, Refusal } from '@official-accounts/domain/errors'
import { activateAccount } from '../account/activate-account.ts'
import { approveAccount } from '../account/approve-account.ts'
import { assignAlternateContact, assignPrimaryContact } from '../account/assign-contact.ts'
import { claimAccount } from '../account/claim-account.ts'
import { denyAccount } from '../account/deny-account.ts'
import { endContact } from '../account/end-contact.ts'
import { endorseAccount } from '../account/endorse-account.ts'
import type { LockedAccount } from '../account/lock-account.ts'
import { permitAccount } from '../account/permit-account.ts'
import { reinstateAccount } from '../account/reinstate-account.ts'
import { requestRetirement } from '../account/request-retirement.ts'
import { returnAccountRequest } from '../account/return-account-request.ts'
import { suspendAccount } from '../account/suspend-account.ts'
import { withdrawAccountRequest } from '../account/withdraw-account-request.ts'
import type { Command } from '../command.ts'
import type { CommandCall, CommandEnvironment } from '../command-call.ts'
import { doorRefusal, judgeCommand, type Judge } from '../judge-command.ts'
import { parseInput } from '../parse-input.ts'
import { runCommand } from '../run-command.ts'

/** An account as a dry run holds it: what its lock would read, and the person the action names. */
export interface BulkFacts extends LockedAccount {
  readonly person: ContactPerson | null
}

/** One account's part of a bulk action: the common input with its id. */
export type BulkRowInput = Readonly<Record<string, unknown>> & { readonly accountId: string }

/** A command as bulk actions use it: judged on facts in hand, or run. */
export interface BulkCommand {
  /** What the command would answer now; null when it would change the account. Throws INVALID_INPUT. */
  judge(actor: Actor, now: Date, input: BulkRowInput, facts: BulkFacts): Refusal | null
  run(environment: CommandEnvironment, call: CommandCall, input: BulkRowInput): Promise<RecordReference>
}

/** The command behind each bulk action. */
export const BULK_COMMANDS: Readonly<Record<BulkAction, BulkCommand>> = {
  claimAccount: inBulk(claimAccount),
  endorseAccount: inBulk(endorseAccount),
  permitAccount: inBulk(permitAccount),
  approveAccount: inBulk(approveAccount),
  denyAccount: inBulk(denyAccount),
  returnAccountRequest: inBulk(returnAccountRequest),
  withdrawAccountRequest: inBulk(withdrawAccountRequest),
  activateAccount: inBulk(activateAccount),
  assignPrimaryContact: inBulk(assignPrimaryContact),
  assignAlternateContact: inBulk(assignAlternateContact),
  endContact: inBulk(endContact),
  suspendAccount: inBulk(suspendAccount),
  reinstateAccount: inBulk(reinstateAccount),
  requestRetirement: inBulk(requestRetirement),
}

// A command whose decision looks at more than a dry run holds does not compile here.
function inBulk<Input, Locked, Outcome>(
  command: Command<Input, Locked, Outcome> & Judge<Input, BulkFacts, Outcome>,
): BulkCommand {
  return {
    judge(actor, now, input, facts) {
      if (!mayEver(actor, command.permission)) return doorRefusal(command, actor)
      const call = { actor, now, input: parseInput(command.input, input), expectedVersion: null }
      const decision = judgeCommand<Input, BulkFacts, Outcome>(command, call, facts)
      return decision.allowed ? null : decision.refusal
    },
    run: (environment, call, input) => runCommand<Input, Locked, Outcome>(environment, command, call, input),
  }
}
