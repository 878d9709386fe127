import type { Role } from '@official-accounts/domain/access/roles'
import type { Concerned } from '@official-accounts/domain/notification/notification'
import type { Tx } from '../../transaction.ts'

/** The record an event happened to: what it is called, whose it is, and whom it names itself. */
export interface EventSubject {
  /** What anybody who may see the record may know it by; never a person's name. */
  readonly name: string
  readonly componentId: string | null
  readonly named: readonly Concerned[]
  /** The roles whose holders it names: for its component or the department, or everywhere. They count as HOLDER. */
  readonly holders?: { readonly roles: readonly Role[]; readonly everywhere: boolean }
  /** The record to look at instead, where it has no page of its own. */
  readonly about?: { readonly type: string; readonly id: string }
}

/** Reads the record of an event; null where it is gone, or nobody is told of this one. */
export type ReadSubject = (tx: Tx, id: string) => Promise<EventSubject | null>

/** The people an account names, for a select. */
export const CURRENT_CONTACTS = {
  contacts: { where: { endedAt: null }, select: { personId: true }, orderBy: { id: 'asc' } },
} as const

/** Somebody whom a record names; nobody where it names none. */
export function named(as: Concerned['as'], personId: string | null): readonly Concerned[] {
  return personId === null ? [] : [{ personId, as }]
}

/** The contacts of an account that a record is about; nobody where it is about none. */
export function contactsOf(
  account: { readonly contacts: readonly { readonly personId: string }[] } | null,
): readonly Concerned[] {
  return account === null ? [] : account.contacts.flatMap(({ personId }) => named('CONTACT', personId))
}
