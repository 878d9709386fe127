import { newId } from '@official-accounts/db/uuid'
import type { Tx } from '@official-accounts/db/transaction'
import type { AccountFacts, ConfirmationKind } from '@official-accounts/domain/account/account'
import type { AuditChange } from '@official-accounts/domain/audit/audit-entry'
import type { Applied, DecisionContext } from '../command.ts'
import { decider } from './account-transition.ts'

/** What a confirmation says: what was seen on the platform, or where the archive is and its SHA-256. */
export interface Confirmation {
  readonly kind: ConfirmationKind
  readonly observation: string | null
  readonly archiveLocation: string | null
  readonly archiveSha256: string | null
}

/** Records one of the two confirmations; with the second the account is RETIRED (V.B.11). */
export async function confirmRetirement(
  tx: Tx,
  confirmation: Confirmation,
  account: AccountFacts,
  context: DecisionContext,
): Promise<Applied> {
  const { now } = context
  await tx.retirementConfirmation.create({
    data: {
      id: newId(now.getTime()),
      accountId: account.id,
      confirmedById: decider(context),
      confirmedAt: now,
      ...confirmation,
    },
    select: { id: true },
  })
  const retired = account.confirmations.length === 1
  await tx.account.updateMany({
    where: { id: account.id },
    data: {
      ...(retired ? { state: 'RETIRED' as const, retiredAt: now } : {}),
      ...(confirmation.kind === 'DEACTIVATION' ? { observedStatus: 'GONE' as const } : {}),
      version: account.version + 1,
      changedAt: now,
    },
  })
  if (retired) await endContacts(tx, account.id, now)
  const action = confirmation.kind === 'ARCHIVE' ? 'account.confirmArchive' : 'account.confirmDeactivation'
  return {
    result: { type: 'Account', id: account.id },
    audit: [
      {
        action,
        componentId: account.componentId,
        subjectType: 'Account',
        subjectId: account.id,
        clauses: ['V.B.11'],
        reason: confirmation.observation,
        changes: changesOf(confirmation, account, retired),
      },
    ],
    events: [
      {
        type: retired ? 'account.retired' : 'account.retirement-confirmed',
        subjectType: 'Account',
        subjectId: account.id,
      },
    ],
  }
}

async function endContacts(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx.contact.updateMany({
    where: { accountId, endedAt: null },
    data: { endedAt: now, endReason: 'The account is retired.' },
  })
}

function changesOf(
  confirmation: Confirmation,
  account: AccountFacts,
  retired: boolean,
): readonly AuditChange[] {
  const { kind, archiveLocation, archiveSha256 } = confirmation
  return [
    { field: 'confirmation', before: null, after: kind },
    ...(archiveLocation === null ? [] : [{ field: 'archiveLocation', before: null, after: archiveLocation }]),
    ...(archiveSha256 === null ? [] : [{ field: 'archiveSha256', before: null, after: archiveSha256 }]),
    ...(retired ? [{ field: 'state', before: account.state, after: 'RETIRED' }] : []),
  ]
}
