import { readFileSync, readlinkSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const SIGNALS = [
  ['SIGINT', 8000],
  ['SIGQUIT', 4000],
  ['SIGKILL', 2000],
] as const

/**
 * Clears what an earlier run left behind: a server that outlived its parent is stopped, the pid file of a
 * dead one removed. The caller holds the folder's lock, so no living parent can own either.
 *
 * @returns what was done, in words; empty when there was nothing to do
 * @throws Error when a process holds the cluster and does not stop
 */
export async function clearOrphan(clusterFolder: string): Promise<string> {
  const pidFile = join(clusterFolder, 'postmaster.pid')
  const pid = readPid(pidFile)
  if (pid === undefined) return ''
  if (!isServerOf(clusterFolder, pid)) {
    if (process.platform !== 'linux' && isAlive(pid)) {
      throw new Error(`Process ${pid} may be a database server on ${clusterFolder}. Stop it and start again.`)
    }
    rmSync(pidFile, { force: true })
    return 'the pid file of an earlier server was stale and is removed'
  }
  for (const [signal, patience] of SIGNALS) {
    if (await stops(pid, signal, patience))
      return `an orphaned server (process ${pid}) was stopped by ${signal}`
  }
  throw new Error(`Process ${pid} holds ${clusterFolder} and does not stop.`)
}

function readPid(pidFile: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
  } catch {
    return undefined
  }
}

/** Numbers are reused: only a postgres whose working folder is this cluster is ours to stop. */
function isServerOf(clusterFolder: string, pid: number): boolean {
  try {
    const program = basename(readlinkSync(`/proc/${pid}/exe`))
    return program.startsWith('postgres') && readlinkSync(`/proc/${pid}/cwd`) === clusterFolder
  } catch {
    return false
  }
}

async function stops(pid: number, signal: NodeJS.Signals, patience: number): Promise<boolean> {
  if (!isAlive(pid)) return true
  process.kill(pid, signal)
  for (let waited = 0; waited < patience; waited += 20) {
    if (!isAlive(pid)) return true
    await setTimeout(20)
  }
  return false
}

/** A dead process that nobody has reaped yet still answers signal 0; its state tells. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return process.platform !== 'linux'
  }
}
