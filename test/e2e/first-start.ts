import { execFile } from 'node:child_process'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { startProduct, type RunningProduct } from './start-product.ts'

const run = promisify(execFile)
const PORT_FILE = 'port-of-the-first-start'

/**
 * Starts the product on what a first start leaves: the migrated database with the real data, and both faces built.
 * That start happens once for the run; each that asks gets a copy of its folder, and the port, which the pages name.
 * What a first start itself does is tested in start-again.test.ts.
 */
export async function startFilledProduct(): Promise<RunningProduct> {
  const folder = await mkdtemp(join(tmpdir(), 'official-accounts-e2e-'))
  const filled = await firstStart()
  // Its files belong to the database's user too, where root runs the tests.
  await run('cp', ['-a', `${filled}/.`, folder])
  const product = await startProduct(folder, Number(readFileSync(join(filled, PORT_FILE), 'utf8')))
  return {
    ...product,
    async stop() {
      await product.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function firstStart(): Promise<string> {
  const folder = join(inject('testServer').folder, 'first-start')
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}`
  const port = await freePort()
  const product = await startProduct(unfinished, port)
  await product.stop()
  writeFileSync(join(unfinished, PORT_FILE), String(port))
  renameSync(unfinished, folder)
  return folder
}
