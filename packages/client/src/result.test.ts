import { CombinedError } from '@urql/core'
import { describe, expect, it } from 'vitest'
import { readFailure, readOutcome } from './result.ts'

function refusedWith(code: string, message = 'No.', extra: object = {}): CombinedError {
  return new CombinedError({ graphQLErrors: [{ message, extensions: { code, ...extra } }] })
}

describe('what a failed request means for the person in front of it', () => {
  it('an ended session asks for sign-in', () => {
    expect(readFailure(refusedWith('UNAUTHENTICATED'))).toEqual({ kind: 'SESSION_EXPIRED' })
  })

  it('a signed-in document met with the strangers’ schema asks for sign-in too', () => {
    const error = refusedWith('BAD_USER_INPUT', 'Cannot query field "me" on type "Query".')
    expect(readFailure(error)).toEqual({ kind: 'SESSION_EXPIRED' })
  })

  it('a bad argument is told in the server’s words and ends no session', () => {
    const error = refusedWith('BAD_USER_INPUT', 'after: this is no cursor of this list.')
    expect(readFailure(error)).toEqual({
      kind: 'REJECTED',
      message: 'after: this is no cursor of this list.',
    })
  })

  it('a fault keeps its request id', () => {
    expect(readFailure(refusedWith('INTERNAL', 'x', { requestId: 'r-1' }))).toEqual({
      kind: 'FAULT',
      requestId: 'r-1',
    })
  })

  it('no answer is no verdict', () => {
    expect(readFailure(new CombinedError({ networkError: new TypeError('failed') }))).toEqual({
      kind: 'OFFLINE',
    })
  })
})

describe('what became of a mutation', () => {
  it('a changed record is done', () => {
    const record = { __typename: 'Account', id: 'a1' }
    expect(readOutcome({ data: { result: record } })).toEqual({ kind: 'DONE', record })
  })

  it('a typed error is a refusal', () => {
    const refusal = { __typename: 'NotFoundError', code: 'NOT_FOUND', message: 'Gone.' } as const
    expect(readOutcome({ data: { result: refusal } })).toEqual({ kind: 'REFUSED', refusal })
  })
})
