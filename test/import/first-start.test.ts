import { afterAll, beforeAll, expect, test } from 'vitest'
import { createImportWorld, type ImportWorld } from './import-world.ts'

let world: ImportWorld
let took = 0

beforeAll(async () => {
  const from = performance.now()
  world = await createImportWorld({ accounts: true })
  took = performance.now() - from
})
afterAll(() => world.close())

test('a first start loads the department, its platforms and its accounts, and says so', async () => {
  console.log(`first start with the real data: ${Math.round(took)} ms, database and personas included`)
  expect(world.said).toEqual([
    'Loaded 102 platforms.',
    'Loaded 12 components.',
    'Imported accounts.csv.',
    'Imported archived-accounts.csv.',
  ])
  expect(await world.read((client) => client.component.count())).toBe(12)
  expect(await world.read((client) => client.platform.count({ where: { kind: 'PROFILE' } }))).toBe(41)
  expect(await world.read((client) => client.account.count())).toBe(298)
})
