import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { snapshot } from './directory.fixture.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'official-accounts-snapshot-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a snapshot is read as it was written', async () => {
  const file = join(folder, 'whole.json')
  await writeSnapshot(file, snapshot)
  expect(await readSnapshot(file)).toEqual(snapshot)
})

test('a snapshot changed by hand is refused', async () => {
  const file = join(folder, 'changed.json')
  await writeSnapshot(file, snapshot)
  await writeFile(file, (await readFile(file, 'utf8')).replace('one_of_the_tests', 'another'))
  await expect(readSnapshot(file)).rejects.toThrow('does not match its SHA-256')
})

test('a snapshot without its SHA-256 is refused', async () => {
  const file = join(folder, 'alone.json')
  await writeFile(file, JSON.stringify(snapshot))
  await expect(readSnapshot(file)).rejects.toThrow('alone.json.sha256 could not be read')
})
