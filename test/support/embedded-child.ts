import { pathToFileURL } from 'node:url'
import type * as embedded from '@official-accounts/db/embedded-postgres'

// A process of its own that holds the embedded server: node embedded-child.ts <module> <data folder>
const [, , module = '', dataDir = ''] = process.argv
const { startEmbedded } = (await import(pathToFileURL(module).href)) as typeof embedded

try {
  const { ownerUrl, pid, note } = await startEmbedded({ dataDir })
  console.log(JSON.stringify({ ownerUrl, pid, note }))
  setInterval(() => {}, 60_000)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
