import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { runAs, type ActorSettings } from '@official-accounts/db/actor-settings'
import { serviceDomains } from '@official-accounts/domain/platform/platform-domains'
import type { Services } from '@official-accounts/schema/context'

const PUBLIC: ActorSettings = { scope: 'public', components: [], person: null }

/** Where network teams find the feed, as JSON and as plain text. */
export const PLATFORM_DOMAINS = /^\/data\/v1\/platform-domains\.(json|txt)$/

/** A platform and the domains its addresses are on. */
interface ListedPlatform {
  readonly platform: string
  readonly name: string
  readonly domains: readonly string[]
  /** The statute that prohibits it. */
  readonly law?: string | null
  readonly since?: string | null
}

interface DomainFeed {
  readonly approved: readonly ListedPlatform[]
  readonly prohibited: readonly ListedPlatform[]
}

/**
 * Answers with the domains of approved and of prohibited platforms (IV.B.2), as they stand at this moment: read as the
 * public role, which sees no platform that is proposed, under review or denied.
 */
export async function answerPlatformDomains(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const isJson = pathname.endsWith('.json')
  const feed = await readFeed(services)
  const body = isJson ? `${JSON.stringify(feed, null, 2)}\n` : textOf(feed)
  const etag = `"${createHash('sha256').update(body).digest('hex')}"`
  const headers = { etag, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return
  }
  const type = isJson ? 'application/json' : 'text/plain; charset=utf-8'
  response.writeHead(200, { ...headers, 'content-type': type })
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function readFeed({ directory }: Services): Promise<DomainFeed> {
  const rows = await runAs(PUBLIC, () =>
    directory.directoryPlatform.findMany({
      where: { state: { in: ['APPROVED', 'PROHIBITED'] } },
      select: {
        slug: true,
        name: true,
        state: true,
        kind: true,
        homepageUrl: true,
        hosts: true,
        rules: true,
        prohibitedByLaw: true,
        prohibitedOn: true,
      },
      orderBy: { slug: 'asc' },
    }),
  )
  const listed = rows.map(({ slug, name, state, prohibitedByLaw, prohibitedOn, ...row }) => {
    const platform = { platform: slug, name, domains: serviceDomains(row) }
    const law = { law: prohibitedByLaw, since: prohibitedOn?.toISOString().slice(0, 10) ?? null }
    return { state, platform: state === 'PROHIBITED' ? { ...platform, ...law } : platform }
  })
  const inState = (state: string) =>
    listed.filter((one) => one.state === state).map(({ platform }) => platform)
  return { approved: inState('APPROVED'), prohibited: inState('PROHIBITED') }
}

function textOf({ approved, prohibited }: DomainFeed): string {
  const lines = (word: string, platforms: readonly ListedPlatform[]) =>
    platforms.flatMap(({ name, domains }) => [`# ${name}`, ...domains.map((domain) => `${word} ${domain}`)])
  return `${[...lines('approved', approved), ...lines('prohibited', prohibited)].join('\n')}\n`
}
