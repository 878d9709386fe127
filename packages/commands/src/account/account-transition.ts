import { moveAccount, type AccountMoveFields } from '@official-accounts/db/facts/move-account'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { accountPlace, type AccountFacts, type AccountState } from '@official-accounts/domain/account/account'
import { accountMachine, type AccountAction } from '@official-accounts/domain/account/account-machine'
import { ACCOUNT_PERMISSIONS } from '@official-accounts/domain/account/account-permissions'
import { judgeAccountAction } from '@official-accounts/domain/account/available-actions'
import { changesBetween, type AuditChange } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import type { Refusal } from '@official-accounts/domain/errors'
import type { ClauseId } from '@official-accounts/domain/directive/clauses'
import { nextState } from '@official-accounts/domain/state-machine'
import type { EventKind } from '@official-accounts/domain/notification/notices'
import type { DecisionKind } from '@official-accounts/db/generated/client/enums'
import { z, type ZodType } from 'zod'
import { defineCommand, type Command, type DecisionContext } from '../command.ts'
import { lockAccount } from './lock-account.ts'

const REASON = z.string().trim().max(4000, 'At most 4,000 characters.')

/** A decision without a reason to give, and one that has to give it. */
export const decisionInput = z.object({ accountId: z.uuid(), reason: REASON.nullish() })
export const reasonedInput = z.object({
  accountId: z.uuid(),
  reason: REASON.min(1, 'Give the reason in writing.'),
})

type TransitionInput = z.infer<typeof decisionInput>

/** How an action moves an account: what it is called, what it writes beside the state, and what it tells. */
export interface AccountTransition<Input extends TransitionInput = TransitionInput> {
  readonly action: AccountAction
  readonly kind: DecisionKind | ((input: Input) => DecisionKind)
  readonly clauses: readonly ClauseId[]
  readonly input: ZodType<Input>
  readonly event: EventKind
  readonly fields: (context: DecisionContext, input: Input) => AccountMoveFields
  /** What the Directive asks of the input beyond what it asks of the account. */
  readonly check?: (input: Input, account: AccountFacts) => Refusal | null
}

interface Move<Input> {
  readonly to: AccountState
  readonly input: Input
  readonly reason: string | null
  /** The exceptions without which it would have been refused (V.B.12). */
  readonly exceptionIds: readonly string[]
}

/** A command that moves an account to its next state and records the decision with office, role, clause and reason. */
export function accountTransition<Input extends TransitionInput>(
  transition: AccountTransition<Input>,
): Command<Input, AccountFacts, Move<Input>> {
  const { action, kind } = transition
  return defineCommand<Input, AccountFacts, Move<Input>>({
    name: action,
    permission: ACCOUNT_PERMISSIONS[action],
    subjectType: 'Account',
    input: transition.input,
    subjectId: (input) => input.accountId,
    lock: (tx, input) => lockAccount(tx, input.accountId),
    place: (account) => accountPlace(account),
    version: (account) => account.version,
    decide(actor, now, input, account) {
      const { refusal, exceptionIds } = judgeAccountAction(actor, action, account, now)
      const to = nextState(accountMachine, account.state, action)
      if (refusal || to === null) return refuse(refusal ?? unreachable(action))
      const lacking = transition.check?.(input, account) ?? null
      return lacking ? refuse(lacking) : allow({ to, input, reason: input.reason ?? null, exceptionIds })
    },
    async apply(tx, move, account, context) {
      const fields = transition.fields(context, move.input)
      await moveAccount(tx, {
        accountId: account.id,
        state: move.to,
        version: account.version + 1,
        at: context.now,
        fields,
        decision: {
          kind: typeof kind === 'function' ? kind(move.input) : kind,
          decidedById: decider(context),
          role: context.role,
          delegationId: context.delegationId,
          clauses: transition.clauses,
          reason: move.reason,
          usedExceptionIds: move.exceptionIds,
        },
      })
      return {
        result: { type: 'Account', id: account.id },
        audit: [
          {
            action: ACCOUNT_PERMISSIONS[action],
            componentId: account.componentId,
            subjectType: 'Account',
            subjectId: account.id,
            clauses: transition.clauses,
            reason: move.reason,
            changes: [
              ...changesBetween(['state'], account, { state: move.to }),
              ...changesBetween(answersIn(fields), account, fields),
              ...exceptionsUsed(move.exceptionIds),
            ],
          },
        ],
        events: [{ type: transition.event, subjectType: 'Account', subjectId: account.id }],
      }
    },
  })
}

// Which answers of offices a move writes or takes back.
function answersIn(fields: AccountMoveFields) {
  return (['securityAttestation', 'civilRightsAdvice'] as const).filter((name) => fields[name] !== undefined)
}

/** What the audit says of exceptions an act rested on. */
export function exceptionsUsed(exceptionIds: readonly string[]): readonly AuditChange[] {
  return exceptionIds.length === 0 ? [] : [{ field: 'exceptions', before: null, after: exceptionIds }]
}

/** The person a decision is laid to. Decisions are people's; the system makes none. */
export function decider(context: DecisionContext): string {
  const person = personIdOf(context.actor)
  if (person === null) throw new Error('A decision was made by nobody.')
  return person
}

function unreachable(action: string): never {
  throw new Error(`${action} passed its checks without a next state.`)
}
