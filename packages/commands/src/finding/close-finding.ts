import { allow, refuse } from '@official-accounts/domain/decision'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import { findingPlace } from '@official-accounts/domain/finding/finding'
import { checkFindingAction } from '@official-accounts/domain/finding/finding-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'
import { reasonField } from './finding-input.ts'
import { lockFinding } from './lock-finding.ts'

const input = z.object({ findingId: z.uuid(), reason: reasonField })

/** An office closes a finding that no check closes, with the reason (IV.A.5). */
export const closeFinding = defineCommand({
  name: 'closeFinding',
  permission: 'finding.close',
  subjectType: 'Finding',
  input,
  subjectId: ({ findingId }) => findingId,
  lock: (tx, { findingId }) => lockFinding(tx, findingId),
  place: (finding) => findingPlace(finding),
  version: ({ version }) => version,
  decide(actor, _now, { reason }, finding) {
    const refusal = checkFindingAction(actor, 'closeFinding', finding)
    return refusal ? refuse(refusal) : allow({ reason })
  },
  async apply(tx, { reason }, finding, context) {
    await tx.finding.updateMany({
      where: { id: finding.id },
      data: {
        state: 'CLOSED',
        closedAt: context.now,
        closedById: decider(context),
        closeReason: reason,
        version: finding.version + 1,
      },
    })
    return {
      result: { type: 'Finding', id: finding.id },
      audit: [
        {
          action: 'finding.close',
          componentId: finding.componentId,
          subjectType: 'Finding',
          subjectId: finding.id,
          clauses: isClauseId(finding.clause) ? [finding.clause] : ['IV.A.5'],
          reason,
          changes: [{ field: 'state', before: finding.state, after: 'CLOSED' }],
        },
      ],
      events: [{ type: 'finding.closed', subjectType: 'Finding', subjectId: finding.id }],
    }
  },
})
