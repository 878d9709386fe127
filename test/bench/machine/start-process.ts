import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { pinned, SERVER_CORE } from './pin.ts'

/** A program of ours under load. */
export interface RunningProcess {
  readonly pid: number
  stop(): Promise<void>
}

/**
 * Starts a program with one JSON argument on the server's core and waits for its line `ready`.
 *
 * @throws Error with what it printed when it ends before
 */
export async function startProcess(file: URL, settings: object): Promise<RunningProcess> {
  const [program = '', ...args] = pinned(
    [process.execPath, file.pathname, JSON.stringify(settings)],
    SERVER_CORE,
  )
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
  })
  await ready(child, file)
  async function stop(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { pid: child.pid ?? 0, stop }
}

function ready(child: ChildProcess, file: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const read = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000)
      if (/^ready/m.test(said)) resolve()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${file.pathname} ended with ${code}:\n${said}`)))
  })
}
