import { expect, it } from 'vitest'
import { forgetRecent, noteRecent, readRecent } from './recent-records.ts'

function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage
}

it('keeps the last eight, each once, the latest first', () => {
  const kept = storage()
  for (let at = 0; at < 10; at++) noteRecent(kept, { title: `Record ${at}`, href: `/accounts/${at}` })
  noteRecent(kept, { title: 'Record 5 renamed', href: '/accounts/5' })
  const titles = readRecent(kept).map(({ title }) => title)
  expect(titles).toHaveLength(8)
  expect(titles.slice(0, 2)).toEqual(['Record 5 renamed', 'Record 9'])
  forgetRecent(kept)
  expect(readRecent(kept)).toEqual([])
})

it('takes nothing from a storage that somebody else wrote to', () => {
  const kept = storage()
  for (const text of ['no json', '{}', '[7, {"title": "x", "href": "https://example.gov"}]']) {
    kept.setItem('official-accounts.recent', text)
    expect(readRecent(kept), text).toEqual([])
  }
})
