import { createServer } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { account, component, platform, status } from './directory.fixture.ts'
import { pullDirectory } from './pull-directory.ts'

type Answer = (operation: string, variables: { after: string | null }) => unknown

const open: { close(): void }[] = []
afterEach(() => open.splice(0).forEach((server) => server.close()))

/** Serves answers as GraphQL over HTTP; a string is sent as it is, with status 500. */
async function serve(answer: Answer): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    const body = answer(/query (\w+)/.exec(query)?.[1] ?? '', variables)
    if (typeof body === 'string') response.statusCode = 500
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(server)
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/graphql`
}

/** A directory of two accounts on two pages, with parts of it replaced. */
function answers(replaced: Partial<Record<string, Answer>> = {}): Answer {
  const usual: Record<string, Answer> = {
    SiteDirectoryStatus: () => ({ data: { directoryStatus: status } }),
    SiteDirectoryReference: () => ({
      data: {
        directoryComponents: [component],
        directoryPlatforms: [platform],
        directoryArchivedListings: [],
        guidancePages: [],
      },
    }),
    SiteDirectoryChanges: () => ({ data: { directoryChanges: { edges: [{ node: change }] } } }),
    SiteDirectoryAccounts: (_operation, { after }) =>
      accountPage(after === null ? 'x-one' : 'x-two', after === null),
  }
  return (operation, variables) => (replaced[operation] ?? usual[operation])?.(operation, variables)
}

const change = { id: 'one', kind: 'LISTED', at: '2026-11-01T00:00:00.000Z', account: { slug: 'x-one' } }

function accountPage(slug: string, hasNextPage: boolean, totalCount = 2) {
  const pageInfo = { hasNextPage, endCursor: hasNextPage ? slug : null }
  return { data: { directoryAccounts: { totalCount, pageInfo, edges: [{ node: { ...account, slug } }] } } }
}

describe('the pull of the directory', () => {
  test('reads every page', async () => {
    const { accounts, changes } = await pullDirectory(await serve(answers()))
    expect(accounts.map(({ slug }) => slug)).toEqual(['x-one', 'x-two'])
    expect(changes).toEqual([change])
  })

  test('starts again when the directory changes meanwhile', async () => {
    let asked = 0
    const SiteDirectoryStatus = () => ({
      data: { directoryStatus: { ...status, version: asked++ === 0 ? 'old' : 'new' } },
    })
    const { status: read } = await pullDirectory(await serve(answers({ SiteDirectoryStatus })))
    expect(read.version).toBe('new')
    expect(asked).toBe(4)
  })

  const faults: [string, Partial<Record<string, Answer>>, RegExp][] = [
    [
      'an error beside data',
      { SiteDirectoryReference: () => ({ data: {}, errors: [{ message: 'No platforms today.' }] }) },
      /No platforms today/,
    ],
    ['an HTTP error', { SiteDirectoryStatus: () => 'overloaded' }, /HTTP 500: overloaded/],
    ['an answer that is not GraphQL', { SiteDirectoryStatus: () => [] }, /did not answer with GraphQL/],
    [
      'a slug that would leave its folder',
      { SiteDirectoryAccounts: () => accountPage('../../etc', false, 1) },
      /unexpected shape[\s\S]*slug/,
    ],
    [
      'fewer accounts than totalCount',
      { SiteDirectoryAccounts: () => accountPage('x-one', false, 5) },
      /totalCount: 1 read, 5 stated/,
    ],
    [
      'another number of accounts than the status states',
      { SiteDirectoryAccounts: () => accountPage('x-one', false, 1) },
      /accounts: 1 read, 2 stated/,
    ],
    [
      'the same account twice',
      { SiteDirectoryAccounts: (_operation, { after }) => accountPage('x-one', after === null) },
      /distinct account slugs: 1 read, 2 stated/,
    ],
    [
      'a next page without a way to it',
      { SiteDirectoryAccounts: () => accountPage('x-one', true) },
      /next page/,
    ],
    [
      'an account of a component it does not hold',
      {
        SiteDirectoryReference: () => ({
          data: {
            directoryComponents: [{ ...component, slug: 'other' }],
            directoryPlatforms: [platform],
            directoryArchivedListings: [],
            guidancePages: [],
          },
        }),
      },
      /not in the directory/,
    ],
    [
      'a directory that never holds still',
      {
        SiteDirectoryStatus: (() => {
          let asked = 0
          return () => ({ data: { directoryStatus: { ...status, version: String(asked++) } } })
        })(),
      },
      /changed during each of 3 attempts/,
    ],
  ]
  test.each(faults)('refuses %s', async (_fault, replaced, message) => {
    await expect(pullDirectory(await serve(answers(replaced)))).rejects.toThrow(message)
  })

  test('refuses a server that is not there', async () => {
    await expect(pullDirectory('http://127.0.0.1:1/graphql')).rejects.toThrow('could not be read')
  })

  test('ends when it is told to', async () => {
    const stop = new AbortController()
    const SiteDirectoryReference: Answer = () => {
      stop.abort(new Error('enough'))
      return {}
    }
    const pull = pullDirectory(await serve(answers({ SiteDirectoryReference })), stop.signal)
    await expect(pull).rejects.toThrow('enough')
  })
})
