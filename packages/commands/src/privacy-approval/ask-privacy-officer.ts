import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import type { Permission } from '@official-accounts/domain/access/permissions'
import type { AskedValues } from '@official-accounts/domain/privacy-approval/privacy-approval-rules'
import { decider } from '../account/account-transition.ts'
import type { Applied, DecisionContext } from '../command.ts'

/** A question to the Chief Privacy Officer as it is put on record. */
export interface PrivacyQuestion extends AskedValues {
  readonly accountId: string | null
  readonly accessGrantId: string | null
  readonly componentId: string | null
  readonly information: string
  readonly whose: string
  readonly need: string
  readonly expiresOn: Date | null
}

const KEPT = [
  'accountId',
  'accessGrantId',
  'handle',
  'title',
  'purpose',
  'profileUrls',
  'information',
  'whose',
  'expiresOn',
] as const

/** Puts a question on record, and says so in the audit and to the Chief Privacy Officer (IV.C.2). */
export async function askPrivacyOfficer(
  tx: Tx,
  question: PrivacyQuestion,
  action: Permission,
  context: DecisionContext,
): Promise<Applied> {
  const { now } = context
  const id = newId(now.getTime())
  const requestedById = decider(context)
  await tx.privacyApproval.createMany({
    data: [
      {
        ...question,
        profileUrls: [...question.profileUrls],
        id,
        state: 'REQUESTED',
        requestedById,
        requestedAt: now,
        changedAt: now,
      },
    ],
  })
  return {
    result: { type: 'PrivacyApproval', id },
    audit: [
      {
        action,
        componentId: question.componentId,
        subjectType: 'PrivacyApproval',
        subjectId: id,
        clauses: ['IV.C.2'],
        reason: question.need,
        changes: [
          { field: 'state', before: null, after: 'REQUESTED' },
          ...changesBetween(KEPT, {}, question).filter(
            ({ after }) => !(Array.isArray(after) && after.length === 0),
          ),
        ],
      },
    ],
    events: [{ type: 'privacyApproval.requested', subjectType: 'PrivacyApproval', subjectId: id }],
  }
}
