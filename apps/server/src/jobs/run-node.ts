import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { childEnvironment } from '../config.ts'

const TAIL = 4000

/** How a child process is run. */
export interface NodeRun {
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** Ends it when the server stops. */
  readonly signal: AbortSignal
}

/** A child process ended badly; the message ends with its last words. */
export class ChildFailedError extends Error {
  override readonly name = 'ChildFailedError'
}

/** Runs Node with arguments and without our secrets. Throws ChildFailedError unless it ends with 0. */
export async function runNode({ args, cwd, env, signal }: NodeRun): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...childEnvironment(), NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  let tail = ''
  function hear(chunk: Buffer): void {
    tail = (tail + chunk.toString('utf8')).slice(-TAIL)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new ChildFailedError(`${args[0]} ended with ${String(code)}:\n${tail}`)
}
