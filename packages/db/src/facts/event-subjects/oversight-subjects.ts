import { contactsOf, CURRENT_CONTACTS, named, type ReadSubject } from './subject.ts'

/** Incidents, findings and corrective actions, and certifications. */
export const OVERSIGHT_SUBJECTS: Readonly<Record<string, ReadSubject>> = {
  async Incident({ incident }, id) {
    const account = { select: { title: true, ...CURRENT_CONTACTS } }
    const select = { kind: true, componentId: true, reportedById: true, account }
    const found = await incident.findFirst({ where: { id }, select })
    if (found === null) return null
    const title = found.account?.title ?? null
    const impostor = title === null ? 'An impostor' : `An impostor of ${title}`
    return {
      name: found.kind === 'COMPROMISE' && title !== null ? title : impostor,
      componentId: found.componentId,
      named: [...named('REQUESTER', found.reportedById), ...contactsOf(found.account)],
    }
  },
  async Finding({ finding }, id) {
    const found = await finding.findFirst({
      relationLoadStrategy: 'join',
      where: { id },
      select: {
        clause: true,
        componentId: true,
        openedById: true,
        account: { select: { title: true, ...CURRENT_CONTACTS } },
        platform: { select: { name: true } },
        component: { select: { code: true } },
      },
    })
    if (found === null) return null
    const what = found.account?.title ?? found.platform?.name ?? found.component.code
    return {
      name: `${found.clause}: ${what}`,
      componentId: found.componentId,
      named: [...named('REQUESTER', found.openedById), ...contactsOf(found.account)],
    }
  },
  async CorrectiveAction({ correctiveAction }, id) {
    const found = await correctiveAction.findFirst({
      where: { id },
      select: {
        componentId: true,
        ownerId: true,
        ownerRole: true,
        assignedById: true,
        finding: { select: { clause: true } },
      },
    })
    return (
      found && {
        name: `Corrective action on ${found.finding.clause}`,
        componentId: found.componentId,
        named: [...named('REQUESTER', found.assignedById), ...named('HOLDER', found.ownerId)],
        holders: { roles: found.ownerRole === null ? [] : [found.ownerRole], everywhere: false },
      }
    )
  },
  async ModerationAction({ moderationAction }, id) {
    const account = { select: { title: true, ...CURRENT_CONTACTS } }
    const select = { componentId: true, recordedById: true, account }
    const found = await moderationAction.findFirst({ relationLoadStrategy: 'join', where: { id }, select })
    return (
      found && {
        name: `Moderation on ${found.account.title}`,
        componentId: found.componentId,
        named: [...named('REQUESTER', found.recordedById), ...contactsOf(found.account)],
      }
    )
  },
  async Component({ component }, id) {
    const found = await component.findFirst({ where: { id }, select: { name: true } })
    return found && { name: found.name, componentId: id, named: [] }
  },
  async Certification({ certification }, id) {
    const found = await certification.findFirst({ where: { id }, select: { name: true, openedById: true } })
    return found && { name: found.name, componentId: null, named: named('REQUESTER', found.openedById) }
  },
  async CertificationPart({ certificationPart }, id) {
    const select = { componentId: true, certification: { select: { name: true } } }
    const found = await certificationPart.findFirst({ where: { id }, select })
    return found && { name: found.certification.name, componentId: found.componentId, named: [] }
  },
}
