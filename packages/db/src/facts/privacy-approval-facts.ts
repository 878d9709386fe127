import type {
  PrivacyAnswer,
  PrivacyApprovalFacts,
} from '@official-accounts/domain/privacy-approval/privacy-approval'
import { Prisma } from '../generated/client/client.ts'

/** What has to be read of an answer of the Chief Privacy Officer to count it at a gate (IV.C.2). */
const privacyAnswerSelect = {
  state: true,
  handle: true,
  title: true,
  purpose: true,
  profileUrls: true,
  expiresOn: true,
} satisfies Prisma.PrivacyApprovalSelect

/** The one order of the approvals under a record: whoever reads the list uses it. */
export const PRIVACY_APPROVAL_ORDER = [
  { requestedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.PrivacyApprovalOrderByWithRelationInput[]

/** Everything asked of the Chief Privacy Officer about a record, as a gate reads it. */
export const privacyAnswersSelect = {
  orderBy: PRIVACY_APPROVAL_ORDER,
  select: privacyAnswerSelect,
} satisfies Prisma.Account$privacyApprovalsArgs

/** What has to be read of a record before anything is decided on it. */
export const privacyFactsSelect = {
  ...privacyAnswerSelect,
  id: true,
  accountId: true,
  accessGrantId: true,
  componentId: true,
  requestedById: true,
  version: true,
} satisfies Prisma.PrivacyApprovalSelect

/** The row as the domain looks at it. */
export function toPrivacyFacts(
  row: Prisma.PrivacyApprovalGetPayload<{ select: typeof privacyFactsSelect }>,
): PrivacyApprovalFacts {
  return row
}

/** An answer as a statement of our own reads it: JSON knows no dates. */
export type PrivacyAnswerRow = Omit<PrivacyAnswer, 'expiresOn'> & { readonly expiresOn: string | null }

/** The answers under a record, as a JSON list; `which` is a condition on `privacy_approval v`. */
export function privacyAnswersSql(which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT jsonb_agg(jsonb_build_object('state', v.state, 'handle', v.handle,
      'title', v.title, 'purpose', v.purpose, 'profileUrls', v.profile_urls, 'expiresOn', v.expires_on)
      ORDER BY v.requested_at DESC, v.id DESC)
    FROM privacy_approval v WHERE ${which}), '[]')`
}

/** The row of a statement of our own as a gate counts it. */
export function parsePrivacyAnswer(row: PrivacyAnswerRow): PrivacyAnswer {
  return { ...row, expiresOn: row.expiresOn === null ? null : new Date(`${row.expiresOn}T00:00:00Z`) }
}
