import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import type { ModerationStepKind } from '@official-accounts/domain/moderation/moderation'
import { decider } from '../account/account-transition.ts'
import type { DecisionContext } from '../command.ts'

/** What was said of an act of moderation. */
interface NewStep {
  readonly actionId: string
  readonly kind: ModerationStepKind
  readonly reason: string
}

/** Keeps what was said of an act, by whom, in which office and by which delegation. */
export async function insertStep(tx: Tx, step: NewStep, context: DecisionContext): Promise<void> {
  const { now, role, delegationId } = context
  await tx.moderationStep.createMany({
    data: [{ ...step, id: newId(now.getTime()), personId: decider(context), role, delegationId, at: now }],
  })
}
