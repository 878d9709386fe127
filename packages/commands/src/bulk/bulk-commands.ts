import type { ContactPerson } from '@official-accounts/db/facts/training-facts'
import type { Actor } from '@official-accounts/domain/access/actor'
import type { LockedAnswer } from '@official-accounts/db/facts/certification-facts'
import { authorize, mayEver } from '@official-accounts/domain/access/authorize'
import type { Permission } from '@official-accounts/domain/access/permissions'
import type { BulkAction } from '@official-accounts/domain/bulk/bulk-actions'
import { conflict, DomainError, type RecordReference, type Refusal } from '@official-accounts/domain/errors'
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
import { answerCertification } from '../certification/answer-certification.ts'
import { confirmUnchanged } from '../certification/confirm-unchanged.ts'
import { returnCertificationAnswer } from '../certification/return-certification-answer.ts'
import type { Command } from '../command.ts'
import type { CommandCall, CommandEnvironment } from '../command-call.ts'
import { doorRefusal, judgeCommand, type Judge } from '../judge-command.ts'
import { parseInput } from '../parse-input.ts'
import { runCommand } from '../run-command.ts'

/** An account as a dry run holds it: what its lock would read, and the person the action names. */
export interface BulkFacts extends LockedAccount {
  readonly person: ContactPerson | null
  /** Its answer in the certification that the action names; null where it names none, or none that asks about it. */
  readonly asked: LockedAnswer | null
}

/** One account's part of a bulk action: the common input with its id. */
export type BulkRowInput = Readonly<Record<string, unknown>> & { readonly accountId: string }

/** An account that a run names, with the component's part of the certification that asks about it, if one does. */
export interface BulkRow {
  readonly accountId: string
  readonly componentId: string
  readonly partId: string | null
}

/** A command as bulk actions use it: judged on facts in hand, or run. */
export interface BulkCommand {
  /** What the command would answer now; null when it would change the account. Throws INVALID_INPUT. */
  judge(actor: Actor, now: Date, input: BulkRowInput, facts: BulkFacts): Refusal | null
  run(
    environment: CommandEnvironment,
    call: CommandCall,
    input: BulkRowInput,
    row: BulkRow,
  ): Promise<RecordReference>
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
  confirmUnchanged: answerInBulk(confirmUnchanged),
  answerCertification: answerInBulk(answerCertification),
  returnCertificationAnswer: answerInBulk(returnCertificationAnswer),
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

// Acts on many accounts leave alone what somebody has answered for one: `waitingOnly`.
function answerInBulk<Input, Outcome>(command: Command<Input, LockedAnswer, Outcome>): BulkCommand {
  return {
    judge(actor, now, input, { asked, componentId }) {
      if (!mayEver(actor, command.permission)) return doorRefusal(command, actor)
      const partId = asked?.id ?? NO_PART
      const parsed = parseInput(command.input, { ...input, partId, waitingOnly: true })
      if (asked === null) return notAsked(command, actor, componentId)
      const call = { actor, now, input: parsed, expectedVersion: null }
      const decision = judgeCommand(command, call, asked)
      return decision.allowed ? null : decision.refusal
    },
    run(environment, call, input, { partId, componentId }) {
      if (partId === null) throw new DomainError(notAsked(command, call.actor, componentId))
      return runCommand(environment, command, call, { ...input, partId, waitingOnly: true })
    },
  }
}

const NO_PART = '00000000-0000-0000-0000-000000000000'

function notAsked(command: { readonly permission: Permission }, actor: Actor, componentId: string): Refusal {
  if (!mayEver(actor, command.permission)) return doorRefusal(command, actor)
  const refusal = authorize(actor, command.permission, { componentId })
  return refusal ?? conflict('The certification does not ask about this account.')
}
