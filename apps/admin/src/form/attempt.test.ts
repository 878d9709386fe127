import { describe, expect, it } from 'vitest'
import { nextAttempt } from './attempt.ts'

let made = 0
const newKey = () => `key-${++made}`

describe('the key of a change', () => {
  it('stays when the same input got no answer: it may have happened', () => {
    const first = nextAttempt(null, { reason: 'a' }, newKey)
    expect(nextAttempt(first, { reason: 'a' }, newKey).key).toBe(first.key)
  })

  it('is new once the input was changed', () => {
    const first = nextAttempt(null, { reason: 'a' }, newKey)
    expect(nextAttempt(first, { reason: 'b' }, newKey).key).not.toBe(first.key)
  })

  it('is new after an answer, even for the same input', () => {
    const first = nextAttempt(null, { reason: 'a' }, newKey)
    expect(nextAttempt({ ...first, answered: true }, { reason: 'a' }, newKey).key).not.toBe(first.key)
  })
})
