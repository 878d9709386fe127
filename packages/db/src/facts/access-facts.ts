import type { AccessFacts, AccessGround } from '@official-accounts/domain/access-grant/access-grant'
import { isLive } from '@official-accounts/domain/account/account'
import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'
import { accountFactsSelect, toAccountPlatform } from './account-facts.ts'
import { conductSql, parseConduct, type ConductRow } from './conduct-facts.ts'
import { grantedExceptionsSql, parseGrantedException, type GrantedExceptionRow } from './exception-facts.ts'
import { privacyAnswersSelect } from './privacy-approval-facts.ts'

const { platform } = accountFactsSelect

/** The one order of the accounts looked at, so that every selection of them is one query. */
export const MONITORED_ORDER = [
  { profileUrl: 'asc' },
  { id: 'asc' },
] satisfies Prisma.MonitoredAccountOrderByWithRelationInput[]

/** What has to be read of a record of access before anything is decided on it. */
export const accessFactsSelect = {
  id: true,
  kind: true,
  state: true,
  personId: true,
  requestedById: true,
  componentId: true,
  accountId: true,
  person: { select: { state: true } },
  account: { select: { state: true, platform } },
  monitored: { orderBy: MONITORED_ORDER, select: { profileUrl: true, holder: true, platform } },
  privacyApprovals: privacyAnswersSelect,
  expiresOn: true,
  heldUntil: true,
  version: true,
} satisfies Prisma.AccessGrantSelect

/** The row as the domain looks at it. */
export function toAccessFacts({
  person,
  account,
  monitored,
  privacyApprovals,
  ...row
}: Prisma.AccessGrantGetPayload<{ select: typeof accessFactsSelect }>): AccessFacts {
  const reached = account === null ? monitored : [account]
  const platforms = new Map(reached.map(({ platform }) => [platform.id, toAccountPlatform(platform)]))
  return {
    ...row,
    monitored: monitored.map(({ profileUrl, holder }) => ({ profileUrl, holder })),
    privacyAnswers: privacyApprovals,
    holderActive: person.state === 'ACTIVE',
    accountLive: account === null ? row.accountId === null : isLive(account.state),
    platforms: [...platforms.values()],
  }
}

/** What a decision on access looks at beside the record, read in one statement. */
export async function readAccessGround(
  tx: Tx,
  { componentId, platforms }: Pick<AccessFacts, 'componentId' | 'platforms'>,
): Promise<AccessGround> {
  const component = Prisma.sql`${componentId}::uuid`
  const reached = Prisma.sql`ANY (${platforms.map(({ id }) => id)}::uuid[])`
  const granted = grantedExceptionsSql(component, reached)
  const [row] = await sendStatement<{
    readonly conduct: ConductRow
    readonly exceptions: readonly GrantedExceptionRow[]
  }>(tx, Prisma.sql`SELECT ${conductSql(component)} AS conduct, ${granted} AS exceptions`)
  if (row === undefined) throw new Error('A statement without a table has one row.')
  const { guidance } = parseConduct(row.conduct)
  return { guidance, exceptions: row.exceptions.map(parseGrantedException) }
}
