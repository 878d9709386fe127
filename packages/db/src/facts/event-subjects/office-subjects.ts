import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { contactsOf, CURRENT_CONTACTS, named, type ReadSubject } from './subject.ts'

/** Platforms, permissions and people, and the directory. */
export const OFFICE_SUBJECTS: Readonly<Record<string, ReadSubject>> = {
  async Platform({ platform }, id) {
    const found = await platform.findFirst({ where: { id }, select: { name: true } })
    return found && { name: found.name, componentId: null, named: [] }
  },
  // The office whose review it is, and nobody else's.
  async PlatformReview({ platformReview }, id) {
    const select = { kind: true, platform: { select: { id: true, name: true } } } as const
    const found = await platformReview.findFirst({ where: { id }, select })
    if (found === null) return null
    const { kind, platform } = found
    return {
      name: platform.name,
      componentId: null,
      named: [],
      holders: { roles: [REVIEW_OFFICES[kind].role], everywhere: false },
      about: { type: 'Platform', id: platform.id },
    }
  },
  async Exception({ exception }, id) {
    const found = await exception.findFirst({
      where: { id },
      select: {
        clauses: true,
        componentId: true,
        requestedById: true,
        account: { select: { componentId: true, ...CURRENT_CONTACTS } },
      },
    })
    if (found === null) return null
    return {
      name: `Exception from ${found.clauses.join(', ')}`,
      componentId: found.componentId ?? found.account?.componentId ?? null,
      named: [...named('REQUESTER', found.requestedById), ...contactsOf(found.account)],
    }
  },
  async PrivacyApproval({ privacyApproval }, id) {
    const found = await privacyApproval.findFirst({
      where: { id },
      select: { componentId: true, requestedById: true, account: { select: CURRENT_CONTACTS } },
    })
    // What it is about may be a person's name: it is not called by it.
    return (
      found && {
        name: 'Personal information',
        componentId: found.componentId,
        named: [...named('REQUESTER', found.requestedById), ...contactsOf(found.account)],
      }
    )
  },
  async AccessGrant({ accessGrant }, id) {
    const select = { kind: true, componentId: true, requestedById: true, personId: true }
    const found = await accessGrant.findFirst({ where: { id }, select })
    return (
      found && {
        name: found.kind === 'MANAGE' ? 'Access to manage an account' : 'Access to look at accounts',
        componentId: found.componentId,
        named: [...named('REQUESTER', found.requestedById), ...named('HOLDER', found.personId)],
      }
    )
  },
  async Delegation({ delegation }, id) {
    const select = { kind: true, componentId: true, delegatorId: true, delegateId: true }
    const found = await delegation.findFirst({ where: { id }, select })
    return (
      found && {
        name: `Delegation: ${found.kind.toLowerCase()}`,
        componentId: found.componentId,
        named: [...named('REQUESTER', found.delegatorId), ...named('HOLDER', found.delegateId)],
      }
    )
  },
  async RoleGrant({ roleGrant }, id) {
    const select = { role: true, componentId: true, personId: true }
    const found = await roleGrant.findFirst({ where: { id }, select })
    return (
      found && {
        name: found.role.toLowerCase().replaceAll('_', ' '),
        componentId: found.componentId,
        named: named('HOLDER', found.personId),
      }
    )
  },
  async Person({ person }, id) {
    const found = await person.findFirst({ where: { id }, select: { componentId: true } })
    return found && { name: 'A person', componentId: found.componentId, named: named('HOLDER', id) }
  },
  async Migration({ migration }, id) {
    const found = await migration.findFirst({
      where: { id },
      select: { fileName: true, submittedById: true },
    })
    return (
      found && { name: found.fileName, componentId: null, named: named('REQUESTER', found.submittedById) }
    )
  },
  async Publication({ publication }, id) {
    const found = await publication.findFirst({ where: { id }, select: { requestedById: true } })
    return (
      found && { name: 'Public directory', componentId: null, named: named('REQUESTER', found.requestedById) }
    )
  },
}
