import * as z from 'zod'
import { noticeOf } from '../data/account-notice.ts'
import type { Directory } from '../data/directory-index.ts'
import type { Account } from '../data/directory-model.ts'
import { absoluteAddress, accountPath } from './addresses.ts'

const date = z.iso.date()
const address = z.url()

const aliasRecord = z.object({
  handle: z.string().describe('The other or former handle, without a leading @.'),
  canonicalKey: z.string().describe('Its identity on the platform.'),
  profileUrl: z.string().nullable().describe('Its address on the platform.'),
  former: z.boolean().describe('Whether the account has given it up; then anybody may have it today.'),
  from: date.nullable().describe('The first day on which it was in use.'),
  until: date.nullable().describe('The first day on which it was no longer in use.'),
})

/** One account as open data. Null means not known, never no. */
export const accountRecord = z
  .object({
    slug: z.string().describe('Permanent short name, part of its address on this site.'),
    url: address.describe('Its page on this site.'),
    handle: z.string().describe('Its handle on the platform, without a leading @.'),
    profileUrl: z.string().describe('Its address on the platform.'),
    canonicalKey: z
      .string()
      .describe('Its identity on the platform: the same for every spelling of its address.'),
    title: z.string().describe('Its own name.'),
    status: z
      .enum(['OFFICIAL', 'SUSPENDED', 'FORMERLY_OFFICIAL'])
      .describe(
        'OFFICIAL: the department stands by it. SUSPENDED: do not trust it now. FORMERLY_OFFICIAL: no longer run by the department.',
      ),
    platform: z.object({ slug: z.string(), name: z.string() }).describe('The platform it is on.'),
    component: z
      .object({ slug: z.string(), code: z.string(), name: z.string() })
      .describe('The part of the department that runs it.'),
    purpose: z.string().nullable().describe('What it is for.'),
    language: z.string().nullable().describe('Its language as a BCP 47 tag.'),
    topics: z.array(z.string()).describe('What it is about; empty when not recorded.'),
    officialOutletUrl: z.string().nullable().describe('Where the same information is outside the platform.'),
    commentPolicyUrl: z.string().nullable().describe('Its comment policy.'),
    privacyNoticeUrl: z.string().nullable().describe('Its privacy notice.'),
    source: z.string().nullable().describe('The register it was taken over from; null when approved here.'),
    listedOn: date
      .nullable()
      .describe('When that register last listed it; this does not say that it was official since then.'),
    officialSince: date.nullable().describe('Since when it is official, where it was approved here.'),
    lastConfirmedOn: date.nullable().describe('When its office last confirmed it.'),
    suspendedOn: date.nullable().describe('Since when it is suspended.'),
    notice: z
      .object({
        text: z.string().describe('The text, in its own language.'),
        language: z.string().describe('Its language as a BCP 47 tag.'),
        since: date.describe('Since when it stands.'),
      })
      .nullable()
      .describe(
        'What the department tells of an incident until its recovery is done; with the status OFFICIAL the account is back before. Null for nothing.',
      ),
    retiredOn: date.nullable().describe('When it ended.'),
    aliases: z.array(aliasRecord).describe('Other and former handles.'),
    successor: z.string().nullable().describe('Slug of the account that took over.'),
    changedAt: z.iso.datetime({ offset: true }).describe('When its record last changed, in UTC.'),
  })
  .describe('An account of the department on a platform.')

export type AccountRecord = z.infer<typeof accountRecord>

/** The record of an account. Throws when its component or platform is not in the directory. */
export function accountRecordOf(directory: Directory, site: string, account: Account): AccountRecord {
  const component = directory.componentBySlug.get(account.component.slug)
  const platform = directory.platformBySlug.get(account.platform.slug)
  if (!component || !platform) throw new Error(`account ${account.slug} has no component or platform`)
  return {
    slug: account.slug,
    url: absoluteAddress(site, accountPath(account.slug)),
    handle: account.handle,
    profileUrl: account.profileUrl,
    canonicalKey: account.canonicalKey,
    title: account.title,
    status: account.status,
    platform: { slug: platform.slug, name: platform.name },
    component: { slug: component.slug, code: component.code, name: component.name },
    purpose: account.purpose,
    language: account.language,
    topics: account.topics,
    officialOutletUrl: account.officialOutletUrl,
    commentPolicyUrl: account.commentPolicyUrl,
    privacyNoticeUrl: account.privacyNoticeUrl,
    source: account.source,
    listedOn: account.listedOn,
    officialSince: account.officialSince,
    lastConfirmedOn: account.lastConfirmedOn,
    suspendedOn: account.suspendedOn,
    notice: noticeOf(account),
    retiredOn: account.retiredOn,
    aliases: account.aliases,
    successor: account.successor?.slug ?? null,
    changedAt: account.changedAt,
  }
}
