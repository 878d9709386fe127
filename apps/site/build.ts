import { buildSite } from './src/build-site.ts'
import { siteConfig } from './src/site-config.ts'

// Reads the environment named in src/site-config.ts; ends with 1 when the site could not be built.
try {
  await buildSite({
    graphqlUrl: siteConfig.graphqlUrl,
    outDir: siteConfig.outDir,
    site: siteConfig.site,
    opaContact: siteConfig.opaContact ?? undefined,
    official: siteConfig.official,
    snapshot: siteConfig.snapshot ?? undefined,
  })
  process.stdout.write(`site built in ${siteConfig.outDir}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
