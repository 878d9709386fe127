import { submitVersion } from '../component-document/submit-version.ts'

/** Submits a component’s policy, or a new version of it, to the Privacy Office (OIG.4). */
export const submitComponentPolicy = submitVersion({
  name: 'submitComponentPolicy',
  permission: 'componentPolicy.submit',
  subjectType: 'ComponentPolicy',
  clause: 'OIG.4',
  event: 'component-policy.submitted',
  emptyBody: 'Say what the policy is.',
  async find(tx, componentId) {
    const component = await tx.component.findFirst({
      relationLoadStrategy: 'join',
      where: { id: componentId },
      select: { policies: { select: { id: true, number: true, state: true } } },
    })
    return component?.policies ?? null
  },
  supersede: (tx, id, now) =>
    tx.componentPolicy.updateMany({
      where: { id },
      data: { state: 'SUPERSEDED', version: { increment: 1 }, changedAt: now },
    }),
  create: (tx, version) => tx.componentPolicy.createMany({ data: [version] }),
})
