import { resolveMigrationRow } from '@official-accounts/commands/migration/resolve-migration-row'
import { runCommand } from '@official-accounts/commands/run-command'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountOf, heldRow, only, resolve } from './import-rows.ts'
import {
  accountsFile,
  createImportWorld,
  exportFile,
  record,
  refusalOf,
  type ImportWorld,
} from './import-world.ts'

let world: ImportWorld

beforeAll(async () => {
  world = await createImportWorld({ accounts: false })
})
afterAll(() => world.close())

describe('a held row waits for a person', () => {
  const person = [
    'CBP',
    'X',
    'https://x.com/testcbp_doe',
    'Jane Doe',
    'Published',
    record(60, '2023-01-01'),
  ] as const

  test('one named after a person, as a work item that names no reason to reject', async () => {
    const id = await world.importFile(accountsFile([...person]))
    expect(await only(world, id)).toEqual(['HELD NAMED_AFTER_PERSON'])
    expect(await accountOf(world, 'testcbp_doe')).toBeNull()
  })

  test('only the Office of Public Affairs settles it, once', async () => {
    const row = await world.read((client) =>
      client.migrationRow.findFirstOrThrow({ where: { canonicalKey: 'testcbp_doe' } }),
    )
    const call = { actor: await world.actor('director-cbp'), requestId: null }
    const foreign = runCommand(world.environment, resolveMigrationRow, call, {
      rowId: row.id,
      resolution: 'ACCEPT',
      reason: 'Mine.',
    })
    expect((await refusalOf(foreign)).code).toBe('FORBIDDEN')
    await resolve(world, row.id, 'REJECT')
    expect(await refusalOf(resolve(world, row.id, 'ACCEPT'))).toMatchObject({
      code: 'INVALID_STATE',
      state: 'REJECTED',
    })
    const entries = await world.read((client) =>
      client.auditEntry.findMany({ where: { subjectId: row.id, outcome: 'ACCEPTED' } }),
    )
    expect(entries).toMatchObject([{ action: 'migration.resolveRow', reason: 'Looked at it.' }])
  })

  test('rejected on review it stays rejected, until the register says something newer', async () => {
    const again = await world.importFile(accountsFile([...person]))
    expect(await only(world, again)).toEqual(['REJECTED REJECTED_ON_REVIEW'])
    expect(
      await world.read((client) => client.listing.count({ where: { canonicalKey: 'testcbp_doe' } })),
    ).toBe(0)
    await world.tamper("update migration_row set resolved_at = '2023-02-01' where resolution = 'REJECTED'")
    const [component, platform, url, name, status] = person
    const newer = accountsFile([component, platform, url, name, status, record(61, '2023-03-01')])
    expect(await only(world, await world.importFile(newer))).toEqual(['HELD NAMED_AFTER_PERSON'])
  })

  test('a component is assigned by whoever accepts the row', async () => {
    const id = await world.importFile(
      exportFile([
        'Department of Homeland Security',
        'Facebook',
        'Test Campaign',
        '',
        '2023-01-01',
        'https://www.facebook.com/testcampaign',
        'Published',
      ]),
    )
    expect(await only(world, id)).toEqual(['HELD COMPONENT_UNKNOWN'])
    const row = await heldRow(world, id)
    // Facebook carries no account yet: no decision has approved it.
    const cbp = await world.componentId('CBP')
    expect(await refusalOf(resolve(world, row.id, 'ACCEPT', cbp))).toMatchObject({
      code: 'POLICY_REFUSAL',
      clauses: ['V.B.1', 'IV.A.2'],
    })
    await world.importFile(
      accountsFile([
        'CBP',
        'Facebook',
        'https://www.facebook.com/testother',
        'Test other',
        'Published',
        record(65, '2023-01-01'),
      ]),
    )
    expect(await refusalOf(resolve(world, row.id, 'ACCEPT'))).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'componentId' }],
    })
    await resolve(world, row.id, 'ACCEPT', cbp)
    const account = await accountOf(world, 'testcampaign')
    expect(account).toMatchObject({
      state: 'ACTIVE',
      migrationId: id,
      componentId: cbp,
      source: 'U.S. Digital Registry export',
    })
    expect(account?.findings.map(({ code }) => code)).toEqual(['NO_OFFICIAL_OUTLET'])
    expect(account?.listings).toHaveLength(1)
    const settled = await world.read((client) =>
      client.migrationRow.findFirstOrThrow({ where: { id: row.id } }),
    )
    expect(settled).toMatchObject({
      outcome: 'HELD',
      resolution: 'ACCEPTED',
      resolutionReason: 'Looked at it.',
      accountId: account?.id,
    })
  })
})
