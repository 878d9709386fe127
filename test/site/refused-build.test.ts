import { createServer } from 'node:http'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildSite } from '../../apps/site/src/build-site.ts'
import { SiteBuildError } from '../../apps/site/src/build-site/site-build-error.ts'

const site = 'https://accounts.example.gov'

test('a directory that answers with an error builds no site, and the build says which error', async () => {
  const work = mkdtempSync(join(tmpdir(), 'official-accounts-refused-'))
  const server = createServer((_request, response) =>
    response.end('{"errors":[{"message":"The database is gone."}]}'),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const build = buildSite({
      graphqlUrl: `http://127.0.0.1:${port}/graphql`,
      outDir: join(work, 'pages'),
      site,
    })
    await expect(build).rejects.toThrow(SiteBuildError)
    await expect(build).rejects.toThrow('The database is gone.')
    expect(existsSync(join(work, 'pages/index.html'))).toBe(false)
  } finally {
    server.close()
    rmSync(work, { recursive: true, force: true })
  }
})
