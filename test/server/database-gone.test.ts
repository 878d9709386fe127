import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureLogins } from '@official-accounts/db/database-logins'
import { startEmbedded, type EmbeddedPostgres } from '@official-accounts/db/embedded-postgres'
import { migrate } from '@official-accounts/db/migrate'
import { personaToken } from '@official-accounts/server/development/persona-token'
import { QUEUES } from '@official-accounts/server/queues'
import { ask, startTestServer, type RunningTestServer } from './start-test-server.ts'
import { freePort } from '../support/free-port.ts'

// A PostgreSQL of this file's own: it is stopped while it is used.
let dataDir: string
let settings: Record<string, string>
let postgres: EmbeddedPostgres
let server: RunningTestServer
let authorization: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'official-accounts-gone-'))
  settings = { fsync: 'off', port: String(await freePort()) }
  postgres = await startEmbedded({ dataDir, settings })
  await migrate(postgres.ownerUrl, { queues: QUEUES })
  server = await startTestServer({ urls: await ensureLogins(postgres.ownerUrl, dataDir) })
  authorization = `Bearer ${await personaToken(server.publicUrl, 'analyst')}`
})

afterAll(async () => {
  await server.stop()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const askSlowly = () => ask(server.publicUrl, '{ slow(seconds: 30) }', { authorization })
const askPeople = () => ask(server.publicUrl, '{ people }', { authorization })

async function untilSleeping(owner: pg.Client): Promise<void> {
  for (;;) {
    const query =
      "select from pg_stat_activity where query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid()"
    if ((await owner.query(query)).rowCount) return
    await wait(20)
  }
}

/** Cuts every connection but the owner's, and waits until the last of them is gone: the pools have been told by then. */
async function cutConnections(owner: pg.Client): Promise<void> {
  const others = 'from pg_stat_activity where pid <> pg_backend_pid() and usename is not null'
  await owner.query(`select pg_terminate_backend(pid, 5000) ${others}`)
}

function expectFault({ body }: Awaited<ReturnType<typeof askSlowly>>): void {
  expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'INTERNAL', requestId: expect.any(String) })
  expect(JSON.stringify(body)).not.toMatch(/prisma|postgres|terminat|P\d{4}|connection/i)
}

test('a connection cut in mid-request is a masked fault of that request, and nothing else', async () => {
  const owner = new pg.Client(postgres.ownerUrl)
  await owner.connect()
  for (let round = 0; round < 5; round++) {
    const slow = askSlowly()
    await untilSleeping(owner)
    await cutConnections(owner)
    expectFault(await slow)
    expect((await askPeople()).body.data?.['people']).toContain('Persona ASPA')
  }
  await owner.end()
})

test('a database that stops in mid-request is said to be gone, strangers are answered, and it is used again once it is back', async () => {
  const owner = new pg.Client(postgres.ownerUrl)
  owner.on('error', () => {})
  await owner.connect()
  const slow = askSlowly()
  await untilSleeping(owner)
  await postgres.stop()
  expectFault(await slow)
  const during = await askPeople()
  expect([during.status, during.body.errors?.[0]?.extensions['code']]).toEqual([503, 'INTERNAL'])
  expect((await fetch(`${server.publicUrl}/readyz`)).status).toBe(503)
  expect((await fetch(`${server.publicUrl}/healthz`)).status).toBe(200)
  expect((await ask(server.publicUrl, '{ hello }')).body.data).toEqual({ hello: 'world' })
  postgres = await startEmbedded({ dataDir, settings })
  expect((await askPeople()).body.data?.['people']).toContain('Persona ASPA')
  expect((await fetch(`${server.publicUrl}/readyz`)).status).toBe(200)
})
