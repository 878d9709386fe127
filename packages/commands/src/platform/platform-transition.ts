import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { DecisionKind } from '@official-accounts/db/generated/client/enums'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import type { ClauseId } from '@official-accounts/domain/directive/clauses'
import { invalidInput } from '@official-accounts/domain/errors'
import {
  REVIEW_KINDS,
  type PlatformFacts,
  type PlatformState,
  type ReviewKind,
} from '@official-accounts/domain/platform/platform'
import {
  PLATFORM_PERMISSIONS,
  platformMachine,
  type PlatformAction,
} from '@official-accounts/domain/platform/platform-machine'
import { checkPlatformAction } from '@official-accounts/domain/platform/platform-rules'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { nextState } from '@official-accounts/domain/state-machine'
import type { EventKind } from '@official-accounts/domain/notification/notices'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand, type Command, type DecisionContext } from '../command.ts'
import { flagAccounts } from './flag-accounts.ts'
import { lockPlatform } from './lock-platform.ts'

const REASON = z.string().trim().max(4000, 'At most 4,000 characters.')

export const platformDecisionInput = z.object({ platformId: z.uuid(), reason: REASON.nullish() })
export const reasonedPlatformInput = z.object({
  platformId: z.uuid(),
  reason: REASON.min(1, 'Give the reason in writing.'),
})

/** An approval, which may go over advice by naming it, with the reason in writing (IV.A.2). */
export const approvalInput = platformDecisionInput.extend({
  overriddenReviews: z.array(z.enum(REVIEW_KINDS)).max(REVIEW_KINDS.length).nullish(),
})

/** How an action moves a platform, and whether the accounts on it then wait for a review. */
export interface PlatformTransition<Input extends z.infer<typeof platformDecisionInput>> {
  readonly action: PlatformAction
  readonly kind: DecisionKind
  readonly clauses: readonly ClauseId[]
  readonly input: z.ZodType<Input>
  readonly event: EventKind
  readonly flagsAccounts: boolean
  readonly fields: (input: Input, context: DecisionContext) => Prisma.PlatformUncheckedUpdateManyInput
  /** The advice it goes over, where it may. */
  readonly overrides?: (input: Input) => readonly ReviewKind[]
}

interface Move<Input> {
  readonly to: PlatformState
  readonly input: Input
  readonly overridden: readonly ReviewKind[]
}

/** A command that moves a platform, and in the same transaction flags every account on it where that is due (IV.A.2). */
export function platformTransition<Input extends z.infer<typeof platformDecisionInput>>(
  transition: PlatformTransition<Input>,
): Command<Input, PlatformFacts, Move<Input>> {
  const { action } = transition
  return defineCommand<Input, PlatformFacts, Move<Input>>({
    name: action,
    permission: PLATFORM_PERMISSIONS[action],
    subjectType: 'Platform',
    input: transition.input,
    subjectId: ({ platformId }) => platformId,
    lock: (tx, { platformId }) => lockPlatform(tx, platformId),
    place: (platform) => ({ componentId: null, platformId: platform.id }),
    version: (platform) => platform.version,
    decide(actor, now, input, platform) {
      const overridden = [...new Set(transition.overrides?.(input) ?? [])]
      const refusal = firstRefusal(
        () => checkPlatformAction(actor, action, platform, { now, overridden }),
        () => checkReason(overridden, input.reason),
      )
      if (refusal) return refuse(refusal)
      const to = nextState(platformMachine, platform.state, action) ?? platform.state
      return allow({ to, input, overridden })
    },
    async apply(tx, { to, input, overridden }, platform, context) {
      await move(tx, transition, { to, input, overridden }, platform, context)
      const flagged = transition.flagsAccounts
        ? await flagAccounts(tx, platform, action, transition.clauses, context.now)
        : []
      const reason = input.reason ?? null
      return {
        result: { type: 'Platform', id: platform.id },
        audit: [
          {
            action: PLATFORM_PERMISSIONS[action],
            componentId: null,
            subjectType: 'Platform',
            subjectId: platform.id,
            clauses: clausesOf(transition.clauses, overridden),
            reason,
            changes: changesBetween(
              ['state', 'overriddenReviews'],
              { ...platform, ...NO_OVERRIDES },
              { state: to, overriddenReviews: overridden },
            ),
          },
          ...flagged,
        ],
        events: [{ type: transition.event, subjectType: 'Platform', subjectId: platform.id }],
      }
    },
  })
}

const NO_OVERRIDES = { overriddenReviews: [] }

function checkReason(overridden: readonly ReviewKind[], reason: string | null | undefined) {
  return overridden.length > 0 && !reason
    ? invalidInput('reason', 'Say in writing why you decide over the advice.')
    : null
}

function clausesOf(clauses: readonly ClauseId[], overridden: readonly ReviewKind[]): readonly ClauseId[] {
  return [...new Set([...clauses, ...overridden.map((kind) => REVIEW_OFFICES[kind].clause)])]
}

async function move<Input extends z.infer<typeof platformDecisionInput>>(
  tx: Tx,
  transition: PlatformTransition<Input>,
  { to, input, overridden }: Move<Input>,
  platform: PlatformFacts,
  context: DecisionContext,
): Promise<void> {
  await tx.platform.updateMany({
    where: { id: platform.id },
    data: {
      ...transition.fields(input, context),
      state: to,
      version: platform.version + 1,
      changedAt: context.now,
    },
  })
  await tx.decision.create({
    data: {
      id: newId(context.now.getTime()),
      kind: transition.kind,
      platformId: platform.id,
      decidedById: decider(context),
      role: context.role,
      delegationId: context.delegationId,
      clauses: [...clausesOf(transition.clauses, overridden)],
      overriddenReviews: [...overridden],
      reason: input.reason ?? null,
      decidedAt: context.now,
    },
    select: { id: true },
  })
}
