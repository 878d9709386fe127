import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import type { CertificationDecisionKind } from '@official-accounts/db/generated/client/enums'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { CERTIFICATION_PART_PERMISSIONS } from '@official-accounts/domain/certification/certification-rules'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import type {
  AnswerFacts,
  CertificationPartState,
  PartFacts,
} from '@official-accounts/domain/certification/certification'
import type { EventKind } from '@official-accounts/domain/notification/notices'
import { decider, exceptionsUsed } from '../account/account-transition.ts'
import type { Applied, DecisionContext } from '../command.ts'

const MOVES = {
  certifyComponent: { to: 'CERTIFIED', kind: 'CERTIFIED', event: 'certification.certified' },
  returnCertification: { to: 'RETURNED', kind: 'RETURNED', event: 'certification.returned' },
  returnCertificationAnswer: { to: 'RETURNED', kind: 'ANSWER_RETURNED', event: 'certification.returned' },
} as const satisfies Record<
  string,
  { to: CertificationPartState; kind: CertificationDecisionKind; event: EventKind }
>

/** An act that certifies a part or sends it back. */
export interface PartMove {
  readonly action: keyof typeof MOVES
  readonly reason: string | null
  readonly exceptionIds: readonly string[]
  /** The answer that comes back, where it is one alone. */
  readonly answer?: AnswerFacts
}

/** Moves a component's part on and records who decided so, in which role and why. */
export async function movePart(
  tx: Tx,
  part: PartFacts,
  { action, reason, exceptionIds, answer }: PartMove,
  context: DecisionContext,
): Promise<Applied> {
  const { to, kind, event } = MOVES[action]
  const { now } = context
  await tx.certificationPart.updateMany({
    where: { id: part.id },
    data: {
      state: to,
      certifiedAt: to === 'CERTIFIED' ? now : null,
      returnReason: reason,
      version: part.version + 1,
      changedAt: now,
    },
  })
  await tx.certificationDecision.createMany({
    data: [
      {
        id: newId(now.getTime()),
        partId: part.id,
        kind,
        decidedById: decider(context),
        role: context.role,
        delegationId: context.delegationId,
        usedExceptionIds: [...exceptionIds],
        reason,
        decidedAt: now,
      },
    ],
  })
  const entry = (subject: Pick<AuditEntry, 'subjectType' | 'subjectId' | 'changes'>): AuditEntry => ({
    action: CERTIFICATION_PART_PERMISSIONS[action],
    componentId: part.componentId,
    clauses: ['IV.E.3'],
    reason,
    ...subject,
  })
  const changes = [
    ...changesBetween(['state'], part, { state: to }),
    ...(answer === undefined ? [] : [{ field: 'account', before: null, after: answer.accountId }]),
    ...exceptionsUsed(exceptionIds),
  ]
  return {
    result: { type: 'CertificationPart', id: part.id },
    audit: [
      entry({ subjectType: 'CertificationPart', subjectId: part.id, changes }),
      ...(answer === undefined
        ? []
        : [
            entry({
              subjectType: 'CertificationAnswer',
              subjectId: answer.id,
              changes: [{ field: 'state', before: answer.state, after: 'RETURNED' }],
            }),
          ]),
    ],
    events: [{ type: event, subjectType: 'CertificationPart', subjectId: part.id }],
  }
}
