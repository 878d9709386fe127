import { existsSync, readFileSync, realpathSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { pageHtml } from './page.ts'

/** Answers a request for a file. */
export type FileHandler = (request: IncomingMessage, response: ServerResponse) => void

// Names made of a digest of the content: they never change what they mean.
const HASHED = /^\/(_astro|assets)\//

// Files of open data whose type their ending does not tell, or not with the alphabet they are written in.
const TYPES = [
  ['.ndjson', 'application/x-ndjson'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['/data/v1/schema.json', 'application/schema+json'],
  ['/feeds/changes.json', 'application/feed+json'],
] as const

/**
 * Serves the folder a link points at, and the new one as soon as the link moves: requests under way finish on the old.
 *
 * @param link a folder or a symbolic link to one; it may not exist yet
 * @param answerMissing for what is not there
 */
export function serveFolder(
  link: string,
  answerMissing: (folder: string | null) => FileHandler,
): FileHandler {
  let current: { folder: string; handler: FileHandler } | null = null
  return function handle(request, response) {
    const folder = targetOf(link)
    if (folder === null) return answerMissing(null)(request, response)
    if (current?.folder !== folder) current = { folder, handler: filesOf(folder, answerMissing(folder)) }
    current.handler(request, response)
  }
}

function filesOf(folder: string, missing: FileHandler): FileHandler {
  return sirv(folder, {
    etag: true,
    onNoMatch: missing,
    setHeaders(response, pathname) {
      const lasting = HASHED.test(pathname) ? 'public, max-age=31536000, immutable' : 'public, no-cache'
      response.setHeader('cache-control', lasting)
      const [, type] = TYPES.find(([end]) => pathname.endsWith(end)) ?? []
      if (type !== undefined) response.setHeader('content-type', type)
    },
  })
}

/** The site's own page for what is not there, in the language of the address. */
export function siteMissing(folder: string | null): FileHandler {
  return function answer(request, response) {
    if (folder === null) {
      response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '10' })
      return void response.end(pageHtml('The directory is being built', '<p>Try again in a moment.</p>'))
    }
    const names = request.url?.startsWith('/es/')
      ? ['es/404.html', 'es/404/index.html', '404.html']
      : ['404.html']
    const found = names.map((name) => join(folder, name)).find((file) => existsSync(file))
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
    response.end(found === undefined ? pageHtml('Page not found', '') : readFileSync(found))
  }
}

/** The admin client's one page for every address of its own; 404 for a file that is not there. */
export function adminMissing(folder: string | null): FileHandler {
  return function answer(request, response) {
    const index = folder === null ? null : join(folder, 'index.html')
    const isFile = /\.\w+($|\?)/.test(request.url ?? '')
    if (index === null || isFile || !existsSync(index)) {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
      return void response.end(pageHtml('Page not found', ''))
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
    response.end(readFileSync(index))
  }
}

function targetOf(link: string): string | null {
  try {
    return realpathSync(link)
  } catch {
    return null
  }
}
