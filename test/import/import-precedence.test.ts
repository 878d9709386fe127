import { claimAccount } from '@official-accounts/commands/account/claim-account'
import { renameAccount } from '@official-accounts/commands/account/rename-account'
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

describe('a row that is newer wins, a contradiction waits', () => {
  test('a newer row changes what no office has confirmed; an older one changes nothing', async () => {
    const url = 'https://x.com/testnewer'
    await world.importFile(
      accountsFile(['CBP', 'X', url, 'First title', 'Published', record(10, '2023-01-01')]),
    )
    const newer = await world.importFile(
      accountsFile(['CBP', 'X', url, 'Second title', 'Published', record(11, '2023-06-01')]),
    )
    expect(await only(world, newer)).toEqual(['UPDATED NEWER_FACTS'])
    const older = await world.importFile(
      accountsFile(['CBP', 'X', url, 'Third title', 'Published', record(12, '2023-03-01')]),
    )
    expect(await only(world, older)).toEqual(['UNCHANGED NOTHING_NEW'])
    const account = await accountOf(world, 'testnewer')
    expect(account).toMatchObject({ title: 'Second title', listedOn: new Date('2023-06-01'), version: 2 })
    expect(account?.listings).toHaveLength(3)
  })

  test('a day still to come outranks nothing', async () => {
    const url = 'https://x.com/testfuture'
    await world.importFile(accountsFile(['CBP', 'X', url, 'Present', 'Published', record(15, '2023-01-01')]))
    const later = await world.importFile(
      accountsFile(['CBP', 'X', url, 'From the future', 'Published', record(16, '2999-01-01')]),
    )
    expect(await only(world, later)).toEqual(['UNCHANGED NOTHING_NEW'])
    expect((await accountOf(world, 'testfuture'))?.title).toBe('Present')
  })

  test('a row never puts the bare department over a known component, not even a newer one', async () => {
    const url = 'https://x.com/testbare'
    await world.importFile(
      accountsFile(['FEMA', 'X', url, 'Test bare', 'Published', record(20, '2023-01-01')]),
    )
    const explicit = await world.importFile(
      accountsFile(['DHS HQ', 'X', url, 'Test bare, later', 'Published', record(21, '2023-02-01')]),
    )
    const label = exportFile([
      'Department of Homeland Security',
      'Twitter',
      'testbare',
      '',
      '2023-03-01',
      url,
      'Published',
    ])
    const labelled = await world.importFile(label)
    expect([await only(world, explicit), await only(world, labelled)]).toEqual([
      ['UPDATED NEWER_FACTS'],
      ['UPDATED NEWER_FACTS'],
    ])
    expect((await accountOf(world, 'testbare'))?.component.code).toBe('FEMA')
  })

  test('another component of the same day waits; of a later day it wins, findings and audit chains included', async () => {
    const url = 'https://x.com/testmoved'
    await world.importFile(
      accountsFile(['FEMA', 'X', url, 'Test moved', 'Published', record(30, '2023-01-01')]),
    )
    const same = await world.importFile(
      accountsFile(['CBP', 'X', url, 'Test moved', 'Published', record(31, '2023-01-01')]),
    )
    expect(await only(world, same)).toEqual(['HELD OTHER_COMPONENT'])
    expect((await accountOf(world, 'testmoved'))?.component.code).toBe('FEMA')
    const later = await world.importFile(
      accountsFile(['CBP', 'X', url, 'Test moved', 'Published', record(32, '2023-02-01')]),
    )
    expect(await only(world, later)).toEqual(['UPDATED NEWER_FACTS'])
    const account = await accountOf(world, 'testmoved')
    const cbp = await world.componentId('CBP')
    expect(account?.findings.map(({ componentId }) => componentId)).toEqual([cbp])
    const chains = await world.read((client) =>
      client.auditEntry.findMany({ where: { groupId: later, action: 'migration.apply' } }),
    )
    const naming = chains.filter(({ changes }) => JSON.stringify(changes).includes(`Account/${account?.id}`))
    expect(naming.map(({ chainId }) => chainId).sort()).toEqual([cbp, await world.componentId('FEMA')].sort())
  })

  test('what an office has claimed no register overwrites', async () => {
    const url = 'https://x.com/testclaimed'
    await world.importFile(
      accountsFile(['CBP', 'X', url, 'Test claimed', 'Published', record(40, '2023-01-01')]),
    )
    const account = await accountOf(world, 'testclaimed')
    const call = { actor: await world.actor('director-cbp'), requestId: null }
    await runCommand(world.environment, claimAccount, call, { accountId: account?.id })
    const newer = await world.importFile(
      accountsFile(['CBP', 'X', url, 'Another title', 'Published', record(41, '2024-01-01')]),
    )
    expect(await only(world, newer)).toEqual(['UNCHANGED CONFIRMED_HERE'])
    const archived = await world.importFile(
      accountsFile(['CBP', 'X', url, 'Test claimed', 'Archive', record(42, '2024-02-01')]),
    )
    expect(await only(world, archived)).toEqual(['UNCHANGED OLDER_THAN_CONFIRMED'])
    expect(await accountOf(world, 'testclaimed')).toMatchObject({ title: 'Test claimed', state: 'ACTIVE' })
  })

  test('a former handle that a register still publishes waits', async () => {
    await world.importFile(
      accountsFile([
        'CBP',
        'X',
        'https://x.com/testformer',
        'Test former',
        'Published',
        record(45, '2023-01-01'),
      ]),
    )
    const account = await accountOf(world, 'testformer')
    const call = { actor: await world.actor('opa'), requestId: null }
    await runCommand(world.environment, renameAccount, call, {
      accountId: account?.id,
      profileUrl: 'https://x.com/testrenamed',
      reason: 'Renamed.',
    })
    const again = await world.importFile(
      accountsFile([
        'CBP',
        'X',
        'https://x.com/testformer',
        'Test former',
        'Published',
        record(46, '2024-01-01'),
      ]),
    )
    expect(await only(world, again)).toEqual(['HELD FORMER_HANDLE'])
    expect(await accountOf(world, 'testformer')).toBeNull()
    expect((await refusalOf(resolve(world, (await heldRow(world, again)).id, 'ACCEPT'))).code).toBe(
      'POLICY_REFUSAL',
    )
  })
})

describe('archived rows are history and no proof (V.B.11)', () => {
  const url = 'https://x.com/testarchived'

  test('without an account they leave a listing and make none', async () => {
    const id = await world.importFile(
      accountsFile(['CBP', 'X', url, 'Test archived', 'Archive', record(50, '2023-01-01')]),
    )
    expect(await only(world, id)).toEqual(['CREATED NEW_ARCHIVED_LISTING'])
    expect(await accountOf(world, 'testarchived')).toBeNull()
    const [listing] = await world.read((client) =>
      client.directoryArchivedListing.findMany({ where: { canonicalKey: 'testarchived' } }),
    )
    expect(listing).toMatchObject({ source: 'Test register', listedOn: new Date('2023-01-01') })
  })

  test('published on the same day or earlier they contradict; published later they are outdated', async () => {
    const same = await world.importFile(
      accountsFile(['CBP', 'X', url, 'Test archived', 'Published', record(51, '2023-01-01')]),
    )
    expect(await only(world, same)).toEqual(['HELD PUBLISHED_BUT_ARCHIVED_ELSEWHERE'])
    expect(await accountOf(world, 'testarchived')).toBeNull()
    const later = await world.importFile(
      accountsFile(['CBP', 'X', url, 'Test archived', 'Published', record(52, '2023-02-01')]),
    )
    expect(await only(world, later)).toEqual(['CREATED NEW_ACCOUNT'])
    expect((await accountOf(world, 'testarchived'))?.listings).toHaveLength(3)
  })

  test('archived later than published waits, and accepted it becomes a finding, never a retirement', async () => {
    const id = await world.importFile(
      accountsFile(['CBP', 'X', url, 'Test archived', 'Archived', record(53, '2023-03-01')]),
    )
    expect(await only(world, id)).toEqual(['HELD ARCHIVED_BUT_LISTED_HERE'])
    const row = await heldRow(world, id)
    await resolve(world, row.id, 'ACCEPT')
    const account = await accountOf(world, 'testarchived')
    expect(account?.state).toBe('ACTIVE')
    expect(account?.findings.map(({ clause, code }) => [clause, code])).toContainEqual([
      'V.B.11',
      'ARCHIVED_IN_REGISTER',
    ])
    const again = await world.importFile(
      accountsFile(['CBP', 'X', url, 'Test archived', 'Archived', record(53, '2023-03-01')]),
    )
    expect(await only(world, again)).toEqual(['UNCHANGED REVIEWED_BEFORE'])
  })
})
