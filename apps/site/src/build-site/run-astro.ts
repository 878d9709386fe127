import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SiteBuildError } from './site-build-error.ts'

const siteFolder = fileURLToPath(new URL('../..', import.meta.url))
const astro = fileURLToPath(new URL('./bin/astro.mjs', import.meta.resolve('astro/package.json')))
// Enough for 10,000 accounts; without a bound V8 puts off its collections until memory is short.
const heapMegabytes = 4096

/**
 * Builds the pages in a process of its own; several builds may run at once. Throws SiteBuildError when any page
 * fails, and an AbortError when the signal ends it.
 */
export async function runAstro(env: NodeJS.ProcessEnv, signal: AbortSignal | undefined): Promise<void> {
  const workFolder = await makeWorkFolder()
  try {
    const { code, output } = await run(workFolder, env, signal)
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

function run(
  cwd: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<{ code: number | null; output: string }> {
  const args = [`--max-old-space-size=${heapMegabytes}`, astro, 'build', '--root', siteFolder]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, signal, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    function hear(chunk: Buffer): void {
      output = (output + chunk.toString('utf8')).slice(-4000)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
