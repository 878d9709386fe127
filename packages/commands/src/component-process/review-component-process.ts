import { readComponentProcess } from '@official-accounts/db/facts/component-process-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { checkComponentProcessAction } from '@official-accounts/domain/component-process/component-process-rules'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'
import { reasonField } from '../exception/exception-transition.ts'

const input = z.object({ processId: z.uuid(), outcome: z.enum(['ALIGNED', 'RETURNED']), reason: reasonField })

/**
 * Public Affairs reviews a process for alignment with the guidance in force: aligned, it is published and stands in
 * the place of the one before; else it goes back with the reason (IV.E.1).
 */
export const reviewComponentProcess = defineCommand({
  name: 'reviewComponentProcess',
  permission: 'componentProcess.review',
  subjectType: 'ComponentProcess',
  input,
  subjectId: ({ processId }) => processId,
  async lock(tx, { processId }) {
    const process = await readComponentProcess(tx, processId)
    if (process === null) throw new DomainError(notFound('process'))
    return process
  },
  place: ({ componentId }) => ({ componentId }),
  version: ({ version }) => version,
  decide(actor, _now, { outcome, reason }, process) {
    const refusal = checkComponentProcessAction(actor, 'reviewComponentProcess', process)
    if (refusal) return refuse(refusal)
    return allow({ state: outcome === 'ALIGNED' ? ('PUBLISHED' as const) : ('RETURNED' as const), reason })
  },
  async apply(tx, { state, reason }, process, context) {
    const { now } = context
    const { id, componentId, version } = process
    if (state === 'PUBLISHED') await supersedeOthers(tx, componentId, id, now)
    await tx.componentProcess.updateMany({
      where: { id },
      data: {
        state,
        ...(state === 'PUBLISHED' ? { reviewedAt: now } : {}),
        version: version + 1,
        changedAt: now,
      },
    })
    await tx.decision.create({
      data: {
        id: newId(now.getTime()),
        kind: state === 'PUBLISHED' ? 'APPROVED' : 'RETURNED',
        componentProcessId: id,
        decidedById: decider(context),
        role: context.role,
        delegationId: context.delegationId,
        clauses: ['IV.E.1'],
        reason,
        decidedAt: now,
      },
      select: { id: true },
    })
    return {
      result: { type: 'ComponentProcess', id },
      audit: [
        {
          action: 'componentProcess.review',
          componentId,
          subjectType: 'ComponentProcess',
          subjectId: id,
          clauses: ['IV.E.1'],
          reason,
          changes: changesBetween(['state', 'reviewedAt'], process, {
            state,
            reviewedAt: state === 'PUBLISHED' ? now : process.reviewedAt,
          }),
        },
      ],
      events: [{ type: 'component-process.reviewed', subjectType: 'ComponentProcess', subjectId: id }],
    }
  },
})

async function supersedeOthers(tx: Tx, componentId: string, id: string, now: Date): Promise<void> {
  await tx.componentProcess.updateMany({
    where: { componentId, state: 'PUBLISHED', id: { not: id } },
    data: { state: 'SUPERSEDED', version: { increment: 1 }, changedAt: now },
  })
}
