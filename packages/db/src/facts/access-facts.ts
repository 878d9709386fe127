import type { AccessFacts } from '@official-accounts/domain/access-grant/access-grant'
import type { Prisma } from '../generated/client/client.ts'

/** What has to be read of a record of access before anything is decided on it. */
export const accessFactsSelect = {
  id: true,
  kind: true,
  state: true,
  personId: true,
  requestedById: true,
  componentId: true,
  accountId: true,
  expiresOn: true,
  version: true,
} satisfies Prisma.AccessGrantSelect

/** The row as the domain looks at it. */
export function toAccessFacts(
  row: Prisma.AccessGrantGetPayload<{ select: typeof accessFactsSelect }>,
): AccessFacts {
  return row
}
