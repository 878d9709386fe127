import { spawn } from 'node:child_process'
import { once } from 'node:events'

const FOLDER = new URL('../peers/postgraphile/', import.meta.url).pathname
const PNPM = 'pnpm@12.21.0'

/** Installs PostGraphile from its own lockfile, outside the workspace. Throws when that fails. */
export async function installPostgraphile(): Promise<void> {
  const child = spawn(
    'npx',
    ['--yes', PNPM, 'install', '--frozen-lockfile', '--silent', '--ignore-scripts'],
    {
      cwd: FOLDER,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0)
    throw new Error('PostGraphile could not be installed; the other contenders need no network.')
}
