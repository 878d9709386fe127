import { applyMigration } from '@official-accounts/commands/migration/apply-migration'
import { decideMigration } from '@official-accounts/commands/migration/decide-migration'
import { submitMigration } from '@official-accounts/commands/migration/submit-migration'
import { runCommand } from '@official-accounts/commands/run-command'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountOf, only } from './import-rows.ts'
import { accountsFile, createImportWorld, record, refusalOf, type ImportWorld } from './import-world.ts'

let world: ImportWorld

beforeAll(async () => {
  world = await createImportWorld({ accounts: false })
})
afterAll(() => world.close())

describe('nothing is applied that was not decided (V.B.6)', () => {
  const file = accountsFile([
    'CBP',
    'X',
    'https://x.com/testundecided',
    'Test undecided',
    'Published',
    record(1, '2023-01-01'),
  ])

  test('a submitted import makes no account and cannot be applied', async () => {
    const id = await world.submit(file)
    const refusal = await refusalOf(applyMigration(world.environment, id))
    expect(refusal).toMatchObject({ code: 'INVALID_STATE', state: 'SUBMITTED' })
    expect(await accountOf(world, 'testundecided')).toBeNull()
    expect(await only(world, id)).toEqual(['CREATED NEW_ACCOUNT'])
  })

  test('the same file waits once, and the second submission names the first', async () => {
    const refusal = await refusalOf(world.submit(file, 'another-name.csv'))
    const waiting = await world.read((client) =>
      client.migration.findFirstOrThrow({ where: { state: 'SUBMITTED' } }),
    )
    expect(refusal).toMatchObject({ code: 'CONFLICT', existing: { type: 'Migration', id: waiting.id } })
  })

  test('only the Office of Public Affairs submits, only the Assistant Secretary decides', async () => {
    const { id: migrationId } = await world.read((client) =>
      client.migration.findFirstOrThrow({ where: { state: 'SUBMITTED' } }),
    )
    for (const persona of ['aspa', 'admin', 'director-cbp', 'employee', 'inspector']) {
      const call = { actor: await world.actor(persona), requestId: null }
      const submitted = runCommand(world.environment, submitMigration, call, {
        fileName: 'a.csv',
        content: `${file} `,
      })
      expect((await refusalOf(submitted)).code).toBe('FORBIDDEN')
    }
    for (const persona of ['opa', 'admin', 'director-cbp', 'cio']) {
      const call = { actor: await world.actor(persona), requestId: null }
      const decided = runCommand(world.environment, decideMigration, call, {
        migrationId,
        decision: 'APPROVE',
        reason: 'Mine.',
      })
      expect((await refusalOf(decided)).code).toBe('FORBIDDEN')
    }
  })

  test('nobody decides on an import they submitted, whatever roles they hold', async () => {
    const { id: migrationId, submittedById } = await world.read((client) =>
      client.migration.findFirstOrThrow({ where: { state: 'SUBMITTED' } }),
    )
    const aspa = await world.actor('aspa')
    if (!('personId' in aspa)) throw new Error('The persona aspa is no person.')
    await world.tamper('update migration set submitted_by_id = $1 where id = $2', [
      aspa.personId,
      migrationId,
    ])
    const decided = runCommand(
      world.environment,
      decideMigration,
      { actor: aspa, requestId: null },
      { migrationId, decision: 'APPROVE', reason: 'Mine.' },
    )
    expect(await refusalOf(decided)).toMatchObject({ code: 'POLICY_REFUSAL', clauses: ['V.B.2'] })
    await world.tamper('update migration set submitted_by_id = $1 where id = $2', [
      submittedById,
      migrationId,
    ])
  })

  test('a denied import stays what it was, and no platform is approved by it', async () => {
    const { id: migrationId } = await world.read((client) =>
      client.migration.findFirstOrThrow({ where: { state: 'SUBMITTED' } }),
    )
    const call = { actor: await world.actor('aspa'), requestId: null }
    await runCommand(world.environment, decideMigration, call, {
      migrationId,
      decision: 'DENY',
      reason: 'Not this one.',
    })
    expect((await refusalOf(applyMigration(world.environment, migrationId))).code).toBe('INVALID_STATE')
    expect(await accountOf(world, 'testundecided')).toBeNull()
    expect(await world.read((client) => client.platform.count({ where: { state: 'APPROVED' } }))).toBe(0)
  })
})
