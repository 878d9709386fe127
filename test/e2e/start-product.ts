import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../support/free-port.ts'

const MAIN = new URL('../../apps/server/src/main.ts', import.meta.url).pathname

/** The whole product as its own process, as `start` runs it, on a folder and a port of its own. */
export interface RunningProduct {
  readonly url: string
  readonly dataDir: string
  readonly lines: readonly string[]
  readonly process: ChildProcess
  stop(): Promise<void>
}

/**
 * Starts the product on a fresh folder and port, or on given ones, with what else is given of its environment, and
 * waits for its line `ready`.
 */
export async function startProduct(
  dataDir?: string,
  givenPort?: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningProduct> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'official-accounts-e2e-')))
  const port = givenPort ?? (await freePort())
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH, HOME, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  async function stop(): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    if (dataDir === undefined) await rm(folder, { recursive: true, force: true })
  }
  try {
    await ready(child, lines)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `http://localhost:${port}`, dataDir: folder, lines, process: child, stop }
}

function ready(child: ChildProcess, lines: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      lines.push(...chunk.toString().split('\n'))
      if (lines.some((line) => line.startsWith('ready'))) resolve()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) =>
      reject(new Error(`The product ended with ${code} before it was ready:\n${lines.join('\n')}`)),
    )
  })
}
