import { graphql } from '@official-accounts/client/graphql'
import { CombinedError, type Client } from 'urql'
import { describe, expect, test } from 'vitest'
import { readAllRows } from './read-all-rows.ts'

const QUERY = graphql(`
  query AuditIds($first: Int!, $after: String) {
    auditEntries(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
        }
      }
    }
  }
`)

interface Asked {
  readonly first: number
  readonly after?: string | null
}

/** A client whose list has so many rows; `brokenAt` names the question that fails. */
function clientOf(length: number, brokenAt = Infinity) {
  const asked: Asked[] = []
  function answer(variables: Asked) {
    asked.push(variables)
    if (asked.length === brokenAt) return { error: new CombinedError({ networkError: new Error('gone') }) }
    const from = Number(variables.after ?? 0)
    const to = Math.min(length, from + variables.first)
    const edges = Array.from({ length: to - from }, (_, at) => ({ node: { id: String(from + at) } }))
    const pageInfo = { hasNextPage: to < length, endCursor: String(to) }
    return { data: { auditEntries: { edges, pageInfo } } }
  }
  const query = (_document: unknown, variables: Asked) => ({ toPromise: async () => answer(variables) })
  return { client: { query } as unknown as Pick<Client, 'query'>, asked }
}

function read(client: Pick<Client, 'query'>, most = 1000, isStopped = () => false) {
  const progress: number[] = []
  const rows = readAllRows(client, {
    query: QUERY,
    variables: (page) => page,
    page: ({ auditEntries: { edges, pageInfo } }) => ({
      rows: edges.map(({ node }) => node.id),
      total: null,
      ...pageInfo,
    }),
    most,
    onRead: (count) => progress.push(count),
    isStopped,
  })
  return { rows, progress }
}

describe('reading a whole list', () => {
  test('goes from page to page to its end and says how far it is', async () => {
    const { client } = clientOf(230)
    const { rows, progress } = read(client)
    expect((await rows).length).toBe(230)
    expect(progress).toEqual([100, 200, 230])
  })
  test('reads no more than it may', async () => {
    const { client, asked } = clientOf(500)
    expect(await read(client, 150).rows).toHaveLength(150)
    expect(asked.map(({ first }) => first)).toEqual([100, 50])
  })
  test('stops when it is told to', async () => {
    const { client, asked } = clientOf(500)
    expect(await read(client, 1000, () => asked.length === 2).rows).toHaveLength(200)
  })
  test('says in words why it could not go on', async () => {
    await expect(read(clientOf(500, 2).client).rows).rejects.toThrow(/server could not be reached/)
  })
})
