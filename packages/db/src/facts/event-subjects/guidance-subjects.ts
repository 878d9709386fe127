import { named, type ReadSubject } from './subject.ts'

/** Guidance and training, the components' documents, and what the department sets for all. */
export const GUIDANCE_SUBJECTS: Readonly<Record<string, ReadSubject>> = {
  async GuidanceDocument({ guidanceDocument }, id) {
    const newest = { orderBy: { number: 'desc' }, take: 1, select: { roles: true } } as const
    const found = await guidanceDocument.findFirst({
      where: { id },
      select: { title: true, versions: newest },
    })
    return (
      found && {
        name: found.title,
        componentId: null,
        named: [],
        holders: { roles: found.versions.flatMap(({ roles }) => roles), everywhere: true },
      }
    )
  },
  async TrainingCourse({ trainingCourse }, id) {
    const found = await trainingCourse.findFirst({ where: { id }, select: { title: true } })
    return found && { name: found.title, componentId: null, named: [] }
  },
  async TrainingCompletion({ trainingCompletion }, id) {
    const select = { personId: true, course: { select: { title: true } } }
    const found = await trainingCompletion.findFirst({ where: { id }, select })
    return found && { name: found.course.title, componentId: null, named: named('HOLDER', found.personId) }
  },
  async ComponentProcess({ componentProcess }, id) {
    const select = { title: true, componentId: true, submittedById: true }
    const found = await componentProcess.findFirst({ where: { id }, select })
    return found && submitted(found)
  },
  async ComponentPolicy({ componentPolicy }, id) {
    const select = { title: true, componentId: true, submittedById: true }
    const found = await componentPolicy.findFirst({ where: { id }, select })
    return found && submitted(found)
  },
  async SecurityPolicy({ securityPolicy }, id) {
    const found = await securityPolicy.findFirst({ where: { id }, select: { title: true } })
    return found && { name: found.title, componentId: null, named: [] }
  },
  async LawChecklist({ lawChecklist }, id) {
    const found = await lawChecklist.findFirst({ where: { id }, select: { version: true } })
    return (
      found && {
        name: `Checklist of law and policy, version ${found.version}`,
        componentId: null,
        named: [],
      }
    )
  },
  async RequestForm({ requestForm }, id) {
    const found = await requestForm.findFirst({ where: { id }, select: { version: true } })
    return found && { name: `Request form, version ${found.version}`, componentId: null, named: [] }
  },
}

function submitted({
  title,
  componentId,
  submittedById,
}: {
  readonly title: string
  readonly componentId: string
  readonly submittedById: string | null
}) {
  return { name: title, componentId, named: named('REQUESTER', submittedById) }
}
