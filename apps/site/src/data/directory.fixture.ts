import type { Account, Component, DirectorySnapshot, Platform } from './directory-model.ts'

/** Made-up records for tests of the site; nothing that is published reads them. */
export const component: Component = {
  code: 'TEST',
  slug: 'test',
  name: 'Component of the tests',
  kind: 'OPERATIONAL',
  websiteUrl: null,
  parent: null,
}

export const platform: Platform = {
  slug: 'x',
  name: 'X',
  alsoCalled: [],
  kind: 'PROFILE',
  state: 'APPROVED',
  homepageUrl: null,
  hosts: ['x.com'],
  rules: null,
  termsNegotiated: 'UNKNOWN',
  termsSigned: 'UNKNOWN',
  termsSource: null,
  personalLoginRequired: 'UNKNOWN',
  prohibitedByLaw: null,
  prohibitedOn: null,
}

export const account: Account = {
  slug: 'x-one',
  title: 'Account of the tests',
  handle: 'one_of_the_tests',
  profileUrl: 'https://x.com/one_of_the_tests',
  canonicalKey: 'one_of_the_tests',
  status: 'OFFICIAL',
  platform: { slug: 'x' },
  component: { slug: 'test' },
  purpose: null,
  language: null,
  topics: [],
  officialOutletUrl: null,
  commentPolicyUrl: null,
  privacyNoticeUrl: null,
  source: null,
  listedOn: null,
  officialSince: null,
  lastConfirmedOn: null,
  suspendedOn: null,
  notice: null,
  noticeLanguage: null,
  noticeSince: null,
  retiredOn: null,
  aliases: [],
  successor: null,
  changedAt: '2026-11-01T00:00:00.000Z',
}

export const status: DirectorySnapshot['status'] = {
  asOf: '2026-11-22T12:00:00.000Z',
  version: '1',
  accountCount: 2,
  componentCount: 1,
  platformCount: 1,
  digest: 'digest of the tests',
}

export const snapshot: DirectorySnapshot = {
  status,
  components: [component],
  platforms: [platform],
  accounts: [account, { ...account, slug: 'x-two' }],
  archivedListings: [],
  guidancePages: [],
  changes: [],
}
