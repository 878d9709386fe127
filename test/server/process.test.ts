import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmbedded } from '@official-accounts/db/embedded-postgres'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { startTestServer, type RunningTestServer } from './start-test-server.ts'
import { freePort } from '../support/free-port.ts'

const MAIN = fileURLToPath(import.meta.resolve('@official-accounts/server/main'))
const REGISTRY = fileURLToPath(import.meta.resolve('@official-accounts/server/cli/registry'))
const dataDir = mkdtempSync(join(tmpdir(), 'official-accounts-process-'))

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** Runs a script of ours to its end, in an environment of its own. */
async function run(script: string, args: readonly string[], environment: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH, HOME, DATA_DIR: dataDir, ...environment },
  })
  const exited = once(child, 'exit')
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = await exited
  return { code, stdout, stderr }
}

describe('a start that cannot be', () => {
  test('ends with 1 and names the settings that are wrong', async () => {
    const { code, stderr } = await run(MAIN, [], { PORT: 'x', OIDC_NONSENSE: 'secret' })
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/OIDC_NONSENSE is not a name[^]*PORT is not a port/),
    ])
    expect(stderr).not.toMatch(/secret| {4}at /)
  })

  test('ends with 1 and says who has the data folder', async () => {
    const embedded = await startEmbedded({ dataDir, settings: { fsync: 'off' } })
    const { code, stderr } = await run(MAIN, [], { PORT: String(await freePort()) })
    await embedded.stop()
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining(`in use by another running process: process ${process.pid}`),
    ])
  })

  test('ends with 1, says that the port is taken, and leaves no database running', async () => {
    const port = await freePort()
    const other = createServer().listen(port, '127.0.0.1')
    await once(other, 'listening')
    const { code, stderr } = await run(MAIN, [], { PORT: String(port) })
    other.close()
    expect([code, stderr]).toEqual([1, expect.stringContaining(`Port ${port}`)])
    const embedded = await startEmbedded({ dataDir, settings: { fsync: 'off' } })
    expect(embedded.note).toBe('')
    await embedded.stop()
  })
})

describe('the command line', () => {
  let database: TestDatabase
  let server: RunningTestServer
  let environment: Record<string, string>

  beforeAll(async () => {
    database = await createTestDatabase()
    server = await startTestServer({ urls: database })
    environment = { PORT: new URL(server.publicUrl).port }
  })
  afterAll(async () => {
    await server.stop()
    await database.drop()
  })

  test.each([[[]], [['grant-admin']], [['audit', 'export']]])('%j --help is help', async (verb) => {
    const { code, stdout } = await run(REGISTRY, [...verb, '--help'], {})
    expect([code, stdout]).toEqual([0, expect.stringContaining('Usage: registry')])
  })

  test.each([[['nonsense']], [['token']], [['export', 'nonsense']], [['audit', 'list', '--since', 'x']]])(
    '%j is wrong usage: 2',
    async (args) => {
      expect((await run(REGISTRY, args, {})).code).toBe(2)
    },
  )

  test('gives a token that the server takes', async () => {
    const { code, stdout } = await run(REGISTRY, ['token', 'aspa', '--json'], environment)
    expect(code).toBe(0)
    const { accessToken } = JSON.parse(stdout)
    const response = await fetch(`${server.publicUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
      body: '{"query":"{ audience }"}',
    })
    expect(await response.json()).toEqual({ data: { audience: 'INTERNAL' } })
  })

  test('refuses a persona there is not, and malformed settings, in words: 1', async () => {
    expect(await run(REGISTRY, ['token', 'king'], environment)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('no persona king'),
    })
    expect(await run(REGISTRY, ['token', 'aspa', '--json'], { PORT: 'x' })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('PORT is not a port'),
    })
  })

  test('migrates, and makes the first administrator once', async () => {
    const migrated = await run(REGISTRY, ['migrate', '--json'], {})
    expect(JSON.parse(migrated.stdout)).toMatchObject({ ok: true })
    const args = ['grant-admin', '--issuer', 'https://issuer.example', '--subject', 'somebody', '--json']
    expect(JSON.parse((await run(REGISTRY, args, {})).stdout)).toMatchObject({
      ok: true,
      personId: expect.any(String),
    })
    const again = await run(REGISTRY, args, {})
    expect([again.code, JSON.parse(again.stdout)]).toMatchObject([1, { ok: false, code: 'CONFLICT' }])
  })
})
