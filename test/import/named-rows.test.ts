import { evaluateSubjects } from '@official-accounts/commands/compliance/evaluate-all'
import { EVENT_QUEUE } from '@official-accounts/db/outbox'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heldRow, resolve } from './import-rows.ts'
import { accountsFile, createImportWorld, record, type ImportWorld } from './import-world.ts'

let world: ImportWorld
beforeAll(async () => {
  world = await createImportWorld({ accounts: true })
})
afterAll(() => world.close())

async function eventsOf(subject: string): Promise<readonly string[]> {
  const owner = new pg.Client(world.database.ownerUrl)
  await owner.connect()
  const { rows } = await owner.query(
    `select data->>'type' as type from pgboss.job where name = $1 and data->>'subject' = $2`,
    [EVENT_QUEUE, subject],
  )
  await owner.end()
  return rows.map(({ type }) => type)
}

test('IV.C.2: a held row named after a person says that its name needs an approval, and accepted it is found at once', async () => {
  const at = record(60, '2023-01-01')
  const id = await world.importFile(
    accountsFile(['CBP', 'X', 'https://x.com/testcbp_doe', 'Jane Doe', 'Published', at]),
  )
  const row = await heldRow(world, id)
  expect(row.reason).toContain('approval as well (IV.C.2)')
  await resolve(world, row.id, 'ACCEPT')
  const account = await world.read((client) =>
    client.account.findFirstOrThrow({ where: { canonicalKey: 'testcbp_doe' } }),
  )
  expect([account.state, account.namesPersonIn]).toEqual(['ACTIVE', ['HANDLE', 'TITLE']])
  expect(await eventsOf(`Account/${account.id}`)).toEqual(['migration.rowResolved'])
  await evaluateSubjects(world.environment, { kind: 'ACCOUNT', ids: [account.id] })
  const found = await world.read((client) =>
    client.finding.findMany({ where: { accountId: account.id, code: 'NAMES_PERSON' } }),
  )
  expect(found).toMatchObject([{ clause: 'IV.C.2', state: 'OPEN' }])
})
