import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from '../config.ts'
import { createIdentityProvider } from '../identity/identity-provider.ts'
import { currentBuild } from '../jobs/built-folder.ts'
import type { Outcome } from './command-line.ts'

interface Check {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}

const OLDEST_NODE = 24

/** Looks at everything the server needs and says of each whether it is there. Fails when one is not. */
export async function doctor(readConfig: () => Config): Promise<Outcome> {
  const config = readConfig()
  const checks = [
    checkNode(),
    { name: 'settings', ok: true, detail: 'well-formed' },
    checkDataFolder(config),
    await checkServer(config),
    checkBuild(config, 'site'),
    checkBuild(config, 'admin'),
    await checkIssuer(config),
  ]
  const lines = checks.map(({ name, ok, detail }) => `${ok ? 'ok     ' : 'FAILED '} ${name}: ${detail}`)
  return { ok: checks.every((check) => check.ok), report: { checks }, lines }
}

function checkNode(): Check {
  const ok = Number(process.versions.node.split('.')[0]) >= OLDEST_NODE
  return { name: 'node', ok, detail: process.version }
}

function checkDataFolder({ dataDir }: Config): Check {
  try {
    accessSync(existsSync(dataDir) ? dataDir : dirname(dataDir), constants.W_OK)
    return { name: 'data folder', ok: true, detail: dataDir }
  } catch {
    return { name: 'data folder', ok: false, detail: `${dataDir} cannot be written to` }
  }
}

async function checkServer({ port }: Config): Promise<Check> {
  const url = `http://127.0.0.1:${port}/readyz`
  try {
    const response = await fetch(url)
    return { name: 'server and database', ok: response.ok, detail: `${url} answers ${response.status}` }
  } catch {
    return { name: 'server and database', ok: false, detail: `nothing answers at ${url}` }
  }
}

function checkBuild({ dataDir }: Config, face: 'site' | 'admin'): Check {
  const build = currentBuild({ root: join(dataDir, face) })
  return { name: face, ok: build !== null, detail: build ?? 'not built yet' }
}

async function checkIssuer({ identity }: Config): Promise<Check> {
  if (identity === null) return { name: 'sign-in', ok: true, detail: 'development personas' }
  try {
    await createIdentityProvider(identity)()
    return { name: 'sign-in', ok: true, detail: 'the issuer answers' }
  } catch {
    return { name: 'sign-in', ok: false, detail: 'the issuer does not answer' }
  }
}
