import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureLogins } from '@official-accounts/db/database-logins'
import type { DatabaseUrls } from '@official-accounts/db/database-logins'
import { startEmbedded } from '@official-accounts/db/embedded-postgres'
import { migrate } from '@official-accounts/db/migrate'
import { EVENT_QUEUE } from '@official-accounts/db/outbox'
import { withDatabase, withConnection } from '@official-accounts/db/database-connection'

/** What every test file gets: a server, and a migrated database on it to copy. */
export interface TestServer extends DatabaseUrls {
  readonly template: string
  /** A folder of the run's own, removed at its end. */
  readonly folder: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

interface Started {
  readonly server: TestServer
  stop(): Promise<void>
}

// Nothing of a test's database has to outlive the machine.
const SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }
const users = Symbol.for('official-accounts.test-server')
const shared = globalThis as { [users]?: { started: Promise<Started>; count: number } }

/** Starts one server for the whole run, whichever projects take part in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const use = (shared[users] ??= { started: startTestServer(), count: 0 })
  use.count += 1
  const { server, stop } = await use.started
  project.provide('testServer', server)
  return async function teardown(): Promise<void> {
    use.count -= 1
    if (use.count > 0) return
    delete shared[users]
    await stop()
  }
}

/** Somebody's own server when DATABASE_OWNER_URL or DATABASE_URL name one, else an embedded one. */
async function startTestServer(): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'official-accounts-test-'))
  const { DATABASE_OWNER_URL, DATABASE_URL } = process.env
  const given = DATABASE_OWNER_URL ?? DATABASE_URL
  const embedded =
    given === undefined ? await startEmbedded({ dataDir: folder, settings: SETTINGS }) : undefined
  const ownerUrl = given ?? embedded?.ownerUrl ?? ''
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const template = `${name}_template`
  await onServer(ownerUrl, `create database ${template}`)
  await migrate(withDatabase(ownerUrl, template), { queues: [{ name: EVENT_QUEUE }] })
  const urls = await ensureLogins(ownerUrl, folder, name)
  async function stop(): Promise<void> {
    await onServer(ownerUrl, `drop database ${template} with (force)`)
    for (const url of [urls.appUrl, urls.publicUrl])
      await onServer(ownerUrl, `drop role ${new URL(url).username}`)
    await embedded?.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { server: { ...urls, template, folder }, stop }
}

function onServer(ownerUrl: string, statement: string): Promise<unknown> {
  return withConnection(ownerUrl, (owner) => owner.query(statement))
}
