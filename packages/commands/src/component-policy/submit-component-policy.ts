import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow } from '@official-accounts/domain/decision'
import { DomainError, invalidInput } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'

const input = z.object({
  componentId: z.uuid(),
  title: z.string().trim().min(1, 'Give it a title.').max(200, 'At most 200 characters.'),
  body: z.string().trim().min(1, 'Say what the policy is.').max(100_000, 'At most 100,000 characters.'),
})

/** Submits a component’s policy, or a new version of it, to the Privacy Office (OIG.4). */
export const submitComponentPolicy = defineCommand({
  name: 'submitComponentPolicy',
  permission: 'componentPolicy.submit',
  subjectType: 'ComponentPolicy',
  input,
  subjectId: () => null,
  lock: lockVersions,
  place: ({ componentId }) => ({ componentId }),
  decide: (_actor, _now, { title, body }, { componentId, newest, waitingId }) =>
    allow({ policy: { componentId, title, body, number: newest + 1 }, waitingId }),
  async apply(tx, { policy, waitingId }, _locked, context) {
    const { now } = context
    const id = newId(now.getTime())
    // What waited for a review is overtaken by what follows it.
    if (waitingId !== null) {
      await tx.componentPolicy.updateMany({
        where: { id: waitingId },
        data: { state: 'SUPERSEDED', version: { increment: 1 }, changedAt: now },
      })
    }
    await tx.componentPolicy.createMany({
      data: [
        {
          ...policy,
          id,
          state: 'SUBMITTED',
          submittedById: decider(context),
          submittedAt: now,
          changedAt: now,
        },
      ],
    })
    return {
      result: { type: 'ComponentPolicy', id },
      audit: [
        {
          action: 'componentPolicy.submit',
          componentId: policy.componentId,
          subjectType: 'ComponentPolicy',
          subjectId: id,
          clauses: ['OIG.4'],
          reason: null,
          changes: [
            { field: 'state', before: null, after: 'SUBMITTED' },
            ...changesBetween(['title', 'number'], {}, policy),
            ...changesBetween(['supersedes'], {}, { supersedes: waitingId }),
          ],
        },
      ],
      events: [{ type: 'component-policy.submitted', subjectType: 'ComponentPolicy', subjectId: id }],
    }
  },
})

// Who submits at the same moment waits.
async function lockVersions(tx: Tx, { componentId }: z.infer<typeof input>) {
  const place = `component policy ${componentId}`
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${place}, 0))`
  const component = await tx.component.findFirst({
    relationLoadStrategy: 'join',
    where: { id: componentId },
    select: { id: true, policies: { select: { id: true, number: true, state: true } } },
  })
  if (component === null) throw new DomainError(invalidInput('componentId', 'There is no such component.'))
  const versions = component.policies
  return {
    componentId,
    newest: Math.max(0, ...versions.map(({ number }) => number)),
    waitingId: versions.find(({ state }) => state === 'SUBMITTED')?.id ?? null,
  }
}
