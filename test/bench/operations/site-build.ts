import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { familyMebibytes } from '../machine/process-usage.ts'

const SITE = new URL('../../../apps/site/', import.meta.url).pathname
const SAMPLE_MS = 200
const GOAL_SECONDS = 90
const GOAL_MEBIBYTES = 1536

/** How long the public site of the whole dataset took to build, and how much memory at most. */
export interface SiteBuildResult {
  readonly seconds: number
  readonly peakMebibytes: number
  readonly reached: boolean
}

/** O9: pulls the directory from our server over GraphQL and builds the site in both languages. Throws when it fails. */
export async function buildSite(serverUrl: string, folder: string): Promise<SiteBuildResult> {
  const started = performance.now()
  const child = spawn(process.execPath, ['build.ts'], {
    cwd: SITE,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      GRAPHQL_URL: `${serverUrl}/graphql`,
      SITE_URL: serverUrl,
      SITE_OUT_DIR: join(folder, 'pages'),
      OPA_CONTACT: '',
    },
  })
  let said = ''
  const keep = (chunk: Buffer) => void (said = (said + chunk.toString()).slice(-5_000))
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  let peak = 0
  const sampling = setInterval(() => {
    peak = Math.max(peak, familyMebibytes(child.pid ?? 0))
  }, SAMPLE_MS)
  const [code] = (await once(child, 'close')) as [number | null]
  clearInterval(sampling)
  const seconds = (performance.now() - started) / 1000
  if (code !== 0) throw new Error(`The build of the site ended with ${code}:\n${said}`)
  const reached = seconds <= GOAL_SECONDS && peak <= GOAL_MEBIBYTES
  return { seconds, peakMebibytes: peak, reached }
}
