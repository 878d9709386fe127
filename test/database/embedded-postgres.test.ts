import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { startEmbedded } from '@official-accounts/db/embedded-postgres'
import { postgresFolder } from '@official-accounts/db/embedded/binaries'
import { EmbeddedDatabaseInUseError } from '@official-accounts/db/embedded/folder-lock'
import { serverIdentity } from '@official-accounts/db/embedded/run-as'
import { withConnection } from '@official-accounts/db/database-connection'
import { copyDatabasePackage } from '../support/database-package-copy.ts'
import { holdInAnotherProcess } from '../support/embedded-process.ts'
import type { Holder } from '../support/embedded-process.ts'

const NOBODY = 65_534
const isRoot = process.getuid?.() === 0
const toDo: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanUp of toDo.splice(0).reverse()) await cleanUp()
})

test('a first start makes a server that a password opens, and a later one finds the rows again', async () => {
  const dataDir = newFolder()
  const first = await start(dataDir)
  await query(first.ownerUrl, 'create table kept as select 42 as answer')
  expect(await query(first.ownerUrl, 'show fsync')).toEqual([{ fsync: 'on' }])
  await first.stop()
  const second = await start(dataDir)
  expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
  expect(second.note).toBe('')
})

test('nobody comes in without the password, and only the owner of the process can read it', async () => {
  const dataDir = newFolder()
  const { ownerUrl } = await start(dataDir)
  const wrong = new URL(ownerUrl)
  wrong.password = 'guessed'
  await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  expect(statSync(join(dataDir, 'owner-password')).mode & 0o777).toBe(0o600)
  expect(await query(ownerUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
})

test('a start after kill -9 of the process finds every committed row', async () => {
  const dataDir = newFolder()
  const holder = await hold(dataDir)
  await query(urlOf(holder), 'create table kept as select 42 as answer')
  await holder.kill()
  const { ownerUrl } = await start(dataDir)
  expect(await query(ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('a start stops a server whose parent died without it', async () => {
  const dataDir = newFolder()
  await (await start(dataDir)).stop()
  const orphan = await launchOrphan(dataDir)
  const { note, pid } = await start(dataDir)
  expect(note).toContain(`an orphaned server (process ${orphan}) was stopped`)
  expect(pid).not.toBe(orphan)
})

test('a second start on one folder is refused in words that name the holder', async () => {
  const dataDir = newFolder()
  const holder = await hold(dataDir)
  const second = await hold(dataDir)
  expect(second.outcome).toEqual({
    exitCode: 1,
    said: expect.stringContaining(`process ${holder.child.pid} `),
  })
  await expect(startEmbedded({ dataDir })).rejects.toThrow(EmbeddedDatabaseInUseError)
  expect(await query(urlOf(holder), 'select 1 as answer')).toEqual([{ answer: 1 }])
})

test('a pid file whose number belongs to another program is removed, and that program lives', async () => {
  const dataDir = newFolder()
  await (await start(dataDir)).stop()
  writeFileSync(join(dataDir, 'postgres-18/postmaster.pid'), `${process.pid}\n`)
  const { note, ownerUrl } = await start(dataDir)
  expect(note).toContain('stale')
  expect(await query(ownerUrl, 'select 1 as answer')).toEqual([{ answer: 1 }])
})

test('a first start cut short is begun again', async () => {
  const dataDir = newFolder()
  mkdirSync(join(dataDir, 'postgres-18.new/data'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres-18.new/data/PG_VERSION'), '1')
  const { ownerUrl } = await start(dataDir)
  expect(await query(ownerUrl, 'select 1 as answer')).toEqual([{ answer: 1 }])
  expect(existsSync(join(dataDir, 'postgres-18.new'))).toBe(false)
})

test('the data may lie below a folder closed to the identity of the server', async () => {
  const closed = newFolder()
  chmodSync(closed, 0o700)
  const { ownerUrl } = await start(join(closed, 'deep/data'))
  expect(await query(ownerUrl, 'select 1 as answer')).toEqual([{ answer: 1 }])
})

test('the repository may lie there too: the server then runs from a copy of its programs', async () => {
  const closed = newFolder()
  chmodSync(closed, 0o700)
  const holder = await hold(join(closed, 'data'), copyDatabasePackage(join(closed, 'copy')))
  expect(await query(urlOf(holder), 'select 1 as answer')).toEqual([{ answer: 1 }])
})

test('an ordinary user runs it under their own identity', async () => {
  const folder = newFolder()
  chmodSync(folder, 0o755)
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  if (isRoot) chownSync(dataDir, NOBODY, NOBODY)
  const copy = copyDatabasePackage(join(folder, 'copy'))
  const holder = await hold(dataDir, isRoot ? { ...copy, uid: NOBODY } : copy)
  expect(await query(urlOf(holder), 'select 1 as answer')).toEqual([{ answer: 1 }])
  expect(statSync(join(dataDir, 'postgres-18')).uid).toBe(isRoot ? NOBODY : process.getuid?.())
})

function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'official-accounts-embedded-')))
  toDo.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function start(dataDir: string) {
  const server = await startEmbedded({ dataDir })
  toDo.push(() => server.stop())
  return server
}

async function hold(dataDir: string, options?: Parameters<typeof holdInAnotherProcess>[1]): Promise<Holder> {
  const holder = await holdInAnotherProcess(dataDir, options)
  toDo.push(async () => {
    await holder.kill()
    if ('pid' in holder.outcome) await untilEnded(holder.outcome.pid)
  })
  return holder
}

function urlOf({ outcome }: Holder): string {
  if ('said' in outcome) throw new Error(outcome.said)
  return outcome.ownerUrl
}

/** A server on the cluster while nobody holds the folder's lock: what a dead parent leaves behind. */
async function launchOrphan(dataDir: string): Promise<number> {
  const cluster = join(dataDir, 'postgres-18')
  const identity = serverIdentity(cluster)
  const program = join(postgresFolder(identity), 'bin/postgres')
  const args = ['-D', '/proc/self/cwd', '-c', 'listen_addresses=', '-c', 'unix_socket_directories=.']
  const options = {
    cwd: cluster,
    env: { LC_ALL: 'C' },
    stdio: 'ignore',
    detached: true,
    ...identity,
  } as const
  const server = spawn(program, args, options)
  await once(server, 'spawn')
  while (!existsSync(join(cluster, 'postmaster.pid'))) await setTimeout(10)
  return server.pid ?? 0
}

async function untilEnded(pid: number): Promise<void> {
  while (existsSync(`/proc/${pid}`)) await setTimeout(10)
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const { rows } = await withConnection(url, (client) => client.query(sql))
  return rows
}
