import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import type { ContactRole } from '@official-accounts/domain/account/account'

interface NewContact {
  readonly accountId: string
  readonly personId: string
  readonly role: ContactRole
  /** Why whoever stood in this place before no longer does. */
  readonly endReason: string
}

/** Starts a contact. A new primary takes over: the former one, and the person's former place, end at the same instant. */
export async function startContact(tx: Tx, contact: NewContact, now: Date): Promise<void> {
  const { accountId, personId, role, endReason } = contact
  await tx.contact.updateMany({
    where: { accountId, endedAt: null, OR: [{ personId }, ...(role === 'PRIMARY' ? [{ role }] : [])] },
    data: { endedAt: now, endReason },
  })
  await tx.contact.createMany({
    data: [{ id: newId(now.getTime()), accountId, personId, role, startedAt: now }],
  })
}
