import { applyMigration } from '@official-accounts/commands/migration/apply-migration'
import { applyMigrationBatch } from '@official-accounts/commands/migration/apply-migration-batch'
import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import { runCommand } from '@official-accounts/commands/run-command'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createImportWorld, type ImportWorld } from './import-world.ts'

const ROWS = 10_000
const COMPONENTS = ['CBP', 'FEMA', 'TSA', 'USCG', 'USCIS', 'ICE', 'CISA']
const PLATFORMS = [
  ['X', 'https://twitter.com/', 15],
  ['Facebook', 'https://www.facebook.com/', 40],
  ['Instagram', 'https://www.instagram.com/', 30],
] as const

let world: ImportWorld

beforeAll(async () => {
  world = await createImportWorld({ accounts: false })
})
afterAll(() => world.close())

// Made-up handles in the shape of the real file: every hundredth row repeats an earlier one, every fiftieth is archived.
function largeFile(prefix: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const [platform, address, longest] = PLATFORMS[at % 3] ?? PLATFORMS[0]
    const number = at % 100 === 99 ? at - 30 : at
    const handle = `Test${prefix}${number}`.slice(0, longest)
    const status = at % 50 === 25 ? 'Archive' : 'Published'
    const source = `"Test register, record ${prefix}${at}, last updated 2022-11-19"`
    return `${COMPONENTS[number % 7]},${platform},,${address}${handle},"${handle} - Test unit ${number}",,${status},${source}`
  })
  return ['component,platform,handle,url,purpose_or_name,language,status,source', ...lines].join('\n')
}

test('an import that dies between batches goes on where it stopped, and repeats nothing', async () => {
  const id = await world.submit(largeFile('a', 1_000))
  await world.approve(id)
  const dying = applyMigration(world.environment, id, {
    size: 300,
    onProgress({ applied }) {
      if (applied === 600) throw new Error('killed')
    },
  })
  await expect(dying).rejects.toThrow('killed')
  expect(await progress(id)).toEqual({ state: 'APPROVED', appliedRows: 600 })
  const before = await world.read((client) =>
    client.account.findMany({ where: { migrationId: id }, orderBy: { id: 'asc' } }),
  )
  await applyMigration(world.environment, id, { size: 300 })
  expect(await progress(id)).toEqual({ state: 'APPLIED', appliedRows: 1_000 })
  const after = await world.read((client) =>
    client.account.findMany({ where: { migrationId: id }, orderBy: { id: 'asc' } }),
  )
  const kept = new Set(before.map((account) => account.id))
  expect(after.filter((account) => kept.has(account.id))).toEqual(before)
  expect(await outcomes(id)).toEqual({ CREATED: 990, DUPLICATE: 10 })
  expect(after).toHaveLength(970)
  expect(await world.read((client) => client.finding.count())).toBe(970)
})

test('a batch that dies in its middle leaves nothing half-written', async () => {
  const id = await world.submit(largeFile('b', 200))
  await world.approve(id)
  const records = await counts()
  const boss = {
    insert: () => Promise.reject(new Error('the queue is gone')),
  } as unknown as CommandEnvironment['boss']
  const broken: CommandEnvironment = { ...world.environment, boss }
  await expect(applyMigration(broken, id)).rejects.toThrow('the queue is gone')
  expect(await progress(id)).toEqual({ state: 'APPROVED', appliedRows: 0 })
  expect(await counts()).toEqual(records)
  await applyMigration(world.environment, id)
  expect(await outcomes(id)).toEqual({ CREATED: 198, DUPLICATE: 2 })
})

test('two processes that apply one import share the work and double nothing', async () => {
  const id = await world.submit(largeFile('c', 400))
  await world.approve(id)
  await Promise.all([1, 2].map(() => applyMigration(world.environment, id, { size: 50 })))
  expect(await outcomes(id)).toEqual({ CREATED: 396, DUPLICATE: 4 })
  const again = { actor: { kind: 'SYSTEM', process: 'test' }, requestId: null } as const
  await applyMigration(world.environment, id)
  await expect(
    runCommand(world.environment, applyMigrationBatch, again, { migrationId: id }),
  ).rejects.toThrow('APPLIED')
})

test('10,000 rows are submitted, decided and applied, each with its outcome', async () => {
  const content = largeFile('d', ROWS)
  const from = performance.now()
  const id = await world.submit(content)
  const submitted = performance.now()
  await world.approve(id)
  await applyMigration(world.environment, id)
  const applied = performance.now()
  console.log(
    `10,000 rows: submitted in ${Math.round(submitted - from)} ms, decided and applied in ${Math.round(applied - submitted)} ms`,
  )
  expect(await outcomes(id)).toEqual({ CREATED: 9_900, DUPLICATE: 100 })
  const accounts = await world.read((client) =>
    client.account.findMany({ where: { migrationId: id }, select: { state: true } }),
  )
  expect(accounts).toHaveLength(9_700)
  expect(await world.read((client) => client.listing.count({ where: { migrationId: id } }))).toBe(ROWS)
  const entries = await world.read((client) =>
    client.auditEntry.count({ where: { groupId: id, action: 'migration.apply' } }),
  )
  // Twenty batches, seven components' chains in each, and the end.
  expect(entries).toBe(141)
})

async function progress(id: string) {
  return world.read((client) =>
    client.migration.findFirstOrThrow({ where: { id }, select: { state: true, appliedRows: true } }),
  )
}

async function outcomes(migrationId: string): Promise<Record<string, number>> {
  const counted = await world.read((client) =>
    client.migrationRow.groupBy({ by: ['outcome'], where: { migrationId }, _count: true }),
  )
  return Object.fromEntries(counted.map(({ outcome, _count }) => [outcome, _count]))
}

async function counts(): Promise<readonly number[]> {
  return world.read(async (client) => [
    await client.account.count(),
    await client.listing.count(),
    await client.finding.count(),
    await client.auditEntry.count({ where: { outcome: 'ACCEPTED' } }),
  ])
}
