import { describe, expect, test } from 'vitest'
import {
  storedChoice,
  storedFlag,
  storedList,
  storedOrNull,
  storedRecord,
  storedText,
} from './stored-json.ts'

interface Step {
  readonly text: string
  readonly done: boolean
  readonly kind: 'A' | 'B' | null
}

const readSteps = storedList(
  storedRecord<Step>({ text: storedText, done: storedFlag, kind: storedOrNull(storedChoice(['A', 'B'])) }),
)

describe('a value of a JSON column', () => {
  test('is read field by field; what nobody reads is left out', () => {
    expect(readSteps([{ text: 'One', done: true, kind: 'B', more: 1 }])).toEqual([
      { text: 'One', done: true, kind: 'B' },
    ])
    expect(readSteps([{ text: 'One', done: false }])).toEqual([{ text: 'One', done: false, kind: null }])
  })
  test.each([[null], [{}], [['x']], [[{ text: 1, done: true }]], [[{ text: 'x', done: 'yes' }]], [[[]]]])(
    '%j is told to be something else',
    (value) => {
      expect(() => readSteps(value)).toThrow('A stored value is not')
    },
  )
  test('an enum’s value is one of those there are', () => {
    expect(() => readSteps([{ text: 'One', done: true, kind: 'C' }])).toThrow('one of A, B')
  })
})
