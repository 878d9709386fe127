import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Services } from '@official-accounts/schema/context'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { createGraphqlEndpoint, type Schemas } from './graphql-endpoint.ts'
import { answerKnownRead } from './known-reads/answer-known-read.ts'
import { createKnownReads } from './known-reads/known-read.ts'
import { createMetrics, type Metrics } from './http/metrics.ts'
import { sendResponse, toRequest } from './http/node-request.ts'
import { answerOperator } from './http/operator-routes.ts'
import { answerPlatformDomains, PLATFORM_DOMAINS } from './http/platform-domains.ts'
import { setSecurityHeaders } from './http/security-headers.ts'
import { adminMissing, serveFolder, siteMissing, type FileHandler } from './http/static-files.ts'
import { isFromTrustedProxy } from './http/trusted-proxy.ts'
import { answerAuth } from './identity/auth-routes.ts'
import { backChannelLogout } from './identity/back-channel-logout.ts'
import { createAuthenticate, type Authenticate } from './identity/authenticate.ts'
import type { IdentityProvider } from './identity/identity-provider.ts'

/** The parts a server is put together from. */
export interface ServerOptions {
  readonly config: Pick<Config, 'publicUrl' | 'dataDir' | 'production' | 'trustedProxies' | 'requiredAcr'>
  readonly services: Services
  readonly schemas: Schemas
  readonly identityProvider: () => Promise<IdentityProvider>
  readonly log: Logger
  readonly metrics?: Metrics
  /** Tests may say themselves who asks. */
  readonly authenticate?: Authenticate
  /** Answers under `/oidc`, where an issuer runs in this process. */
  readonly issuer?: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | null
}

type Route = (request: IncomingMessage, response: ServerResponse, pathname: string) => void | Promise<void>

/**
 * The server without a socket: `handle` answers Node's requests for the whole origin, `yoga` those of GraphQL alone,
 * which tests call by `yoga.fetch`. `close` makes it say that it is not ready.
 */
export function createServer(options: ServerOptions) {
  const { config, services, log, metrics = createMetrics() } = options
  const { publicUrl, trustedProxies } = config
  const authenticate = options.authenticate ?? createAuthenticate(options)
  const reads = { services, log, metrics, publicUrl, authenticate, knownReads: createKnownReads() }
  const yoga = createGraphqlEndpoint({ ...options, ...reads, production: config.production })
  const signIn = { ...options, publicUrl }
  const files = createFiles(config)
  let open = true

  const routes: readonly (readonly [RegExp, Route])[] = [
    [
      /^\/graphql$/,
      async (request, response) => {
        if (!(await answerKnownRead(reads, request, response))) await yoga.handle(request, response)
      },
    ],
    [
      /^\/auth\/back-channel-logout$/,
      async (request, response) => sendResponse(response, await backChannelLogout(signIn, request)),
    ],
    [
      /^\/auth\//,
      async (request, response) =>
        sendResponse(response, await answerAuth(signIn, toRequest(request, publicUrl))),
    ],
    [
      /^\/oidc(\/|$)/,
      (request, response) => options.issuer?.(request, response) ?? files.site(request, response),
    ],
    [
      PLATFORM_DOMAINS,
      (request, response, pathname) => answerPlatformDomains(services, request, response, pathname),
    ],
    [/^\/admin(\/|$)/, (request, response) => files.admin(request, response)],
    [/^\//, (request, response) => files.site(request, response)],
  ]

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      // Anybody may write a header; an id that appears in the log has to be ours or the trusted proxy's.
      if (!isFromTrustedProxy(request, trustedProxies))
        Reflect.deleteProperty(request.headers, 'x-request-id')
      const pathname = (request.url ?? '/').split('?', 1)[0] ?? '/'
      if (await answerOperator({ services, metrics, isOpen: () => open }, pathname, request, response)) return
      const route = routes.find(([pattern]) => pattern.test(pathname))
      await route?.[1](request, response, pathname)
    } catch (error) {
      log.error({ event: 'request failed', err: error })
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
      response.end('Something went wrong here.\n')
    }
  }
  return { handle, yoga, metrics, knownReads: reads.knownReads, close: () => void (open = false) }
}

function createFiles(config: ServerOptions['config']): { site: FileHandler; admin: FileHandler } {
  const secure = config.publicUrl.startsWith('https:')
  const siteFiles = serveFolder(join(config.dataDir, 'site/current/pages'), siteMissing)
  const adminFiles = serveFolder(join(config.dataDir, 'admin/current'), adminMissing)
  return {
    site(request, response) {
      if (!isRead(request, response)) return
      setSecurityHeaders(response, 'SITE', secure)
      siteFiles(request, response)
    },
    admin(request, response) {
      if (!isRead(request, response)) return
      if (request.url === '/admin') return void response.writeHead(301, { location: '/admin/' }).end()
      setSecurityHeaders(response, 'ADMIN', secure)
      // The client is built as a folder of its own.
      Object.assign(request, { url: request.url?.replace(/^\/admin/, '') })
      adminFiles(request, response)
    },
  }
}

function isRead(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  response.writeHead(405, { allow: 'GET, HEAD' }).end()
  return false
}
