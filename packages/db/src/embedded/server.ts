import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { SERVER_ENVIRONMENT, reachablePath } from './cluster.ts'
import type { ServerIdentity } from './run-as.ts'

const BIND_ATTEMPTS = 5
const LOG_BYTES_KEPT = 10_000_000
const DEFAULT_SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: '100',
  log_timezone: 'UTC',
  timezone: 'UTC',
}

/** What it takes to run a server on a cluster. */
export interface ServerOptions {
  readonly clusterFolder: string
  readonly postgresFolder: string
  readonly identity: ServerIdentity | undefined
  readonly logFile: string
  readonly settings: Readonly<Record<string, string>>
}

/** A server that accepts connections on 127.0.0.1. */
export interface RunningServer {
  readonly port: number
  readonly pid: number
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on a free port of the loopback interface (or on `settings.port`) and waits until it
 * accepts connections. On Linux it ends with this process, however that ends.
 *
 * @throws Error with the last lines of the server's log when it does not come up
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  rotate(options.logFile)
  for (let attempt = 1; ; attempt++) {
    const port = Number(options.settings['port'] ?? (await freePort()))
    const log = openSync(options.logFile, 'a', 0o600)
    const start = fstatSync(log).size
    const child = launch(options, port, log)
    closeSync(log)
    if (await becomesReady(child, options.clusterFolder)) return running(child, port)
    const said = readFileSync(options.logFile).subarray(start).toString().trim()
    if (/could not (bind|create any TCP)/.test(said) && attempt < BIND_ATTEMPTS) continue
    const tail = said.split('\n').slice(-5).join('\n')
    throw new Error(`PostgreSQL did not start in ${options.clusterFolder}:\n${tail}`)
  }
}

function launch(options: ServerOptions, port: number, log: number): ChildProcess {
  const { clusterFolder, identity } = options
  const settings = { ...DEFAULT_SETTINGS, ...options.settings, port: String(port) }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const command = [join(options.postgresFolder, 'bin/postgres'), '-D', reachablePath(clusterFolder), ...flags]
  const setpriv = findSetpriv()
  // Detached: an interrupt at the terminal is for this process, which stops the server when it is done.
  const common = { cwd: clusterFolder, env: SERVER_ENVIRONMENT, detached: true } as const
  const stdio: ['ignore', number, number] = ['ignore', log, log]
  if (setpriv === undefined) return start(command, { ...common, ...identity, stdio })
  const become = identity && ['--reuid', `${identity.uid}`, '--regid', `${identity.gid}`, '--clear-groups']
  // The signal has to be asked for after the change of identity, which would clear it.
  return start([setpriv, ...(become ?? []), '--pdeathsig', 'INT', ...command], { ...common, stdio })
}

function start(command: string[], options: Parameters<typeof spawn>[2]): ChildProcess {
  const [program = '', ...args] = command
  const child = spawn(program, args, options)
  child.on('error', () => {})
  child.unref()
  return child
}

/** util-linux has it, other systems do not; the flag is tried because small replacements lack it. */
function findSetpriv(): string | undefined {
  const places = process.platform === 'linux' ? ['/usr/bin/setpriv', '/bin/setpriv'] : []
  return places.find(
    (place) => existsSync(place) && spawnSync(place, ['--pdeathsig', 'INT', '/bin/true']).status === 0,
  )
}

async function becomesReady(child: ChildProcess, clusterFolder: string): Promise<boolean> {
  let failed = false
  child.once('error', () => (failed = true))
  while (!failed && !hasEnded(child)) {
    if (saysReady(clusterFolder, child.pid)) return true
    await setTimeout(10)
  }
  return false
}

function saysReady(clusterFolder: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

function running(child: ChildProcess, port: number): RunningServer {
  async function stop(): Promise<void> {
    if (hasEnded(child)) return
    child.ref()
    const exit = once(child, 'exit')
    child.kill('SIGINT')
    await exit
  }
  return { port, pid: child.pid ?? 0, stop }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function rotate(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_BYTES_KEPT) renameSync(logFile, `${logFile}.1`)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
