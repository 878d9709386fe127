import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { ACCESS_KINDS, type MonitoredAccount } from '@official-accounts/domain/access-grant/access-grant'
import { accessPlace, checkAccessRequest } from '@official-accounts/domain/access-grant/access-grant-rules'
import { isLive, STATED_USES } from '@official-accounts/domain/account/account'
import { checkUse } from '@official-accounts/domain/account/request-rules'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { identify } from '@official-accounts/domain/directory/profile-url'
import { DomainError, invalidInput, type InputIssue } from '@official-accounts/domain/errors'
import { MONITORED_HOLDERS } from '@official-accounts/domain/privacy-approval/privacy-approval'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { identityPlatforms } from '../account/identify-account.ts'
import { defineCommand } from '../command.ts'
import { nameText } from '../name-text.ts'

const text = (what: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, what)
    .max(most, `At most ${most.toLocaleString('en')} characters.`)

const input = z.object({
  kind: z.enum(ACCESS_KINDS),
  use: z.enum(STATED_USES),
  accountId: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
  monitored: z
    .array(z.object({ profileUrl: z.string().trim().max(2000), holder: z.enum(MONITORED_HOLDERS) }))
    .max(100, 'At most 100 accounts.')
    .nullish(),
  businessNeed: text('Say which mission need it serves.', 4000),
  systemName: nameText(200, 'Say from which department system it is used.'),
  supervisor: nameText(200, 'Name your supervisor’s office.'),
  expiresOn: z.iso.date('A date such as 2027-01-31.'),
})

type Input = z.infer<typeof input>
type Asked = NonNullable<Input['monitored']>[number]
interface NamedPlatform {
  readonly id: string
  readonly slug: string
  readonly state: string
  /** Which of the identities asked about are official accounts of ours there. */
  readonly official: readonly string[]
}

type Listed = MonitoredAccount & { readonly platformId: string }

/** Asks for access by mission need, to manage an official account or to look at others (V.B.4, II.B). */
export const requestAccess = defineCommand({
  name: 'requestAccess',
  permission: 'access.request',
  subjectType: 'AccessGrant',
  input,
  subjectId: () => null,
  async lock(tx: Tx, request: Input) {
    // What is operational is refused whatever it names.
    const blind = checkUse(request.use) !== null
    return {
      account: blind ? null : await readAccount(tx, request.accountId),
      monitored: blind ? [] : await readMonitored(tx, request.monitored ?? []),
    }
  },
  place: ({ account }) => accessPlace({ componentId: null, accountId: account?.id ?? null }),
  decide(actor, now, { monitored: _read, use, expiresOn, ...request }, { account, monitored }) {
    const expiry = new Date(`${expiresOn}T00:00:00Z`)
    const refusal = checkAccessRequest(
      { kind: request.kind, use, monitored, account, expiresOn: expiry },
      now,
    )
    if (refusal) return refuse(refusal)
    if (use === 'OPERATIONAL') throw new Error('Operational use was not refused.')
    const componentId = account?.componentId ?? null
    return allow({ ...request, use, expiresOn: expiry, componentId, personId: personIdOf(actor), monitored })
  },
  async apply(tx, { monitored, personId: _self, ...request }, _locked, context) {
    const { now } = context
    const id = newId(now.getTime())
    const personId = decider(context)
    const componentId = request.componentId ?? (await componentOf(tx, personId))
    const row = { ...request, componentId, id, personId, requestedById: personId }
    await tx.accessGrant.createMany({
      data: [{ ...row, state: 'REQUESTED', requestedAt: now, changedAt: now }],
    })
    await tx.monitoredAccount.createMany({
      data: monitored.map(({ platformId, key, url, holder }) => ({
        id: newId(now.getTime()),
        accessGrantId: id,
        platformId,
        canonicalKey: key,
        profileUrl: url,
        holder,
      })),
    })
    return {
      result: { type: 'AccessGrant', id },
      audit: [
        {
          action: 'access.request',
          componentId,
          subjectType: 'AccessGrant',
          subjectId: id,
          clauses: ['V.B.4'],
          reason: request.businessNeed,
          changes: [
            { field: 'state', before: null, after: 'REQUESTED' },
            ...changesBetween(['kind', 'use', 'accountId', 'systemName', 'expiresOn'], {}, request),
            { field: 'monitored', before: null, after: monitored.map(({ url }) => url) },
            { field: 'individuals', before: null, after: urlsOfIndividuals(monitored) },
          ],
        },
      ],
      events: [{ type: 'access.requested', subjectType: 'AccessGrant', subjectId: id }],
    }
  },
})

function urlsOfIndividuals(monitored: readonly Listed[]): readonly string[] {
  return monitored.filter(({ holder }) => holder === 'INDIVIDUAL').map(({ url }) => url)
}

async function readAccount(tx: Tx, accountId: string | null) {
  if (accountId === null) return null
  const row = await tx.account.findFirst({
    where: { id: accountId },
    select: { id: true, componentId: true, state: true, platform: { select: { state: true } } },
  })
  if (row === null) throw new DomainError(invalidInput('accountId', 'There is no such account.'))
  const { id, componentId, state, platform } = row
  return { id, componentId, live: isLive(state), platformProhibited: platform.state === 'PROHIBITED' }
}

async function componentOf(tx: Tx, personId: string): Promise<string | null> {
  const person = await tx.person.findFirst({ where: { id: personId }, select: { componentId: true } })
  return person?.componentId ?? null
}

async function readMonitored(tx: Tx, asked: readonly Asked[]): Promise<readonly Listed[]> {
  if (asked.length === 0) return []
  const platforms = await identityPlatforms(tx)
  const issues: InputIssue[] = []
  const named = asked.flatMap(({ profileUrl: url, holder }, index) => {
    const found = identify(url, platforms)
    if (found.outcome === 'ACCOUNT')
      return [{ url: found.canonicalUrl, slug: found.platform, key: found.canonicalKey, holder }]
    if (found.outcome === 'PROHIBITED_PLATFORM') return [{ url, slug: found.platform, key: '', holder }]
    issues.push({
      path: `monitored.${index}`,
      message: 'There is no account of a known platform in this address.',
    })
    return []
  })
  if (issues.length > 0) {
    const message = issues.map((issue) => `${issue.path}: ${issue.message}`).join('; ')
    throw new DomainError({ code: 'INVALID_INPUT', message, issues })
  }
  // Two spellings of one address are one account.
  const once = new Map(named.map((account) => [`${account.slug} ${account.key}`, account]))
  return withOfficial(tx, [...once.values()])
}

async function withOfficial(
  tx: Tx,
  named: readonly (Pick<Listed, 'url' | 'key' | 'holder'> & { readonly slug: string })[],
): Promise<readonly Listed[]> {
  const slugs = named.map(({ slug }) => slug)
  const keys = named.map(({ key }) => key)
  const rows = await tx.$queryRaw<readonly NamedPlatform[]>`
    SELECT p.id, p.slug, p.state::text, ARRAY(SELECT a.canonical_key FROM account a
      WHERE a.platform_id = p.id AND a.canonical_key = ANY (${keys}) AND a.state <> 'RETIRED') AS official
    FROM platform p WHERE p.slug = ANY (${slugs})`
  const bySlug = new Map(rows.map((row) => [row.slug, row]))
  return named.flatMap(({ url, slug, key, holder }) => {
    const platform = bySlug.get(slug)
    if (!platform) return []
    return [
      {
        url,
        key,
        holder,
        platform: slug,
        platformId: platform.id,
        platformProhibited: platform.state === 'PROHIBITED',
        official: platform.official.includes(key),
      },
    ]
  })
}
