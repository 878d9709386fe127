import type { Directory } from '../data/directory-index.ts'
import type { Change } from '../data/directory-model.ts'
import type { SiteFile } from '../data/site-file.ts'
import { absoluteAddress, accountPath } from '../open-data/addresses.ts'
import { atomFeed } from './atom-feed.ts'
import type { FeedEntry, FeedHead } from './feed-entry.ts'

const happened: Record<string, string> = {
  LISTED: 'is listed',
  UPDATED: 'was updated',
  CONFIRMED: 'was confirmed by its office',
  RENAMED: 'has a new handle',
  SUSPENDED: 'is suspended',
  NOTICE_PUBLISHED: 'has a public notice',
  NOTICE_WITHDRAWN: 'no longer has a public notice',
  REINSTATED: 'is no longer suspended',
  RETIRED: 'has ended',
}

/** What changed last, newest first, as Atom 1.0 (RFC 4287) and JSON Feed 1.1. `site` is the origin. */
export function feedFiles(directory: Directory, site: string): SiteFile[] {
  const entries = directory.changes.flatMap((change) => entryOf(directory, site, change))
  const head: FeedHead = {
    title: 'Changes of official accounts',
    description: 'What changed in the directory of official accounts, newest first.',
    author: directory.department?.name ?? 'Unknown',
    home: absoluteAddress(site, '/'),
    atom: absoluteAddress(site, '/feeds/changes.atom'),
    json: absoluteAddress(site, '/feeds/changes.json'),
    updated: entries[0]?.at ?? directory.status.asOf,
  }
  return [
    { path: 'feeds/changes.atom', content: atomFeed(head, entries) },
    { path: 'feeds/changes.json', content: jsonFeed(head, entries) },
  ]
}

function entryOf(directory: Directory, site: string, change: Change): FeedEntry[] {
  const account = directory.accountBySlug.get(change.account.slug)
  if (!account) return []
  const platform = directory.platformBySlug.get(account.platform.slug)?.name ?? account.platform.slug
  const component = directory.componentBySlug.get(account.component.slug)?.name ?? account.component.slug
  const page = absoluteAddress(site, accountPath(account.slug))
  const title = `${account.handle} on ${platform} ${happened[change.kind] ?? 'changed'}`
  return [
    {
      id: `${page}#change-${change.id.replaceAll('=', '')}`,
      title,
      text: `${title}. ${component}.`,
      page,
      at: change.at,
      kind: change.kind,
    },
  ]
}

function jsonFeed(head: FeedHead, entries: readonly FeedEntry[]): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    description: head.description,
    home_page_url: head.home,
    feed_url: head.json,
    language: 'en',
    authors: [{ name: head.author }],
    items: entries.map(({ id, title, text, page, at, kind }) => ({
      id,
      url: page,
      title,
      content_text: text,
      date_published: at,
      tags: [kind],
    })),
  }
  return `${JSON.stringify(feed, null, 2)}\n`
}
