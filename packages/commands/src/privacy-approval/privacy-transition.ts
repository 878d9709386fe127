import { privacyFactsSelect, toPrivacyFacts } from '@official-accounts/db/facts/privacy-approval-facts'
import type { DecisionKind } from '@official-accounts/db/generated/client/enums'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, notFound, type Refusal } from '@official-accounts/domain/errors'
import type { EventKind } from '@official-accounts/domain/notification/notices'
import type {
  PrivacyApprovalFacts,
  PrivacyApprovalState,
} from '@official-accounts/domain/privacy-approval/privacy-approval'
import {
  PRIVACY_PERMISSIONS,
  type PrivacyAction,
} from '@official-accounts/domain/privacy-approval/privacy-approval-machine'
import {
  checkPrivacyAction,
  privacyPlace,
} from '@official-accounts/domain/privacy-approval/privacy-approval-rules'
import type { ZodType } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand, type Command } from '../command.ts'

interface TransitionInput {
  readonly privacyApprovalId: string
  readonly reason: string
}

/** Where an input leads, which kind of decision it is, what it tells, and what else it writes. */
export interface PrivacyMove {
  readonly to: PrivacyApprovalState
  readonly kind: DecisionKind
  readonly event: EventKind
  readonly fields?: { readonly conditions?: string | null; readonly expiresOn?: Date | null }
}

type Written = PrivacyMove & { readonly reason: string }

/** A command that answers a question to the Chief Privacy Officer or takes it back, with its reason (IV.C.2). */
export function privacyTransition<Input extends TransitionInput>(
  action: PrivacyAction,
  input: ZodType<Input>,
  moveOf: (input: Input, approval: PrivacyApprovalFacts) => PrivacyMove,
  check: (input: Input, now: Date) => Refusal | null = () => null,
): Command<Input, PrivacyApprovalFacts, Written> {
  return defineCommand<Input, PrivacyApprovalFacts, Written>({
    name: action,
    permission: PRIVACY_PERMISSIONS[action],
    subjectType: 'PrivacyApproval',
    input,
    subjectId: ({ privacyApprovalId }) => privacyApprovalId,
    lock: (tx, { privacyApprovalId }) => lockApproval(tx, privacyApprovalId),
    place: (approval) => privacyPlace(approval),
    version: ({ version }) => version,
    decide(actor, now, request, approval) {
      const refusal = checkPrivacyAction(actor, action, approval) ?? check(request, now)
      return refusal ? refuse(refusal) : allow({ ...moveOf(request, approval), reason: request.reason })
    },
    async apply(tx, { to, kind, event, fields = {}, reason }, approval, context) {
      const { now, role, delegationId } = context
      const { id, componentId, version } = approval
      await tx.privacyApproval.updateMany({
        where: { id },
        data: { state: to, ...fields, version: version + 1, changedAt: now },
      })
      await tx.decision.create({
        data: {
          id: newId(now.getTime()),
          kind,
          privacyApprovalId: id,
          decidedById: decider(context),
          role,
          delegationId,
          clauses: ['IV.C.2'],
          reason,
          decidedAt: now,
        },
        select: { id: true },
      })
      return {
        result: { type: 'PrivacyApproval', id },
        audit: [
          {
            action: PRIVACY_PERMISSIONS[action],
            componentId,
            subjectType: 'PrivacyApproval',
            subjectId: id,
            clauses: ['IV.C.2'],
            reason,
            changes: changesBetween(
              ['state', 'expiresOn', 'conditions'],
              { ...approval, conditions: null },
              { ...approval, conditions: null, ...fields, state: to },
            ),
          },
        ],
        events: [{ type: event, subjectType: 'PrivacyApproval', subjectId: id }],
      }
    },
  })
}

async function lockApproval(tx: Tx, id: string): Promise<PrivacyApprovalFacts> {
  await tx.$queryRaw`SELECT id FROM privacy_approval WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.privacyApproval.findFirst({ where: { id }, select: privacyFactsSelect })
  if (row === null) throw new DomainError(notFound('privacy approval'))
  return toPrivacyFacts(row)
}
