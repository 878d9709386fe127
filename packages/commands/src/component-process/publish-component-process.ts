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
  body: z
    .string()
    .trim()
    .min(1, 'Say how the component publishes.')
    .max(100_000, 'At most 100,000 characters.'),
})

/** Submits a component’s publishing process, or a new version of it, to be published once Public Affairs finds it aligned (IV.E.1). */
export const publishComponentProcess = defineCommand({
  name: 'publishComponentProcess',
  permission: 'componentProcess.publish',
  subjectType: 'ComponentProcess',
  input,
  subjectId: () => null,
  lock: lockVersions,
  place: ({ componentId }) => ({ componentId }),
  decide: (_actor, _now, { title, body }, { componentId, newest, waitingId }) =>
    allow({ process: { componentId, title, body, number: newest + 1 }, waitingId }),
  async apply(tx, { process, waitingId }, _locked, context) {
    const { now } = context
    const id = newId(now.getTime())
    // What waited for a review is overtaken by what follows it.
    if (waitingId !== null) {
      await tx.componentProcess.updateMany({
        where: { id: waitingId },
        data: { state: 'SUPERSEDED', version: { increment: 1 }, changedAt: now },
      })
    }
    await tx.componentProcess.createMany({
      data: [
        {
          ...process,
          id,
          state: 'SUBMITTED',
          submittedById: decider(context),
          submittedAt: now,
          changedAt: now,
        },
      ],
    })
    return {
      result: { type: 'ComponentProcess', id },
      audit: [
        {
          action: 'componentProcess.publish',
          componentId: process.componentId,
          subjectType: 'ComponentProcess',
          subjectId: id,
          clauses: ['IV.E.1'],
          reason: null,
          changes: [
            { field: 'state', before: null, after: 'SUBMITTED' },
            ...changesBetween(['title', 'number'], {}, process),
            ...changesBetween(['supersedes'], {}, { supersedes: waitingId }),
          ],
        },
      ],
      events: [{ type: 'component-process.submitted', subjectType: 'ComponentProcess', subjectId: id }],
    }
  },
})

// Who submits at the same moment waits.
async function lockVersions(tx: Tx, { componentId }: z.infer<typeof input>) {
  const place = `component process ${componentId}`
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${place}, 0))`
  const component = await tx.component.findFirst({
    relationLoadStrategy: 'join',
    where: { id: componentId },
    select: { id: true, publishingProcesses: { select: { id: true, number: true, state: true } } },
  })
  if (component === null) throw new DomainError(invalidInput('componentId', 'There is no such component.'))
  const versions = component.publishingProcesses
  return {
    componentId,
    newest: Math.max(0, ...versions.map(({ number }) => number)),
    waitingId: versions.find(({ state }) => state === 'SUBMITTED')?.id ?? null,
  }
}
