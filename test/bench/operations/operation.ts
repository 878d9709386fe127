import type pg from 'pg'
import type { ContenderName, Contenders } from '../contenders/contenders.ts'
import type { OperationId } from '../options.ts'

/** One HTTP request of a load. */
export interface Call {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** One side of a comparison: who is asked what, and how the answer reads in the shape all sides share. */
export interface Side {
  /** What the table calls it. */
  readonly name: string
  readonly contender: ContenderName
  readonly calls: readonly Call[]
  /** The rows in an answer; null where answers are not compared. */
  readonly rows: ((answer: unknown) => unknown) | null
}

/** What one side is to reach against another, as a ratio of medians. */
export interface Goal {
  readonly measure: 'requestsPerSecond' | 'p95'
  readonly of: string
  readonly against: string
  readonly atLeast?: number
  readonly atMost?: number
}

/** An operation to measure. */
export interface Operation {
  readonly id: OperationId
  readonly title: string
  readonly sides: readonly Side[]
  readonly goals: readonly Goal[]
}

/** What operations are prepared from. */
export interface BenchWorld {
  readonly owner: pg.Client
  readonly contenders: Contenders
  /** An access token of a persona from the development issuer. */
  readonly token: (persona: string) => Promise<string>
  readonly connections: number
}

/** A GraphQL request as everybody sends it. */
export function graphqlCall(query: string, variables: object, token: string | null = null): Call {
  return {
    method: 'POST',
    path: '/graphql',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  }
}

/** A query of the hand-written server. */
export function rawCall(name: string, parameters: Readonly<Record<string, string>>): Call {
  return { method: 'GET', path: `/${name}?${new URLSearchParams(parameters).toString()}` }
}
