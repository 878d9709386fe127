import { setSecurityHeaders } from '@official-accounts/server/http/security-headers'
import { serveFolder, siteMissing } from '@official-accounts/server/http/static-files'
import { createServer } from 'node:http'

/** A built folder as the product serves it, with the product's headers. */
export interface SiteServer {
  readonly origin: string
  stop(): Promise<void>
}

/** Serves the folder on a free port. */
export async function startSiteServer(folder: string): Promise<SiteServer> {
  const files = serveFolder(folder, siteMissing)
  const server = createServer((request, response) => {
    setSecurityHeaders(response, 'SITE', false)
    files(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The site server has no port.')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
