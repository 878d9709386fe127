import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { childEnvironment } from '../config.ts'

const TAIL = 4000
const END_WITH_PARENT = new URL('./end-with-parent.ts', import.meta.url).href

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

/**
 * Runs Node with arguments and without our secrets, and waits until it is gone. The child does not outlive this
 * process, however that ends. Throws ChildFailedError unless it ends with 0, and the signal's reason when that ends it.
 */
export async function runNode({ args, cwd, env, signal }: NodeRun): Promise<void> {
  signal.throwIfAborted()
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, ...args], {
    cwd,
    env: { ...childEnvironment(), NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let tail = ''
  function hear(chunk: Buffer): void {
    tail = (tail + chunk.toString('utf8')).slice(-TAIL)
  }
  function end(): void {
    child.kill('SIGTERM')
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  signal.addEventListener('abort', end, { once: true })
  try {
    const [code] = await once(child, 'close')
    signal.throwIfAborted()
    if (code !== 0) throw new ChildFailedError(`${args[0]} ended with ${String(code)}:\n${tail}`)
  } finally {
    signal.removeEventListener('abort', end)
  }
}
