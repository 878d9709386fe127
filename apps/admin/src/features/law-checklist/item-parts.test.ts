import { expect, test } from 'vitest'
import { writeParts } from '../../form/parts.ts'
import { itemInput, itemParts } from './item-parts.ts'

const ITEM = {
  key: 'checkedFacts',
  question: 'Is it checked?',
  help: null,
  area: 'INFORMATION_QUALITY',
  fact: null,
  answerer: 'ACCOUNT',
} as const

test('an item comes back from the editor as it went in, so that it keeps its answers', () => {
  const authority = { id: 'III.D', title: 'Section 508' }
  const [item] = itemInput(itemParts([{ ...ITEM, authority, version: 1 }]))
  expect(item).toEqual({ ...ITEM, authority: 'III.D' })
})
test('a new item gets a key of its words that no other has', () => {
  const fresh = { question: 'Is it checked?', area: 'RECORDS' }
  const keys = itemInput(writeParts([{ ...fresh, key: 'isItChecked' }, fresh])).map(({ key }) => key)
  expect(keys).toEqual(['isItChecked', 'isItChecked2'])
})
