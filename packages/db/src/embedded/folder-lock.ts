import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import type { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Another running process has the data folder open; the message names it. */
export class EmbeddedDatabaseInUseError extends Error {
  readonly code = 'EMBEDDED_DATABASE_IN_USE'
  readonly folder: string

  constructor(folder: string, holder: string) {
    super(
      `The database folder ${folder} is in use by another running process: ${holder}. ` +
        'Stop it, or give this one a DATA_DIR of its own or a DATABASE_URL.',
    )
    this.name = 'EmbeddedDatabaseInUseError'
    this.folder = folder
  }
}

/** Held until released or until the process dies, however it dies. */
export interface FolderLock {
  release(): void
}

/**
 * Locks a folder against other processes of this machine by listening on a local socket named after it,
 * which also tells the next one who holds it.
 *
 * @throws EmbeddedDatabaseInUseError when somebody else holds it
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const address = socketAddress(folder)
  for (let attempt = 0; attempt < 2; attempt++) {
    const server = await listen(address)
    if (server !== undefined) return { release: () => void server.close() }
    const holder = await askHolder(address)
    if (holder !== undefined) throw new EmbeddedDatabaseInUseError(folder, holder)
    // Only a socket in the file system outlives its process; nobody answers on this one.
    if (process.platform !== 'linux' && process.platform !== 'win32') rmSync(address, { force: true })
  }
  throw new EmbeddedDatabaseInUseError(folder, 'one that does not say who it is')
}

function socketAddress(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32)
  const name = `official-accounts-database-${digest}`
  if (process.platform === 'linux') return `\0${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return join(tmpdir(), `oa-${digest}.sock`)
}

async function listen(address: string): Promise<Server | undefined> {
  const whoIHold = `process ${process.pid} (${process.argv.slice(1).join(' ')})`
  const server = createServer((socket) => socket.on('error', () => {}).end(whoIHold)).unref()
  try {
    server.listen(address)
    await once(server, 'listening')
    return server
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined
    throw error
  }
}

async function askHolder(address: string): Promise<string | undefined> {
  let answer = ''
  try {
    const socket = connect(address).setTimeout(2000, () => socket.destroy(new Error('no answer')))
    for await (const chunk of socket) answer += chunk
  } catch (error) {
    const refused = error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED'
    if (refused) return undefined
  }
  return answer === '' ? 'one that does not say who it is' : answer
}
