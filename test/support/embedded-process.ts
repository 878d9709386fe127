import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** How a process that was to hold an embedded server went on: it holds one, or it ended and said why. */
export type Outcome =
  | { readonly ownerUrl: string; readonly pid: number; readonly note: string }
  | { readonly exitCode: number | null; readonly said: string }

/** A child process, what became of its server, and its end by kill -9. */
export interface Holder {
  readonly child: ChildProcess
  readonly outcome: Outcome
  kill(): Promise<void>
}

const MODULE = fileURLToPath(import.meta.resolve('@official-accounts/db/embedded-postgres'))
const SCRIPT = fileURLToPath(new URL('embedded-child.ts', import.meta.url))

/** Starts the embedded server in another process, by default this repository's code under our own identity. */
export async function holdInAnotherProcess(
  dataDir: string,
  options: { uid?: number; script?: string; module?: string; node?: string } = {},
): Promise<Holder> {
  const { uid, script = SCRIPT, module = MODULE, node = process.execPath } = options
  const identity = uid === undefined ? {} : { uid, gid: uid }
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe']
  const child = spawn(node, [script, module, dataDir], { cwd: '/', ...identity, stdio })
  const exited = once(child, 'exit')
  const errors = text(child.stderr)
  const firstLine = once(createInterface(child.stdout), 'line').then(([line]): Outcome => JSON.parse(line))
  const end = exited.then(async ([code]): Promise<Outcome> => ({ exitCode: code, said: await errors }))
  const outcome = await Promise.race([firstLine, end])
  async function kill(): Promise<void> {
    child.kill('SIGKILL')
    await exited
  }
  return { child, outcome, kill }
}
