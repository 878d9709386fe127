import type { Concerned } from '@official-accounts/domain/notification/notification'
import type { Tx } from '../transaction.ts'

/** The record an event happened to: what it is called, whose it is, and whom it names itself. */
export interface EventSubject {
  /** What anybody who may see the record may know it by; never a person's name. */
  readonly name: string
  readonly componentId: string | null
  readonly named: readonly Concerned[]
}

type Read = (tx: Tx, id: string) => Promise<EventSubject | null>

/** The record of an event; null where it is gone, or of a kind of which nobody is told. */
export async function readSubject(tx: Tx, type: string, id: string): Promise<EventSubject | null> {
  const read = Object.hasOwn(SUBJECTS, type) ? SUBJECTS[type] : undefined
  return (await read?.(tx, id)) ?? null
}

const CURRENT_CONTACTS = {
  contacts: { where: { endedAt: null }, select: { personId: true }, orderBy: { id: 'asc' } },
} as const

const SUBJECTS: Readonly<Record<string, Read>> = {
  async Account({ account }, id) {
    const select = { title: true, componentId: true, requestedById: true, ...CURRENT_CONTACTS }
    const found = await account.findFirst({ where: { id }, select })
    return (
      found && {
        name: found.title,
        componentId: found.componentId,
        named: [...named('REQUESTER', found.requestedById), ...contactsOf(found)],
      }
    )
  },
  async Platform({ platform }, id) {
    const found = await platform.findFirst({ where: { id }, select: { name: true } })
    return found && { name: found.name, componentId: null, named: [] }
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
    const contacts = found.account === null ? [] : contactsOf(found.account)
    return {
      name: `Exception from ${found.clauses.join(', ')}`,
      componentId: found.componentId ?? found.account?.componentId ?? null,
      named: [...named('REQUESTER', found.requestedById), ...contacts],
    }
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
    return found && { name: 'A person', componentId: found.componentId, named: [] }
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
  async CertificationPart({ certificationPart }, id) {
    const select = { componentId: true, certification: { select: { name: true } } }
    const found = await certificationPart.findFirst({ where: { id }, select })
    return found && { name: found.certification.name, componentId: found.componentId, named: [] }
  },
  async Publication({ publication }, id) {
    const found = await publication.findFirst({ where: { id }, select: { requestedById: true } })
    return (
      found && { name: 'Public directory', componentId: null, named: named('REQUESTER', found.requestedById) }
    )
  },
}

function named(as: Concerned['as'], personId: string | null): readonly Concerned[] {
  return personId === null ? [] : [{ personId, as }]
}

function contactsOf({ contacts }: { readonly contacts: readonly { readonly personId: string }[] }) {
  return contacts.flatMap(({ personId }) => named('CONTACT', personId))
}
