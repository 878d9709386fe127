import { previewMigration } from '@official-accounts/commands/migration/preview-migration'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createImportWorld, realFile, type ImportWorld } from './import-world.ts'

const FILE = 'registry-export.csv'

describe('the federal registry’s export, imported over the real accounts', () => {
  let world: ImportWorld
  let id: string

  beforeAll(async () => {
    world = await createImportWorld({ accounts: true })
    id = await world.importFile(realFile(FILE), FILE)
  })
  afterAll(() => world.close())

  test('every one of its 421 rows has exactly one outcome', async () => {
    expect(await report(world, id)).toEqual({
      'CREATED NEW_ACCOUNT': 59,
      'DUPLICATE SAME_ACCOUNT_IN_FILE': 6,
      'HELD ARCHIVED_BUT_LISTED_HERE': 3,
      'HELD COMPONENT_UNKNOWN': 2,
      'HELD NAMED_AFTER_PERSON': 20,
      'HELD OTHER_COMPONENT': 2,
      'REJECTED GROUP': 1,
      'REJECTED HOST_DOES_NOT_MATCH': 1,
      'REJECTED NO_ACCOUNT_IN_URL': 1,
      'REJECTED PERSONAL_PROFILE': 1,
      'UNCHANGED NOTHING_NEW': 322,
      'UNCHANGED WAITS_ALREADY': 3,
    })
    const migration = await world.read((client) => client.migration.findFirstOrThrow({ where: { id } }))
    expect(migration.appliedCounts).toEqual({
      CREATED: 59,
      DUPLICATE: 6,
      HELD: 27,
      REJECTED: 4,
      UNCHANGED: 325,
    })
    expect(migration.rowCount).toBe(421)
  })

  test('what is no account of an office is rejected with the reason', async () => {
    expect(await rows(world, id, 'REJECTED')).toEqual([
      [47, 'PERSONAL_PROFILE', 'The address is a personal profile, which no office runs (V.B.8).'],
      [328, 'GROUP', 'The address is a group and no account under the department’s control (V.B.8).'],
      [375, 'HOST_DOES_NOT_MATCH', 'The row says Facebook; its address is on no host known here.'],
      [407, 'NO_ACCOUNT_IN_URL', 'There is no account in the address.'],
    ])
    const [healy] = await world.read((client) =>
      client.migrationRow.findMany({ where: { migrationId: id, rowNumber: 375 } }),
    )
    expect(healy?.raw).toMatchObject({ link: 'https://www.facebook/cgchealy' })
  })

  test('the accounts of ICE that stand there twice are one account each', async () => {
    const duplicates = await world.read((client) =>
      client.migrationRow.findMany({
        where: { migrationId: id, outcome: 'DUPLICATE' },
        orderBy: { rowNumber: 'asc' },
      }),
    )
    expect(duplicates.map(({ rowNumber, duplicateOf }) => [rowNumber, duplicateOf])).toEqual([
      [65, 1],
      [84, 51],
      [85, 83],
      [101, 55],
      [271, 3],
      [285, 269],
    ])
    const ice = await world.componentId('ICE')
    for (const rowNumber of [65, 84, 85]) {
      const row = duplicates.find((duplicate) => duplicate.rowNumber === rowNumber)
      const account = await world.read((client) =>
        client.account.findFirstOrThrow({ where: { id: row?.accountId ?? '' } }),
      )
      expect(account.componentId).toBe(ice)
    }
  })

  test('FEMA’s pages that it archives stay listed, and their conflict is one work item', async () => {
    const fema = await world.read((client) =>
      client.account.findMany({
        where: { canonicalKey: { in: ['fema', 'femaregion4'] } },
        include: { listings: true },
      }),
    )
    expect(fema.map(({ state }) => state)).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE'])
    expect(fema.every(({ listings }) => listings.some(({ status }) => status === 'ARCHIVED'))).toBe(true)
    const open = await world.read((client) =>
      client.migrationRow.findMany({
        where: { outcome: 'HELD', resolvedAt: null, accountId: { in: fema.map((one) => one.id) } },
      }),
    )
    expect(open).toHaveLength(3)
  })

  test('every row that names an account leaves its listing, duplicates included; names of persons stay inside', async () => {
    const source = 'U.S. Digital Registry export'
    expect(await world.read((client) => client.listing.count({ where: { source } }))).toBe(421 - 4 - 20)
    const persons = await world.read((client) =>
      client.migrationRow.findMany({ where: { migrationId: id, code: 'NAMED_AFTER_PERSON' } }),
    )
    const keys = persons.flatMap(({ canonicalKey }) => canonicalKey ?? [])
    expect(keys).toHaveLength(20)
    expect(
      await world.read((client) => client.listing.count({ where: { canonicalKey: { in: keys } } })),
    ).toBe(0)
    expect(
      await world.read((client) => client.account.count({ where: { canonicalKey: { in: keys } } })),
    ).toBe(0)
  })

  test('a description that names a person becomes no public title', async () => {
    const chief = await world.read((client) =>
      client.account.findFirstOrThrow({ where: { canonicalKey: 'usbpchief' } }),
    )
    const row = await world.read((client) =>
      client.migrationRow.findFirstOrThrow({ where: { migrationId: id, accountId: chief.id } }),
    )
    expect(row.raw).toMatchObject({
      'Short description': expect.stringMatching(/, Chief [A-Z][a-z]+ [A-Z][a-z]+\.$/),
    })
    expect(chief.title).toBe('USBPChief')
  })

  test('no account loses its component to the bare department, and nothing is retired', async () => {
    const department = await world.componentId('DHS HQ')
    expect(await world.read((client) => client.account.count({ where: { componentId: department } }))).toBe(4)
    expect(await world.read((client) => client.account.count({ where: { state: 'RETIRED' } }))).toBe(0)
  })

  test('each component’s audit chain lists a digest for every record the import touched there', async () => {
    const entries = await world.read((client) =>
      client.auditEntry.findMany({ where: { action: 'migration.apply', groupId: id } }),
    )
    const changes = entries.flatMap(
      (entry) => entry.changes as { field: string; before: string | null; after: string }[],
    )
    const listed = (kind: string) => changes.filter(({ field }) => field.startsWith(kind))
    expect(listed('Account/')).toHaveLength(59)
    expect(listed('Listing/')).toHaveLength(397)
    expect(
      listed('Account/').every(({ before, after }) => before === null && /^sha256:[0-9a-f]{64}$/.test(after)),
    ).toBe(true)
    const uscg = await world.componentId('USCG')
    const made = await world.read((client) =>
      client.account.findMany({ where: { migrationId: id, componentId: uscg } }),
    )
    const chain = entries
      .filter(({ chainId }) => chainId === uscg)
      .flatMap((entry) => JSON.stringify(entry.changes))
    expect(made.length).toBeGreaterThan(0)
    for (const { id: accountId } of made) expect(chain.join()).toContain(`Account/${accountId}`)
  })

  test('imported again, it changes nothing', async () => {
    const before = await records(world)
    const again = await world.importFile(realFile(FILE), FILE)
    expect(await report(world, again)).toEqual({
      'DUPLICATE SAME_ACCOUNT_IN_FILE': 6,
      'REJECTED GROUP': 1,
      'REJECTED HOST_DOES_NOT_MATCH': 1,
      'REJECTED NO_ACCOUNT_IN_URL': 1,
      'REJECTED PERSONAL_PROFILE': 1,
      'UNCHANGED NOTHING_NEW': 381,
      'UNCHANGED WAITS_ALREADY': 30,
    })
    expect(await records(world)).toEqual(before)
    const entries = await world.read((client) => client.auditEntry.findMany({ where: { groupId: again } }))
    expect(entries).toHaveLength(1)
    expect(JSON.stringify(entries[0]?.changes)).not.toMatch(/Account|Listing/)
  })
})

describe('the same export in a registry without accounts', () => {
  let world: ImportWorld

  beforeAll(async () => {
    world = await createImportWorld({ accounts: false })
  })
  afterAll(() => world.close())

  test('a preview says row by row what the import then does, and writes nothing', async () => {
    const audited = await world.read((client) => client.auditEntry.count())
    const preview = await previewMigration(world.environment, await world.actor('opa'), {
      fileName: FILE,
      content: realFile(FILE),
    })
    expect(await world.read((client) => client.migrationRow.count())).toBe(0)
    expect(await world.read((client) => client.auditEntry.count())).toBe(audited)
    expect(preview.counts).toEqual({
      CREATED: 381,
      UPDATED: 1,
      UNCHANGED: 0,
      DUPLICATE: 5,
      HELD: 30,
      REJECTED: 4,
    })

    const id = await world.importFile(realFile(FILE), FILE)
    const applied = await world.read((client) =>
      client.migrationRow.findMany({ where: { migrationId: id }, orderBy: { rowNumber: 'asc' } }),
    )
    expect(applied.map(({ code, reason }) => [code, reason])).toEqual(
      preview.rows.map(({ judgement }) => [judgement.code, judgement.reason]),
    )
  })
})

async function report(world: ImportWorld, migrationId: string): Promise<Record<string, number>> {
  const counted = await world.read((client) =>
    client.migrationRow.groupBy({ by: ['outcome', 'code'], where: { migrationId }, _count: true }),
  )
  return Object.fromEntries(counted.map(({ outcome, code, _count }) => [`${outcome} ${code}`, _count]))
}

async function rows(world: ImportWorld, migrationId: string, outcome: 'REJECTED') {
  const found = await world.read((client) =>
    client.migrationRow.findMany({ where: { migrationId, outcome }, orderBy: { rowNumber: 'asc' } }),
  )
  return found.map(({ rowNumber, code, reason }) => [rowNumber, code, reason])
}

async function records(world: ImportWorld) {
  return world.read(async (client) => ({
    accounts: await client.account.findMany({ orderBy: { id: 'asc' } }),
    listings: await client.listing.findMany({ orderBy: { id: 'asc' } }),
    findings: await client.finding.findMany({ orderBy: { id: 'asc' } }),
    platforms: await client.platform.findMany({ orderBy: { id: 'asc' } }),
  }))
}
