import { databaseNow } from '@official-accounts/db/actor-store'
import { appendAudit } from '@official-accounts/db/audit-log'
import { transaction } from '@official-accounts/db/transaction'
import type { ClauseId } from '@official-accounts/domain/directive/clauses'
import type { Refusal, RefusalCode } from '@official-accounts/domain/errors'
import type { Command } from './command.ts'
import { asActor, type CommandCall, type CommandEnvironment, type Seen } from './command-call.ts'

const NO_AUTHORITY = { role: null, delegationId: null }

// A typing error or a record that is not there is no act to be kept.
const KEPT: readonly RefusalCode[] = [
  'FORBIDDEN',
  'STRONGER_SIGN_IN',
  'POLICY_REFUSAL',
  'INVALID_STATE',
  'STALE_VERSION',
  'CONFLICT',
]

/** Records a refusal in a transaction of its own, after the command's has rolled back. */
export async function recordRefusal<Input, Locked, Outcome>(
  environment: CommandEnvironment,
  command: Command<Input, Locked, Outcome>,
  call: CommandCall,
  refusal: Refusal,
  seen: Seen,
): Promise<void> {
  if (!KEPT.includes(refusal.code) || call.actor.kind === 'ANONYMOUS') return
  const clauses: readonly ClauseId[] = 'clauses' in refusal ? refusal.clauses : []
  await asActor(call.actor, () =>
    transaction(environment.client, async (tx) => {
      const entry = {
        action: command.permission,
        componentId: seen.componentId,
        subjectType: command.subjectType,
        subjectId: seen.subjectId ?? 'new',
        clauses,
        reason: `${refusal.code}: ${refusal.message}`,
        changes: [],
      }
      const now = environment.at?.() ?? (await databaseNow(tx))
      const { actor, requestId, groupId = null } = call
      await appendAudit(tx, [entry], {
        actor,
        now,
        outcome: 'REFUSED',
        authorities: [NO_AUTHORITY],
        requestId,
        groupId,
      })
    }),
  )
}
