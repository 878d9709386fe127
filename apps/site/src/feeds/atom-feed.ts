import type { FeedEntry, FeedHead } from './feed-entry.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// XML 1.0 has no place for these, however they are written.
const impossible = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/**
 * The feed as Atom 1.0. By hand, because the libraries write titles as HTML, and a handle is text. Every title and
 * summary is a text construct (RFC 4287, 3.1.1.1).
 */
export function atomFeed(head: FeedHead, entries: readonly FeedEntry[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('id', head.atom),
    element('title', head.title),
    element('subtitle', head.description),
    element('updated', head.updated),
    `<author>${element('name', head.author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(head.atom)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(head.home)}"/>`,
    ...entries.map(entryElement),
    '</feed>',
    '',
  ].join('\n')
}

function entryElement({ id, title, text, page, at, kind }: FeedEntry): string {
  return [
    '<entry>',
    element('id', id),
    element('title', title),
    element('updated', at),
    element('published', at),
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    `<category term="${escaped(kind)}"/>`,
    element('summary', text),
    '</entry>',
  ].join('')
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`
}

function escaped(text: string): string {
  return text.replaceAll(impossible, '').replaceAll(/[&<>"]/g, (character) => entities[character] ?? '')
}
