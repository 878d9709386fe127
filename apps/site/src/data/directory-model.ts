import type { ResultOf } from '@official-accounts/client/graphql'
import * as z from 'zod'
import type {
  directoryAccountsDocument,
  directoryChangesDocument,
  directoryReferenceDocument,
  directoryStatusDocument,
} from './documents.ts'

// A slug becomes a folder name and an address, so its alphabet is closed here too.
const slug = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/)
const count = z.int().nonnegative()
const date = z.iso.date()
const instant = z.iso.datetime({ offset: true })
const knownAnswer = z.enum(['YES', 'NO', 'UNKNOWN'])

const status = z.object({
  asOf: instant,
  version: z.string(),
  accountCount: count,
  componentCount: count,
  platformCount: count,
  digest: z.string(),
})

const component = z.object({
  code: z.string().min(1),
  slug,
  name: z.string().min(1),
  kind: z.enum(['DEPARTMENT', 'OPERATIONAL', 'SUPPORT']),
  websiteUrl: z.string().nullable(),
  parent: z.object({ slug }).nullable(),
})

const platform = z.object({
  slug,
  name: z.string().min(1),
  alsoCalled: z.array(z.string()),
  kind: z.enum(['PROFILE', 'TOOL']),
  /** The decision that stands; null while none does. */
  state: z
    .enum(['PROPOSED', 'UNDER_REVIEW', 'APPROVED', 'DENIED', 'SUSPENDED', 'RETIRED', 'PROHIBITED'])
    .nullable(),
  homepageUrl: z.string().nullable(),
  hosts: z.array(z.string()),
  rules: z.unknown(),
  termsNegotiated: knownAnswer,
  termsSigned: knownAnswer,
  termsSource: z.string().nullable(),
  personalLoginRequired: knownAnswer,
  prohibitedByLaw: z.string().nullable(),
  prohibitedOn: date.nullable(),
})

const account = z.object({
  slug,
  title: z.string(),
  handle: z.string().min(1),
  profileUrl: z.string(),
  canonicalKey: z.string().min(1),
  status: z.enum(['OFFICIAL', 'SUSPENDED', 'FORMERLY_OFFICIAL']),
  platform: z.object({ slug }),
  component: z.object({ slug }),
  purpose: z.string().nullable(),
  language: z.string().nullable(),
  topics: z.array(z.string()),
  officialOutletUrl: z.string().nullable(),
  commentPolicyUrl: z.string().nullable(),
  privacyNoticeUrl: z.string().nullable(),
  source: z.string().nullable(),
  listedOn: date.nullable(),
  officialSince: date.nullable(),
  lastConfirmedOn: date.nullable(),
  suspendedOn: date.nullable(),
  notice: z.string().nullable(),
  noticeLanguage: z.string().nullable(),
  noticeSince: date.nullable(),
  retiredOn: date.nullable(),
  aliases: z.array(
    z.object({
      handle: z.string(),
      canonicalKey: z.string(),
      profileUrl: z.string().nullable(),
      former: z.boolean(),
      from: date.nullable(),
      until: date.nullable(),
    }),
  ),
  successor: z.object({ slug }).nullable(),
  changedAt: instant,
})

const archivedListing = z.object({
  platform: z.object({ slug }),
  canonicalKey: z.string(),
  handle: z.string(),
  source: z.string(),
  listedOn: date,
})

const change = z.object({
  id: z.string().min(1),
  kind: z.string(),
  at: instant,
  account: z.object({ slug }),
})

const guidancePage = z.object({ slug: z.string(), title: z.string(), body: z.string() })

/** Answer of `directoryStatusDocument`; the annotation keeps it in step with the schema. */
export const statusAnswer: z.ZodType<ResultOf<typeof directoryStatusDocument>> = z.object({
  directoryStatus: status,
})

/** Answer of `directoryReferenceDocument`. */
export const referenceAnswer: z.ZodType<ResultOf<typeof directoryReferenceDocument>> = z.object({
  directoryComponents: z.array(component),
  directoryPlatforms: z.array(platform),
  directoryArchivedListings: z.array(archivedListing),
  guidancePages: z.array(guidancePage),
})

/** Answer of `directoryAccountsDocument`. */
export const accountsAnswer: z.ZodType<ResultOf<typeof directoryAccountsDocument>> = z.object({
  directoryAccounts: z.object({
    totalCount: count,
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    edges: z.array(z.object({ node: account })),
  }),
})

/** Answer of `directoryChangesDocument`. */
export const changesAnswer: z.ZodType<ResultOf<typeof directoryChangesDocument>> = z.object({
  directoryChanges: z.object({ edges: z.array(z.object({ node: change })) }),
})

/** All that the site is built from: what is in a snapshot, and nothing more. */
export const directorySnapshot = z.object({
  status,
  components: z.array(component),
  platforms: z.array(platform),
  accounts: z.array(account),
  archivedListings: z.array(archivedListing),
  guidancePages: z.array(guidancePage),
  /** The newest changes, newest first. */
  changes: z.array(change),
})

export type DirectorySnapshot = z.infer<typeof directorySnapshot>
export type Account = z.infer<typeof account>
export type Component = z.infer<typeof component>
export type Platform = z.infer<typeof platform>
export type Change = z.infer<typeof change>
export type AccountStatus = Account['status']
