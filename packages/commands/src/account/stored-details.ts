import type { Tx } from '@official-accounts/db/transaction'

/** What is stored about an account and may be changed, for the audit's before and after. */
export async function storedDetails(tx: Tx, accountId: string): Promise<Record<string, unknown>> {
  return tx.account.findFirstOrThrow({
    where: { id: accountId },
    select: {
      title: true,
      purpose: true,
      missionArea: true,
      audience: true,
      justification: true,
      language: true,
      topics: true,
      loginModel: true,
      administrators: true,
      officialOutletUrl: true,
      commentPolicyUrl: true,
      privacyNoticeUrl: true,
      recordsCaptureMethod: true,
      observedStatus: true,
      handle: true,
      canonicalKey: true,
      profileUrl: true,
      externalId: true,
    },
  })
}
