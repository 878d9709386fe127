import { expect, test } from 'vitest'
import { isServed, linkTargets } from './link-targets.ts'

const origin = 'https://accounts.example.gov'

function targets(path: string, text: string): readonly string[] {
  return [...linkTargets(path, text, origin)].sort()
}

test('links of a page lead where a browser would go', () => {
  const page = `<a href="/a/">x</a> <a href='b.html?q=1#top'>x</a> <img src="../c%20d.png" srcset="/e.png 2x, /f.png 3x">
    <form action="/search/"></form> <a href="${origin}/g/">x</a> <a href="?page=2">x</a> <a href="#here">x</a>`
  expect(targets('x/index.html', page)).toEqual([
    '/a/',
    '/c d.png',
    '/e.png',
    '/f.png',
    '/g/',
    '/search/',
    '/x/b.html',
    '/x/index.html',
  ])
})

test('other origins, other schemes and other parts of the product are nobody’s page', () => {
  const page =
    '<a href="https://x.com/a"></a><a href="mailto:a@b.c"></a><a href="/admin/"></a><a href="//cdn/x"></a><a href="/graphql"></a>'
  expect(targets('index.html', page)).toEqual([])
})

test('absolute addresses count in any text, and addresses of style sheets', () => {
  expect(targets('feeds/changes.atom', `<link href="${origin}/accounts/x/"/>`)).toEqual(['/accounts/x/'])
  expect(targets('data/v1/accounts.json', `{"page":"${origin}/accounts/y/"}`)).toEqual(['/accounts/y/'])
  // A pattern of addresses, as curl reads it, is no address.
  expect(targets('how/index.html', `<code>curl ${origin}/{a,b}</code>`)).toEqual(['/'])
  expect(targets('_astro/a.css', '@font-face{src:url(/_astro/b.woff2)}')).toEqual(['/_astro/b.woff2'])
})

test('a folder is served by its start page', () => {
  const files = new Set(['index.html', 'a/index.html', 'b.txt'])
  expect(['/', '/a/', '/a', '/b.txt', '/c', '/b.txt/'].filter((target) => isServed(target, files))).toEqual([
    '/',
    '/a/',
    '/a',
    '/b.txt',
  ])
})
