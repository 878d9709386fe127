import { submitVersion } from '../component-document/submit-version.ts'

/** Submits a component’s publishing process, or a new version of it, to be published once Public Affairs finds it aligned (IV.E.1). */
export const publishComponentProcess = submitVersion({
  name: 'publishComponentProcess',
  permission: 'componentProcess.publish',
  subjectType: 'ComponentProcess',
  clause: 'IV.E.1',
  event: 'component-process.submitted',
  emptyBody: 'Say how the component publishes.',
  async find(tx, componentId) {
    const component = await tx.component.findFirst({
      relationLoadStrategy: 'join',
      where: { id: componentId },
      select: { publishingProcesses: { select: { id: true, number: true, state: true } } },
    })
    return component?.publishingProcesses ?? null
  },
  supersede: (tx, id, now) =>
    tx.componentProcess.updateMany({
      where: { id },
      data: { state: 'SUPERSEDED', version: { increment: 1 }, changedAt: now },
    }),
  create: (tx, version) => tx.componentProcess.createMany({ data: [version] }),
})
