import type { AccessFacts, AccessGround } from '@official-accounts/domain/access-grant/access-grant'
import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'
import { conductSql, parseConduct, type ConductRow } from './conduct-facts.ts'
import { grantedExceptionsSql, parseGrantedException, type GrantedExceptionRow } from './exception-facts.ts'

import { privacyAnswersSelect } from './privacy-approval-facts.ts'

/** What has to be read of a record of access before anything is decided on it. */
export const accessFactsSelect = {
  id: true,
  kind: true,
  state: true,
  personId: true,
  requestedById: true,
  componentId: true,
  accountId: true,
  account: { select: { platformId: true } },
  monitored: {
    orderBy: [{ profileUrl: 'asc' }, { id: 'asc' }],
    select: { profileUrl: true, holder: true },
  },
  privacyApprovals: privacyAnswersSelect,
  expiresOn: true,
  version: true,
} satisfies Prisma.AccessGrantSelect

/** The row as the domain looks at it. */
export function toAccessFacts({
  account,
  privacyApprovals,
  ...row
}: Prisma.AccessGrantGetPayload<{ select: typeof accessFactsSelect }>): AccessFacts {
  return { ...row, platformId: account?.platformId ?? null, privacyAnswers: privacyApprovals }
}

/** What a decision on access looks at beside the record, read in one statement. */
export async function readAccessGround(
  tx: Tx,
  { componentId, platformId }: Pick<AccessFacts, 'componentId' | 'platformId'>,
): Promise<AccessGround> {
  const component = Prisma.sql`${componentId}::uuid`
  const granted = grantedExceptionsSql(component, Prisma.sql`${platformId}::uuid`)
  const [row] = await sendStatement<{
    readonly conduct: ConductRow
    readonly exceptions: readonly GrantedExceptionRow[]
  }>(tx, Prisma.sql`SELECT ${conductSql(component)} AS conduct, ${granted} AS exceptions`)
  if (row === undefined) throw new Error('A statement without a table has one row.')
  const { guidance } = parseConduct(row.conduct)
  return { guidance, exceptions: row.exceptions.map(parseGrantedException) }
}
