import { applyMigration } from '@official-accounts/commands/migration/apply-migration'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { act } from '../act.ts'
import type { TestApp } from '../create-test-app.ts'
import { nextNumber, rawId } from '../records.ts'
import { REASON, type Arrange } from './arrange.ts'

/** A file of the set `accounts` with one row; without a component the row is held. */
export function sourceFile(component: string): string {
  const handle = `TestImport${nextNumber()}`
  const row = [component, 'X', handle, `https://x.com/${handle}`, `@${handle} - Test office`, '', 'Published']
  const source = `"Test register, record ${nextNumber()}, last updated 2024-08-01"`
  return `component,platform,handle,url,purpose_or_name,language,status,source\n${row.join(',')},${source}\n`
}

async function submitted(app: TestApp, component: string): Promise<string> {
  const input = { fileName: `test-${nextNumber()}.csv`, content: sourceFile(component) }
  return (await act(app, 'opa', 'submitMigration', input)).id
}

async function heldRow(app: TestApp): Promise<string> {
  const migrationId = await submitted(app, 'Department')
  await act(app, 'aspa', 'decideMigration', { migrationId, decision: 'APPROVE', ...REASON })
  await applyMigration(app.services.commands, rawId(migrationId))
  const found = await app.owner.query('select id, outcome from migration_row where migration_id = $1', [
    rawId(migrationId),
  ])
  if (found.rows[0]?.outcome !== 'HELD') throw new Error(`The row is ${found.rows[0]?.outcome} and not held.`)
  return encodeGlobalID('MigrationRow', found.rows[0].id)
}

/** For every mutation of this module a record on which it succeeds. */
export const migrationArrangements = {
  submitMigration: async () => ({ fileName: `test-${nextNumber()}.csv`, content: sourceFile('CBP') }),
  decideMigration: async (app) => ({
    migrationId: await submitted(app, 'CBP'),
    decision: 'APPROVE',
    ...REASON,
  }),
  resolveMigrationRow: async (app) => ({ rowId: await heldRow(app), resolution: 'REJECT', ...REASON }),
} satisfies Readonly<Record<string, Arrange>>
