import type { DatabaseUrls } from '@official-accounts/db/database-logins'
import { freePort } from '../../support/free-port.ts'
import { startProcess } from '../machine/start-process.ts'
import { installPostgraphile } from './install-postgraphile.ts'

/** Who is measured: our server, PostGraphile, and a server written by hand for these very requests. */
export const CONTENDER_NAMES = ['ours', 'postgraphile', 'raw'] as const

export type ContenderName = (typeof CONTENDER_NAMES)[number]

/** A server that answers. */
export interface Contender {
  readonly name: ContenderName
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

export type Contenders = Readonly<Record<ContenderName, Contender>>

/** Where the contenders find the data: ours by its own logins, the peers by one that may do what they are measured at. */
export interface ContenderOptions {
  readonly urls: DatabaseUrls
  readonly peerUrl: string
  readonly rawUrl: string
  readonly dataDir: string
  readonly subjectPort: number
  readonly connections: number
}

/** Starts all three on the server's core; only one of them has work at a time. */
export async function startContenders(options: ContenderOptions): Promise<Contenders> {
  await installPostgraphile()
  const { urls, dataDir, subjectPort, peerUrl, rawUrl, connections } = options
  const here = (path: string) => new URL(path, import.meta.url)
  return {
    ours: await start('ours', here('subject-server.ts'), subjectPort, { urls, dataDir }),
    postgraphile: await start('postgraphile', here('../peers/postgraphile/server.mjs'), await freePort(), {
      databaseUrl: peerUrl,
      connections,
    }),
    raw: await start('raw', here('raw-server.ts'), await freePort(), { databaseUrl: rawUrl, connections }),
  }
}

async function start(name: ContenderName, file: URL, port: number, settings: object): Promise<Contender> {
  const { pid, stop } = await startProcess(file, { port, ...settings })
  return { name, url: `http://127.0.0.1:${port}`, pid, stop }
}
