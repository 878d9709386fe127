import { applyMigration } from '@official-accounts/commands/migration/apply-migration'
import { decideMigration } from '@official-accounts/commands/migration/decide-migration'
import { resolveMigrationRow } from '@official-accounts/commands/migration/resolve-migration-row'
import { submitMigration } from '@official-accounts/commands/migration/submit-migration'
import { claimAccount } from '@official-accounts/commands/account/claim-account'
import { renameAccount } from '@official-accounts/commands/account/rename-account'
import { runCommand } from '@official-accounts/commands/run-command'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountsFile, createImportWorld, exportFile, record, refusalOf, type ImportWorld } from './import-world.ts'

let world: ImportWorld

beforeAll(async () => {
  world = await createImportWorld({ accounts: false })
})
afterAll(() => world.close())

async function only(migrationId: string) {
  const rows = await world.read((client) => client.migrationRow.findMany({ where: { migrationId }, orderBy: { rowNumber: 'asc' } }))
  return rows.map(({ outcome, code }) => `${outcome} ${code}`)
}

async function accountOf(canonicalKey: string) {
  return world.read((client) =>
    client.account.findFirst({ where: { canonicalKey }, include: { component: true, listings: true, findings: true } }),
  )
}

async function heldRow(migrationId: string) {
  return world.read((client) => client.migrationRow.findFirstOrThrow({ where: { migrationId, outcome: 'HELD' } }))
}

async function resolve(rowId: string, resolution: 'ACCEPT' | 'REJECT', componentId: string | null = null) {
  const call = { actor: await world.actor('opa'), requestId: null }
  return runCommand(world.environment, resolveMigrationRow, call, { rowId, resolution, componentId, reason: 'Looked at it.' })
}

describe('nothing is applied that was not decided (V.B.6)', () => {
  const file = accountsFile(['CBP', 'X', 'https://x.com/testundecided', 'Test undecided', 'Published', record(1, '2023-01-01')])

  test('a submitted import makes no account and cannot be applied', async () => {
    const id = await world.submit(file)
    const refusal = await refusalOf(applyMigration(world.environment, id))
    expect(refusal).toMatchObject({ code: 'INVALID_STATE', state: 'SUBMITTED' })
    expect(await accountOf('testundecided')).toBeNull()
    expect(await only(id)).toEqual(['CREATED NEW_ACCOUNT'])
  })

  test('the same file waits once, and the second submission names the first', async () => {
    const refusal = await refusalOf(world.submit(file, 'another-name.csv'))
    const waiting = await world.read((client) => client.migration.findFirstOrThrow({ where: { state: 'SUBMITTED' } }))
    expect(refusal).toMatchObject({ code: 'CONFLICT', existing: { type: 'Migration', id: waiting.id } })
  })

  test('only the Office of Public Affairs submits, only the Assistant Secretary decides', async () => {
    const { id: migrationId } = await world.read((client) => client.migration.findFirstOrThrow({ where: { state: 'SUBMITTED' } }))
    for (const persona of ['aspa', 'admin', 'director-cbp', 'employee', 'inspector']) {
      const call = { actor: await world.actor(persona), requestId: null }
      const submitted = runCommand(world.environment, submitMigration, call, { fileName: 'a.csv', content: `${file} ` })
      expect((await refusalOf(submitted)).code).toBe('FORBIDDEN')
    }
    for (const persona of ['opa', 'admin', 'director-cbp', 'cio']) {
      const call = { actor: await world.actor(persona), requestId: null }
      const decided = runCommand(world.environment, decideMigration, call, { migrationId, decision: 'APPROVE', reason: 'Mine.' })
      expect((await refusalOf(decided)).code).toBe('FORBIDDEN')
    }
  })

  test('nobody decides on an import they submitted, whatever roles they hold', async () => {
    const { id: migrationId, submittedById } = await world.read((client) => client.migration.findFirstOrThrow({ where: { state: 'SUBMITTED' } }))
    const aspa = await world.actor('aspa')
    if (!('personId' in aspa)) throw new Error('The persona aspa is no person.')
    await world.database.query('update migration set submitted_by_id = $1 where id = $2', [aspa.personId, migrationId])
    const decided = runCommand(world.environment, decideMigration, { actor: aspa, requestId: null }, { migrationId, decision: 'APPROVE', reason: 'Mine.' })
    expect(await refusalOf(decided)).toMatchObject({ code: 'POLICY_REFUSAL', clauses: ['V.B.2'] })
    await world.database.query('update migration set submitted_by_id = $1 where id = $2', [submittedById, migrationId])
  })

  test('a denied import stays what it was, and no platform is approved by it', async () => {
    const { id: migrationId } = await world.read((client) => client.migration.findFirstOrThrow({ where: { state: 'SUBMITTED' } }))
    const call = { actor: await world.actor('aspa'), requestId: null }
    await runCommand(world.environment, decideMigration, call, { migrationId, decision: 'DENY', reason: 'Not this one.' })
    expect((await refusalOf(applyMigration(world.environment, migrationId))).code).toBe('INVALID_STATE')
    expect(await accountOf('testundecided')).toBeNull()
    expect(await world.read((client) => client.platform.count({ where: { state: 'APPROVED' } }))).toBe(0)
  })
})

describe('a row that is newer wins, a contradiction waits', () => {
  test('a newer row changes what no office has confirmed; an older one changes nothing', async () => {
    const url = 'https://x.com/testnewer'
    await world.importFile(accountsFile(['CBP', 'X', url, 'First title', 'Published', record(10, '2023-01-01')]))
    const newer = await world.importFile(accountsFile(['CBP', 'X', url, 'Second title', 'Published', record(11, '2023-06-01')]))
    expect(await only(newer)).toEqual(['UPDATED NEWER_FACTS'])
    const older = await world.importFile(accountsFile(['CBP', 'X', url, 'Third title', 'Published', record(12, '2023-03-01')]))
    expect(await only(older)).toEqual(['UNCHANGED NOTHING_NEW'])
    const account = await accountOf('testnewer')
    expect(account).toMatchObject({ title: 'Second title', listedOn: new Date('2023-06-01'), version: 2 })
    expect(account?.listings).toHaveLength(3)
  })

  test('a day still to come outranks nothing', async () => {
    const url = 'https://x.com/testfuture'
    await world.importFile(accountsFile(['CBP', 'X', url, 'Present', 'Published', record(15, '2023-01-01')]))
    const later = await world.importFile(accountsFile(['CBP', 'X', url, 'From the future', 'Published', record(16, '2999-01-01')]))
    expect(await only(later)).toEqual(['UNCHANGED NOTHING_NEW'])
    expect((await accountOf('testfuture'))?.title).toBe('Present')
  })

  test('a row never puts the bare department over a known component, not even a newer one', async () => {
    const url = 'https://x.com/testbare'
    await world.importFile(accountsFile(['FEMA', 'X', url, 'Test bare', 'Published', record(20, '2023-01-01')]))
    const explicit = await world.importFile(accountsFile(['DHS HQ', 'X', url, 'Test bare, later', 'Published', record(21, '2023-02-01')]))
    const label = exportFile(['Department of Homeland Security', 'Twitter', 'testbare', '', '2023-03-01', url, 'Published'])
    const labelled = await world.importFile(label)
    expect([await only(explicit), await only(labelled)]).toEqual([['UPDATED NEWER_FACTS'], ['UPDATED NEWER_FACTS']])
    expect((await accountOf('testbare'))?.component.code).toBe('FEMA')
  })

  test('another component of the same day waits; of a later day it wins, findings and audit chains included', async () => {
    const url = 'https://x.com/testmoved'
    await world.importFile(accountsFile(['FEMA', 'X', url, 'Test moved', 'Published', record(30, '2023-01-01')]))
    const same = await world.importFile(accountsFile(['CBP', 'X', url, 'Test moved', 'Published', record(31, '2023-01-01')]))
    expect(await only(same)).toEqual(['HELD OTHER_COMPONENT'])
    expect((await accountOf('testmoved'))?.component.code).toBe('FEMA')
    const later = await world.importFile(accountsFile(['CBP', 'X', url, 'Test moved', 'Published', record(32, '2023-02-01')]))
    expect(await only(later)).toEqual(['UPDATED NEWER_FACTS'])
    const account = await accountOf('testmoved')
    const cbp = await world.componentId('CBP')
    expect(account?.findings.map(({ componentId }) => componentId)).toEqual([cbp])
    const chains = await world.read((client) => client.auditEntry.findMany({ where: { groupId: later, action: 'migration.apply' } }))
    const naming = chains.filter(({ changes }) => JSON.stringify(changes).includes(`Account/${account?.id}`))
    expect(naming.map(({ chainId }) => chainId).sort()).toEqual([cbp, await world.componentId('FEMA')].sort())
  })

  test('what an office has claimed no register overwrites', async () => {
    const url = 'https://x.com/testclaimed'
    await world.importFile(accountsFile(['CBP', 'X', url, 'Test claimed', 'Published', record(40, '2023-01-01')]))
    const account = await accountOf('testclaimed')
    const call = { actor: await world.actor('director-cbp'), requestId: null }
    await runCommand(world.environment, claimAccount, call, { accountId: account?.id })
    const newer = await world.importFile(accountsFile(['CBP', 'X', url, 'Another title', 'Published', record(41, '2024-01-01')]))
    expect(await only(newer)).toEqual(['UNCHANGED CONFIRMED_HERE'])
    const archived = await world.importFile(accountsFile(['CBP', 'X', url, 'Test claimed', 'Archive', record(42, '2024-02-01')]))
    expect(await only(archived)).toEqual(['UNCHANGED OLDER_THAN_CONFIRMED'])
    expect(await accountOf('testclaimed')).toMatchObject({ title: 'Test claimed', state: 'ACTIVE' })
  })

  test('a former handle that a register still publishes waits', async () => {
    await world.importFile(accountsFile(['CBP', 'X', 'https://x.com/testformer', 'Test former', 'Published', record(45, '2023-01-01')]))
    const account = await accountOf('testformer')
    const call = { actor: await world.actor('opa'), requestId: null }
    await runCommand(world.environment, renameAccount, call, { accountId: account?.id, profileUrl: 'https://x.com/testrenamed', reason: 'Renamed.' })
    const again = await world.importFile(accountsFile(['CBP', 'X', 'https://x.com/testformer', 'Test former', 'Published', record(46, '2024-01-01')]))
    expect(await only(again)).toEqual(['HELD FORMER_HANDLE'])
    expect(await accountOf('testformer')).toBeNull()
    expect((await refusalOf(resolve((await heldRow(again)).id, 'ACCEPT'))).code).toBe('POLICY_REFUSAL')
  })
})

describe('archived rows are history and no proof (V.B.11)', () => {
  const url = 'https://x.com/testarchived'

  test('without an account they leave a listing and make none', async () => {
    const id = await world.importFile(accountsFile(['CBP', 'X', url, 'Test archived', 'Archive', record(50, '2023-01-01')]))
    expect(await only(id)).toEqual(['CREATED NEW_ARCHIVED_LISTING'])
    expect(await accountOf('testarchived')).toBeNull()
    const [listing] = await world.read((client) => client.directoryArchivedListing.findMany({ where: { canonicalKey: 'testarchived' } }))
    expect(listing).toMatchObject({ source: 'Test register', listedOn: new Date('2023-01-01') })
  })

  test('published on the same day or earlier they contradict; published later they are outdated', async () => {
    const same = await world.importFile(accountsFile(['CBP', 'X', url, 'Test archived', 'Published', record(51, '2023-01-01')]))
    expect(await only(same)).toEqual(['HELD PUBLISHED_BUT_ARCHIVED_ELSEWHERE'])
    expect(await accountOf('testarchived')).toBeNull()
    const later = await world.importFile(accountsFile(['CBP', 'X', url, 'Test archived', 'Published', record(52, '2023-02-01')]))
    expect(await only(later)).toEqual(['CREATED NEW_ACCOUNT'])
    expect((await accountOf('testarchived'))?.listings).toHaveLength(3)
  })

  test('archived later than published waits, and accepted it becomes a finding, never a retirement', async () => {
    const id = await world.importFile(accountsFile(['CBP', 'X', url, 'Test archived', 'Archived', record(53, '2023-03-01')]))
    expect(await only(id)).toEqual(['HELD ARCHIVED_BUT_LISTED_HERE'])
    const row = await heldRow(id)
    await resolve(row.id, 'ACCEPT')
    const account = await accountOf('testarchived')
    expect(account?.state).toBe('ACTIVE')
    expect(account?.findings.map(({ clause, code }) => [clause, code])).toContainEqual(['V.B.11', 'ARCHIVED_IN_REGISTER'])
    const again = await world.importFile(accountsFile(['CBP', 'X', url, 'Test archived', 'Archived', record(53, '2023-03-01')]))
    expect(await only(again)).toEqual(['UNCHANGED REVIEWED_BEFORE'])
  })
})

describe('a held row waits for a person', () => {
  const person = ['CBP', 'X', 'https://x.com/testcbp_doe', 'Jane Doe', 'Published', record(60, '2023-01-01')] as const

  test('one named after a person, as a work item that names no reason to reject', async () => {
    const id = await world.importFile(accountsFile([...person]))
    expect(await only(id)).toEqual(['HELD NAMED_AFTER_PERSON'])
    expect(await accountOf('testcbp_doe')).toBeNull()
  })

  test('only the Office of Public Affairs settles it, once', async () => {
    const row = await world.read((client) => client.migrationRow.findFirstOrThrow({ where: { canonicalKey: 'testcbp_doe' } }))
    const call = { actor: await world.actor('director-cbp'), requestId: null }
    const foreign = runCommand(world.environment, resolveMigrationRow, call, { rowId: row.id, resolution: 'ACCEPT', reason: 'Mine.' })
    expect((await refusalOf(foreign)).code).toBe('FORBIDDEN')
    await resolve(row.id, 'REJECT')
    expect(await refusalOf(resolve(row.id, 'ACCEPT'))).toMatchObject({ code: 'INVALID_STATE', state: 'REJECTED' })
    const entries = await world.read((client) => client.auditEntry.findMany({ where: { subjectId: row.id, outcome: 'ACCEPTED' } }))
    expect(entries).toMatchObject([{ action: 'migration.resolveRow', reason: 'Looked at it.' }])
  })

  test('rejected on review it stays rejected, until the register says something newer', async () => {
    const again = await world.importFile(accountsFile([...person]))
    expect(await only(again)).toEqual(['REJECTED REJECTED_ON_REVIEW'])
    expect(await world.read((client) => client.listing.count({ where: { canonicalKey: 'testcbp_doe' } }))).toBe(0)
  })

  test('a component is assigned by whoever accepts the row', async () => {
    const id = await world.importFile(
      exportFile(['Department of Homeland Security', 'Facebook', 'Test Campaign', '', '2023-01-01', 'https://www.facebook.com/testcampaign', 'Published']),
    )
    expect(await only(id)).toEqual(['HELD COMPONENT_UNKNOWN'])
    const row = await heldRow(id)
    // Facebook carries no account yet: no decision has approved it.
    const cbp = await world.componentId('CBP')
    expect(await refusalOf(resolve(row.id, 'ACCEPT', cbp))).toMatchObject({ code: 'POLICY_REFUSAL', clauses: ['V.B.1', 'IV.A.2'] })
    await world.importFile(accountsFile(['CBP', 'Facebook', 'https://www.facebook.com/testother', 'Test other', 'Published', record(65, '2023-01-01')]))
    expect(await refusalOf(resolve(row.id, 'ACCEPT'))).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: 'componentId' }] })
    await resolve(row.id, 'ACCEPT', cbp)
    const account = await accountOf('testcampaign')
    expect(account).toMatchObject({ state: 'ACTIVE', migrationId: id, componentId: cbp, source: 'U.S. Digital Registry export' })
    expect(account?.findings.map(({ code }) => code)).toEqual(['NO_OFFICIAL_OUTLET'])
    expect(account?.listings).toHaveLength(1)
    const settled = await world.read((client) => client.migrationRow.findFirstOrThrow({ where: { id: row.id } }))
    expect(settled).toMatchObject({ outcome: 'HELD', resolution: 'ACCEPTED', resolutionReason: 'Looked at it.', accountId: account?.id })
  })
})

describe('what a row may not do', () => {
  test.each([
    ['TikTok', 'https://www.tiktok.com/@testdhs', 'PROHIBITED_PLATFORM'],
    ['X', 'https://www.tiktok.com/@testdhs', 'PROHIBITED_PLATFORM'],
    ['Friendster', 'https://x.com/testdhs', 'UNKNOWN_PLATFORM'],
    ['Trello', 'https://trello.com/testdhs', 'TOOL_WITHOUT_ACCOUNTS'],
    ['Facebook', 'https://x.com/testdhs', 'HOST_DOES_NOT_MATCH'],
    ['Facebook', 'https://fakefacebook.com/testdhs', 'HOST_DOES_NOT_MATCH'],
    ['X', '@testdhs', 'NO_ACCOUNT_IN_URL'],
    ['X', '', 'NO_ACCOUNT_IN_URL'],
    ['X', 'https://x.com/i/web/status/1', 'NO_ACCOUNT_IN_URL'],
    ['LinkedIn', 'https://www.linkedin.com/in/testdhs', 'PERSONAL_PROFILE'],
    ['Facebook', 'https://www.facebook.com/groups/1234567', 'GROUP'],
  ])('%s with the address “%s” is rejected: %s', async (platform, url, code) => {
    const id = await world.importFile(accountsFile(['CBP', platform, url, `Test ${platform} ${url}`, 'Published', record(70, '2023-01-01')]))
    expect(await only(id)).toEqual([`REJECTED ${code}`])
    expect(await accountOf('testdhs')).toBeNull()
  })

  test('a handle that is not the one of the address, or a status that is neither, is rejected', async () => {
    const file = [
      'component,platform,handle,url,purpose_or_name,language,status,source',
      'CBP,X,@testone,https://x.com/testtwo,Test,,Published,"Test register, record 80, last updated 2023-01-01"',
      'CBP,X,@testtwo,https://x.com/testtwo,Test,,Draft,"Test register, record 81, last updated 2023-01-01"',
    ].join('\r\n')
    expect(await only(await world.importFile(file))).toEqual(['REJECTED HANDLE_DOES_NOT_MATCH', 'REJECTED UNKNOWN_STATUS'])
  })

  test('a platform that was suspended after the decision carries no new account', async () => {
    const id = await world.submit(accountsFile(['CBP', 'Vimeo', 'https://vimeo.com/testfilms', 'Test films', 'Published', record(90, '2023-01-01')]))
    await world.approve(id)
    await world.database.query("update platform set state = 'SUSPENDED' where slug = 'vimeo'", [])
    await applyMigration(world.environment, id)
    expect(await only(id)).toEqual(['REJECTED PLATFORM_NOT_USABLE'])
    expect(await accountOf('testfilms')).toBeNull()
  })

  test('status comes from the column and never from the name of the file', async () => {
    const url = 'https://x.com/testnamed'
    const id = await world.submit(accountsFile(['CBP', 'X', url, 'Test named', 'Published', record(95, '2023-01-01')]), 'archived-accounts-2023.csv')
    await world.approve(id)
    await applyMigration(world.environment, id)
    expect((await accountOf('testnamed'))?.state).toBe('ACTIVE')
  })

  test('two accounts whose names make the same address get two addresses', async () => {
    await world.importFile(
      accountsFile(
        ['CBP', 'Facebook', 'https://www.facebook.com/test-slug', 'Test slug', 'Published', record(97, '2023-01-01')],
        ['CBP', 'Facebook', 'https://www.facebook.com/test.-slug', 'Test slug', 'Published', record(98, '2023-01-01')],
        ['CBP', 'X', 'https://x.com/test_slug', 'Test slug', 'Published', record(99, '2023-01-01')],
      ),
    )
    const slugs = await world.read((client) => client.account.findMany({ where: { title: 'Test slug' }, select: { slug: true }, orderBy: { slug: 'asc' } }))
    expect(slugs.map(({ slug }) => slug)).toEqual(['facebook-test-slug', 'x-test-slug'])
  })
})
