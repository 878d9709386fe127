import { applyMigration } from '@official-accounts/commands/migration/apply-migration'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountOf, only } from './import-rows.ts'
import { accountsFile, createImportWorld, record, type ImportWorld } from './import-world.ts'

let world: ImportWorld

beforeAll(async () => {
  world = await createImportWorld({ accounts: false })
})
afterAll(() => world.close())

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
    const id = await world.importFile(
      accountsFile(['CBP', platform, url, `Test ${platform} ${url}`, 'Published', record(70, '2023-01-01')]),
    )
    expect(await only(world, id)).toEqual([`REJECTED ${code}`])
    expect(await accountOf(world, 'testdhs')).toBeNull()
  })

  test('a handle that is not the one of the address, or a status that is neither, is rejected', async () => {
    const file = [
      'component,platform,handle,url,purpose_or_name,language,status,source',
      'CBP,X,@testone,https://x.com/testtwo,Test,,Published,"Test register, record 80, last updated 2023-01-01"',
      'CBP,X,@testtwo,https://x.com/testtwo,Test,,Draft,"Test register, record 81, last updated 2023-01-01"',
    ].join('\r\n')
    expect(await only(world, await world.importFile(file))).toEqual([
      'REJECTED HANDLE_DOES_NOT_MATCH',
      'REJECTED UNKNOWN_STATUS',
    ])
  })

  test('a platform that was suspended after the decision carries no new account', async () => {
    const id = await world.submit(
      accountsFile([
        'CBP',
        'Vimeo',
        'https://vimeo.com/testfilms',
        'Test films',
        'Published',
        record(90, '2023-01-01'),
      ]),
    )
    await world.approve(id)
    await world.tamper("update platform set state = 'SUSPENDED' where slug = 'vimeo'")
    await applyMigration(world.environment, id)
    expect(await only(world, id)).toEqual(['REJECTED PLATFORM_NOT_USABLE'])
    expect(await accountOf(world, 'testfilms')).toBeNull()
  })

  test('status comes from the column and never from the name of the file', async () => {
    const url = 'https://x.com/testnamed'
    const id = await world.submit(
      accountsFile(['CBP', 'X', url, 'Test named', 'Published', record(95, '2023-01-01')]),
      'archived-accounts-2023.csv',
    )
    await world.approve(id)
    await applyMigration(world.environment, id)
    expect((await accountOf(world, 'testnamed'))?.state).toBe('ACTIVE')
  })

  test('two accounts whose names make the same address get two addresses', async () => {
    const file = (id: number, ...urls: string[]) =>
      accountsFile(
        ...urls.map(
          (url, at) =>
            ['CBP', 'YouTube', url, 'Test slug', 'Published', record(id + at, '2023-01-01')] as const,
        ),
      )
    await world.importFile(
      file(97, 'https://www.youtube.com/user/testslug', 'https://www.youtube.com/@testslug'),
    )
    await world.importFile(file(99, 'https://www.youtube.com/c/testslug'))
    const slugs = await world.read((client) =>
      client.account.findMany({ where: { title: 'Test slug' }, orderBy: { slug: 'asc' } }),
    )
    expect(slugs.map(({ slug }) => slug)).toEqual([
      'youtube-testslug',
      'youtube-testslug-2',
      'youtube-testslug-3',
    ])
  })
})
