import { resolve } from 'node:path'
import { buildSite } from './src/build-site.ts'
import { siteConfig } from './src/site-config.ts'

// Reads the environment named in src/site-config.ts; ends with 1 when the site could not be built.
const stop = new AbortController()
const grace = 1000
function abort(): void {
  stop.abort()
  setTimeout(() => process.exit(1), grace).unref()
}
process.once('SIGTERM', abort)
process.once('SIGINT', abort)
try {
  const outDir = resolve(siteConfig.outDir)
  await buildSite({
    graphqlUrl: siteConfig.graphqlUrl,
    outDir,
    site: siteConfig.site,
    opaContact: siteConfig.opaContact ?? undefined,
    official: siteConfig.official,
    snapshot: siteConfig.snapshot === null ? undefined : resolve(siteConfig.snapshot),
    signal: stop.signal,
  })
  process.stdout.write(`site built in ${outDir}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
