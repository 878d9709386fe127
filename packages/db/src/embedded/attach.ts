import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { OWNER_LOGIN } from './cluster.ts'

const PORT_LINE = 3
const STATUS_LINE = 7

/** The owner's address of an embedded server that another process runs on a data folder; null when none is ready. */
export function runningOwnerUrl(dataDir: string, database: string): string | null {
  if (!existsSync(dataDir)) return null
  const folder = realpathSync(dataDir)
  const pidFile = join(folder, 'postgres-18/postmaster.pid')
  const passwordFile = join(folder, 'owner-password')
  if (!existsSync(pidFile) || !existsSync(passwordFile)) return null
  const lines = readFileSync(pidFile, 'utf8').split('\n')
  if (lines[STATUS_LINE]?.trim() !== 'ready') return null
  const password = readFileSync(passwordFile, 'utf8').trim()
  return `postgresql://${OWNER_LOGIN}:${password}@127.0.0.1:${lines[PORT_LINE]}/${database}`
}
