import { applyMigrationBatch } from '@official-accounts/commands/migration/apply-migration-batch'
import { runCommand } from '@official-accounts/commands/run-command'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createImportWorld, realFile, type ImportWorld } from './import-world.ts'

const DAY_MS = 86_400_000

describe('a first start with development personas', () => {
  let world: ImportWorld

  beforeAll(async () => {
    const from = performance.now()
    world = await createImportWorld({ accounts: true })
    console.log(
      `first start: ${Math.round(performance.now() - from)} ms, a new database and the personas included`,
    )
  })
  afterAll(() => world.close())

  test('loads the department, its platforms and its accounts, and says so', async () => {
    expect(world.said).toEqual([
      'Loaded 102 platforms.',
      'Loaded 12 components.',
      'Imported accounts.csv.',
      'Imported archived-accounts.csv.',
    ])
    const counts = await world.read(async (client) => [
      await client.component.count(),
      await client.platform.count(),
      await client.platform.count({ where: { kind: 'PROFILE' } }),
      await client.account.count(),
      await client.listing.count({ where: { status: 'PUBLISHED' } }),
      await client.listing.count({ where: { status: 'ARCHIVED' } }),
    ])
    expect(counts).toEqual([12, 102, 41, 298, 298, 43])
  })

  test('every account came with a decided import, is active, vacant and to be claimed', async () => {
    const decision = await world.read((client) =>
      client.decision.findFirstOrThrow({
        where: { platformId: null, migration: { fileName: 'accounts.csv' } },
      }),
    )
    const claimBy = new Date(decision.decidedAt.getTime() + 90 * DAY_MS).toISOString().slice(0, 10)
    const accounts = await world.read((client) =>
      client.account.findMany({ include: { contacts: true, findings: true, listings: true } }),
    )
    for (const account of accounts) {
      expect(account).toMatchObject({
        state: 'ACTIVE',
        useCategory: 'PUBLIC_COMMUNICATION',
        migrationId: decision.migrationId,
        contacts: [],
        findings: [{ clause: 'V.B.10', code: 'NO_OFFICIAL_OUTLET', state: 'OPEN' }],
        purpose: null,
        officialOutletUrl: null,
        activatedAt: null,
        lastConfirmedOn: null,
        claimedAt: null,
      })
      expect(account.claimBy?.toISOString().slice(0, 10)).toBe(claimBy)
      expect(account.source).not.toBe('')
      expect(account.listings.length).toBeGreaterThan(0)
    }
    // Fourteen rows are from pages and not from the register; three of those state a day.
    expect(accounts.filter(({ listedOn }) => listedOn === null)).toHaveLength(11)
  })

  test('the decision on real data is marked as one of development, and made by another than who submitted', async () => {
    const migrations = await world.read((client) =>
      client.migration.findMany({ include: { decisions: true } }),
    )
    for (const { development, state, submittedById, decisions, sourceSha256 } of migrations) {
      expect({ development, state }).toEqual({ development: true, state: 'APPLIED' })
      expect(sourceSha256).toMatch(/^[0-9a-f]{64}$/)
      for (const { decidedById, reason } of decisions) {
        expect(decidedById).not.toBe(submittedById)
        expect(reason).toContain('no decision of the department')
      }
    }
    expect(migrations.map(({ counts }) => counts)).toMatchObject([{ CREATED: 298 }, { CREATED: 40, HELD: 3 }])
  })

  test('the platforms that carry imported accounts are approved under it, every review due; no other is', async () => {
    const approved = await world.read((client) =>
      client.platform.findMany({
        where: { state: 'APPROVED' },
        include: { reviews: true },
        orderBy: { name: 'asc' },
      }),
    )
    expect(approved.map(({ name }) => name)).toEqual([
      'Facebook',
      'Flickr',
      'GitHub',
      'Instagram',
      'LinkedIn',
      'Truth Social',
      'X',
      'YouTube',
    ])
    for (const { reviews, migrationId } of approved) {
      expect(migrationId).not.toBeNull()
      expect(reviews.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 7 }, () => 'DUE'))
    }
    const carrying = await world.read((client) =>
      client.account.findMany({ distinct: ['platformId'], select: { platformId: true } }),
    )
    expect(carrying).toHaveLength(8)
    const others = await world.read((client) =>
      client.platform.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } }),
    )
    expect(others.map(({ state, _count }) => [state, _count])).toEqual([
      ['PROPOSED', 93],
      ['APPROVED', 8],
      ['PROHIBITED', 1],
    ])
  })

  test('TikTok is prohibited by name of the law and its date; terms that no inventory lists are unknown', async () => {
    const tiktok = await world.read((client) =>
      client.platform.findFirstOrThrow({ where: { slug: 'tiktok' } }),
    )
    expect(tiktok).toMatchObject({
      state: 'PROHIBITED',
      prohibitedByLaw: 'No TikTok on Government Devices Act (Pub. L. 117-328, div. R)',
      prohibitedOn: new Date('2022-12-29'),
      termsNegotiated: 'UNKNOWN',
      termsSigned: 'UNKNOWN',
    })
    const terms = await world.read((client) =>
      client.platform.findMany({
        where: { slug: { in: ['x', 'google-plus', 'threads'] } },
        orderBy: { slug: 'asc' },
      }),
    )
    expect(terms.map(({ termsNegotiated, termsSigned }) => [termsNegotiated, termsSigned])).toEqual([
      ['NO', 'UNKNOWN'],
      ['UNKNOWN', 'UNKNOWN'],
      ['YES', 'UNKNOWN'],
    ])
  })

  test('archived rows are history: nothing is retired, and what is listed too waits for a person', async () => {
    expect(await world.read((client) => client.account.count({ where: { state: { not: 'ACTIVE' } } }))).toBe(
      0,
    )
    const archived = await world.read((client) => client.directoryArchivedListing.findMany())
    expect(archived).toHaveLength(40)
    expect(archived.every(({ listedOn, source }) => listedOn !== null && source.includes('Registry'))).toBe(
      true,
    )
    const held = await world.read((client) =>
      client.migrationRow.findMany({ where: { outcome: 'HELD' }, orderBy: { rowNumber: 'asc' } }),
    )
    expect(held.map(({ code, heldReason, canonicalKey }) => [code, heldReason, canonicalKey])).toEqual([
      ['ARCHIVED_BUT_LISTED_HERE', 'CONFLICTS_WITH_SOURCE', 'fema'],
      ['ARCHIVED_BUT_LISTED_HERE', 'CONFLICTS_WITH_SOURCE', 'fema'],
      ['ARCHIVED_BUT_LISTED_HERE', 'CONFLICTS_WITH_SOURCE', 'femaregion4'],
    ])
  })

  test('another start changes nothing at all', async () => {
    const before = await snapshot(world)
    await world.firstStart()
    expect(await snapshot(world)).toEqual(before)
  })
})

describe('a first start that was stopped half-way', () => {
  let world: ImportWorld

  beforeAll(async () => {
    world = await createImportWorld({ accounts: false })
  })
  afterAll(() => world.close())

  test('with an issuer of its own there are components and platforms, and no account that nobody decided on', async () => {
    expect(world.said).toEqual(['Loaded 102 platforms.', 'Loaded 12 components.'])
    expect(await world.read((client) => client.migration.count())).toBe(0)
    expect(await world.read((client) => client.account.count())).toBe(0)
  })

  test('goes on after the submission, and in the middle of the rows', async () => {
    const id = await world.submit(realFile('accounts.csv'), 'accounts.csv')
    await world.approve(id)
    const call = { actor: { kind: 'SYSTEM', process: 'test' }, requestId: null } as const
    await runCommand(world.environment, applyMigrationBatch, call, { migrationId: id, size: 100 })
    expect(await world.read((client) => client.account.count())).toBe(100)
    await world.firstStart()
    expect(await world.read((client) => client.account.count())).toBe(298)
    expect(await world.read((client) => client.migration.count())).toBe(2)
    expect(await world.read((client) => client.migration.count({ where: { state: 'APPLIED' } }))).toBe(2)
    expect(await world.read((client) => client.finding.count())).toBe(298)
  })
})

async function snapshot(world: ImportWorld) {
  return world.read(async (client) => ({
    audit: await client.auditEntry.count(),
    migrations: await client.migration.count(),
    accounts: await client.account.findMany({ orderBy: { id: 'asc' } }),
    listings: await client.listing.count(),
  }))
}
