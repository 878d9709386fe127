import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface SiteBuild {
  graphqlUrl: string
  /** Folder the pages are written into; the snapshot is saved beside it. */
  outDir: string
  /** Origin of the absolute addresses, such as `http://localhost:4000`. */
  site: string
  opaContact?: string
  /** Only where the department itself publishes. */
  official?: boolean
  /** Build from this file instead of asking `graphqlUrl`. */
  snapshot?: string
  /** Ends the build. */
  signal?: AbortSignal
}

/** The site could not be built; nothing in the output folder may be served. The message ends with Astro's own words. */
export class SiteBuildError extends Error {
  override readonly name = 'SiteBuildError'
}

const siteFolder = fileURLToPath(new URL('..', import.meta.url))
const astro = fileURLToPath(new URL('./bin/astro.mjs', import.meta.resolve('astro/package.json')))

/**
 * Builds the public site in a process of its own; several builds may run at once. Throws SiteBuildError when the
 * directory or any page fails, and an AbortError when the signal ends it.
 */
export async function buildSite(build: SiteBuild): Promise<void> {
  const workFolder = await makeWorkFolder()
  try {
    const { code, output } = await runAstro(workFolder, siteEnvironment(build), build.signal)
    if (code !== 0) throw new SiteBuildError(`astro build ended with ${code}:\n${output.slice(-4000)}`)
  } finally {
    await rm(workFolder, { recursive: true, force: true })
  }
}

// Astro keeps what it runs below the working folder when the pages go elsewhere: one folder for each build, and
// inside the site, where its packages are found.
async function makeWorkFolder(): Promise<string> {
  const parent = join(siteFolder, '.astro')
  await mkdir(parent, { recursive: true })
  return mkdtemp(join(parent, 'build-'))
}

function siteEnvironment(build: SiteBuild): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    GRAPHQL_URL: build.graphqlUrl,
    SITE_OUT_DIR: build.outDir,
    SITE_URL: build.site,
    OPA_CONTACT: build.opaContact ?? '',
    OFFICIAL_SITE: build.official ? '1' : '0',
    ...(build.snapshot === undefined ? {} : { DIRECTORY_SNAPSHOT: build.snapshot }),
  }
}

function runAstro(
  cwd: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [astro, 'build', '--root', siteFolder], {
      cwd,
      env,
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
