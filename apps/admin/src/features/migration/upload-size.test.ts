import { expect, it } from 'vitest'
import { LARGEST_REQUEST, requestBytes, sizeWords } from './upload-size.ts'

it('counts what JSON makes of a file, which is more than the file has', () => {
  const plain = requestBytes({ fileName: 'a.csv', content: 'x'.repeat(1000) })
  expect(requestBytes({ fileName: 'a.csv', content: '"'.repeat(1000) })).toBe(plain + 1000)
  expect(requestBytes({ fileName: 'a.csv', content: 'x'.repeat(LARGEST_REQUEST) })).toBeGreaterThan(
    LARGEST_REQUEST,
  )
})

it('says sizes as people do', () => {
  expect([sizeWords(1), sizeWords(300_000), sizeWords(LARGEST_REQUEST), sizeWords(1_500_000)]).toEqual([
    '1 KiB',
    '293 KiB',
    '1.0 MiB',
    '1.4 MiB',
  ])
})
