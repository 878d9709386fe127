import { expect, test } from 'vitest'
import { indexDirectory } from '../data/directory-index.ts'
import { account, snapshot } from '../data/directory.fixture.ts'
import { feedFiles } from './change-feed.ts'

const site = 'https://accounts.example.gov'
const change = { id: 'RGly=', kind: 'SUSPENDED', at: '2026-11-20T08:00:00.000Z', account: { slug: 'x-one' } }

function feeds(overrides: Partial<typeof snapshot>): { atom: string; json: { items: unknown[] } } {
  const [atom, json] = feedFiles(indexDirectory({ ...snapshot, ...overrides }), site)
  return { atom: atom?.content ?? '', json: JSON.parse(json?.content ?? '') }
}

test('both feeds tell a change with a permanent id, an absolute link and its instant', () => {
  const { atom, json } = feeds({ changes: [change] })
  const id = 'https://accounts.example.gov/accounts/x-one/#change-RGly'
  expect(json).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', authors: [{ name: 'Unknown' }] })
  expect(json.items).toEqual([
    {
      id,
      url: 'https://accounts.example.gov/accounts/x-one/',
      title: 'one_of_the_tests on X is suspended',
      content_text: 'one_of_the_tests on X is suspended. Component of the tests.',
      date_published: '2026-11-20T08:00:00.000Z',
      tags: ['SUSPENDED'],
    },
  ])
  expect(atom).toContain(`<id>${id}</id>`)
  expect(atom).toContain('<updated>2026-11-20T08:00:00.000Z</updated>')
})

test('a handle is text, whatever is in it', () => {
  const handle = '<b>&"\u0000\u001b]]>'
  const { atom } = feeds({ changes: [change], accounts: [{ ...account, handle }] })
  expect(atom).toContain('<title>&lt;b&gt;&amp;&quot;]]&gt; on X is suspended</title>')
})

test('a feed without changes is as old as the directory, and a change of an unlisted account is left out', () => {
  const { atom, json } = feeds({ changes: [{ ...change, account: { slug: 'x-gone' } }] })
  expect(json.items).toEqual([])
  expect(atom).toContain('<updated>2026-11-22T12:00:00.000Z</updated>')
})
