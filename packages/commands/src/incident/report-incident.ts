import { similarAccounts } from '@official-accounts/db/similar-accounts'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { allow, refuse } from '@official-accounts/domain/decision'
import { identify } from '@official-accounts/domain/directory/profile-url'
import { conflict, DomainError, invalidInput, notFound, type Refusal } from '@official-accounts/domain/errors'
import { INCIDENT_KINDS } from '@official-accounts/domain/incident/incident'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { identityPlatforms } from '../account/identify-account.ts'
import { defineCommand } from '../command.ts'

const input = z.object({
  kind: z.enum(INCIDENT_KINDS),
  accountId: z.uuid().nullish(),
  address: z.string().trim().max(2000, 'At most 2,000 characters.').nullish(),
  evidence: z
    .string()
    .trim()
    .min(1, 'Say what was seen, where and when.')
    .max(10_000, 'At most 10,000 characters.'),
  platformReference: z.string().trim().max(200, 'At most 200 characters.').nullish(),
})

type Report = z.infer<typeof input>

/** What a report is about, as far as the reporter sees the registry. */
interface Concerned {
  readonly accountId: string | null
  readonly componentId: string | null
  readonly likeness: string | null
  /** The registered account at the address of the supposed impostor. */
  readonly ownId: string | null
}

interface Reported extends Report {
  readonly concerned: Concerned
}

/** Somebody reports an account that others got hold of, or one that pretends to be official (IV.A.5). */
export const reportIncident = defineCommand<Report, Concerned, Reported>({
  name: 'reportIncident',
  permission: 'incident.report',
  subjectType: 'Incident',
  input,
  subjectId: () => null,
  lock: (tx, report) => (report.kind === 'COMPROMISE' ? readAccount(tx, report) : readImpostor(tx, report)),
  // Whoever sees something says so, whichever component it is: the report is the department's.
  place: () => ({ componentId: null }),
  decide(_actor, _now, report, concerned) {
    const refusal = checkReport(report, concerned)
    return refusal ? refuse(refusal) : allow({ ...report, concerned })
  },
  async apply(tx, { kind, address, evidence, platformReference, concerned }, _locked, context) {
    const { now } = context
    const id = newId(now.getTime())
    const { accountId, componentId, likeness } = concerned
    const row = { id, kind, accountId, componentId, address, likeness, evidence, platformReference }
    await tx.incident.createMany({
      data: [
        {
          ...row,
          state: 'REPORTED',
          reportedById: decider(context),
          reportedAt: now,
          changedAt: now,
        },
      ],
    })
    return {
      result: { type: 'Incident', id },
      audit: [
        {
          action: 'incident.report',
          componentId: null,
          subjectType: 'Incident',
          subjectId: id,
          clauses: ['IV.A.5'],
          reason: evidence,
          changes: [
            { field: 'state', before: null, after: 'REPORTED' },
            { field: 'kind', before: null, after: kind },
            { field: 'account', before: null, after: accountId },
            { field: 'address', before: null, after: address ?? null },
            { field: 'likeness', before: null, after: likeness },
          ],
        },
      ],
      events: [{ type: 'incident.reported', subjectType: 'Incident', subjectId: id }],
    }
  },
})

function checkReport(report: Report, { accountId, ownId }: Concerned): Refusal | null {
  if (report.kind === 'COMPROMISE') {
    return accountId === null ? invalidInput('accountId', 'Name the account.') : null
  }
  if (!report.address) return invalidInput('address', 'Give the impostor’s address.')
  return ownId === null
    ? null
    : conflict('This address is an account registered here, not an impostor.', { type: 'Account', id: ownId })
}

async function readAccount(tx: Tx, { accountId }: Report): Promise<Concerned> {
  const none = { accountId: null, componentId: null, likeness: null, ownId: null }
  if (!accountId) return none
  const account = await tx.account.findFirst({ where: { id: accountId }, select: { componentId: true } })
  if (account === null) throw new DomainError(notFound('account'))
  return { ...none, accountId, componentId: account.componentId }
}

// Without an account named, the one that its name looks like most is the one it imitates.
async function readImpostor(tx: Tx, report: Report): Promise<Concerned> {
  const named = await readAccount(tx, report)
  const found = identify(report.address ?? '', await identityPlatforms(tx))
  if (found.outcome !== 'ACCOUNT') return named
  const { platform, canonicalKey } = found
  const rows = await tx.account.findMany({
    where: { canonicalKey, platform: { slug: platform }, state: { notIn: ['DENIED', 'WITHDRAWN'] } },
    select: { id: true },
    take: 1,
  })
  const similar = await similarAccounts(tx, { platform, key: canonicalKey })
  const like = similar.find(({ id }) => report.accountId == null || id === report.accountId)
  const ownId = rows[0]?.id ?? null
  if (named.accountId !== null || like === undefined)
    return { ...named, likeness: like?.reason ?? null, ownId }
  return { ...(await readAccount(tx, { ...report, accountId: like.id })), likeness: like.reason, ownId }
}
