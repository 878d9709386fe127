import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerIdentity } from './run-as.ts'
import { giveTo } from './run-as.ts'

/** Superuser of the embedded server; migrations run under it, requests never do. */
export const OWNER_LOGIN = 'official_accounts_owner'

/** What it takes to make a cluster. */
export interface ClusterOptions {
  readonly clusterFolder: string
  readonly postgresFolder: string
  readonly identity: ServerIdentity | undefined
  readonly password: string
  readonly sync: boolean
}

/** The only variables the server and its tools see. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' }

/**
 * Makes the database cluster where there is none. It is made beside its place and renamed when complete, so
 * that one cut short is begun again and a complete one is never removed.
 */
export async function ensureCluster(options: ClusterOptions): Promise<void> {
  if (existsSync(options.clusterFolder)) return
  const { identity, password } = options
  const staging = `${options.clusterFolder}.new`
  rmSync(staging, { recursive: true, force: true })
  for (const folder of [staging, join(staging, 'data')]) {
    mkdirSync(folder, { mode: 0o700 })
    giveTo(identity, folder)
  }
  const passwordFile = join(staging, 'password')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  giveTo(identity, passwordFile)
  await initialize(options, staging)
  renameSync(join(staging, 'data'), options.clusterFolder)
  rmSync(staging, { recursive: true, force: true })
}

/** The server's path to its working folder, which stays reachable below a parent closed to its identity. */
export function reachablePath(folder: string): string {
  return process.platform === 'linux' ? '/proc/self/cwd' : folder
}

async function initialize(options: ClusterOptions, staging: string): Promise<void> {
  const folder = join(staging, 'data')
  // The tools change into the cluster, so it has to be the working folder from the beginning.
  const reachable = reachablePath(folder)
  const place = [
    '-D',
    reachable,
    '-U',
    OWNER_LOGIN,
    `--pwfile=${reachable}/../password`,
    '-A',
    'scram-sha-256',
  ]
  const text = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const args = [...place, ...text, ...(options.sync ? [] : ['--no-sync'])]
  const child = spawn(join(options.postgresFolder, 'bin/initdb'), args, {
    ...options.identity,
    cwd: folder,
    env: SERVER_ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk) => (errors += chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code !== 0) throw new Error(`PostgreSQL could not make its cluster (initdb): ${errors.trim()}`)
}
