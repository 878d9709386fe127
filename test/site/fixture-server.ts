import { buildSchema, graphql } from 'graphql'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FixtureDirectory } from './fixture-directory.ts'
import { fixtureDirectory } from './fixture-directory.ts'

export interface FixtureServer {
  url: string
  close(): Promise<void>
}

/** Answers the documents of the site over HTTP; `override` replaces parts of the answers to show what a build refuses. */
export async function startFixtureServer(
  override: (roots: Record<string, unknown>) => Record<string, unknown> = (roots) => roots,
): Promise<FixtureServer> {
  const schema = buildSchema(readFileSync(new URL('../../packages/schema/schema.graphql', import.meta.url), 'utf8'))
  const rootValue = override(rootsOf(fixtureDirectory()))
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    const result = await graphql({ schema, source: query, variableValues: variables, rootValue })
    response.setHeader('content-type', 'application/graphql-response+json')
    response.end(JSON.stringify(result))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function rootsOf(directory: FixtureDirectory): Record<string, unknown> {
  const { asOf, accounts, components, platforms, archived } = directory
  return {
    directoryAccounts: ({ first = 20, after }: { first?: number; after?: string }) => {
      const start = after ? Number(after) : 0
      const end = Math.min(start + first, accounts.length)
      return {
        totalCount: accounts.length,
        pageInfo: { hasNextPage: end < accounts.length, hasPreviousPage: start > 0, endCursor: String(end) },
        edges: accounts.slice(start, end).map((node, index) => ({ cursor: String(start + index + 1), node })),
      }
    },
    directoryComponents: components,
    directoryPlatforms: platforms,
    directoryArchivedListings: archived,
    guidancePages: [],
    directoryStatus: {
      asOf,
      version: '1',
      accountCount: accounts.length,
      componentCount: components.length,
      platformCount: platforms.length,
      digest: 'fixture',
    },
  }
}

if (import.meta.main) process.stdout.write(`${(await startFixtureServer()).url}\n`)
