import { describe, expect, it } from 'vitest'
import { deleteDrafts, dropDraft, keepDraft, readDraft } from './draft-store.ts'

function memory(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (at) => [...items.keys()][at] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  }
}

const DRAFT = { values: { title: 'Region 9' }, base: { title: 'Region' }, savedAt: '2026-11-22T10:00:00Z' }

describe('a form’s draft', () => {
  it('comes back as it was left, and goes when it is dropped', () => {
    const storage = memory()
    expect(keepDraft(storage, 'p1/request', DRAFT)).toBe(true)
    expect(readDraft(storage, 'p1/request')).toEqual(DRAFT)
    expect(readDraft(storage, 'p2/request')).toBeNull()
    dropDraft(storage, 'p1/request')
    expect(readDraft(storage, 'p1/request')).toBeNull()
  })

  it('goes with all others on a sign-out, and nothing else does', () => {
    const storage = memory()
    storage.setItem('theme', 'dark')
    for (const key of ['p1/request', 'p1/account/x', 'p2/request']) keepDraft(storage, key, DRAFT)
    deleteDrafts(storage)
    expect([storage.length, storage.getItem('theme')]).toEqual([1, 'dark'])
  })

  it('is none when something else lies in its place', () => {
    const storage = memory()
    storage.setItem('official-accounts.draft.k', '{"values":{"title":7},"savedAt":"x"}')
    expect(readDraft(storage, 'k')).toBeNull()
    storage.setItem('official-accounts.draft.k', '{')
    expect(readDraft(storage, 'k')).toBeNull()
  })

  it('is known not to be kept where the browser keeps nothing', () => {
    const broken = {
      ...memory(),
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }
    expect(keepDraft(broken, 'k', DRAFT)).toBe(false)
  })
})
