import { resolveMigrationRow } from '@official-accounts/commands/migration/resolve-migration-row'
import { runCommand } from '@official-accounts/commands/run-command'
import type { ImportWorld } from './import-world.ts'

/** Outcome and code of each row of an import, in their order. */
export async function only(world: ImportWorld, migrationId: string) {
  const rows = await world.read((client) =>
    client.migrationRow.findMany({ where: { migrationId }, orderBy: { rowNumber: 'asc' } }),
  )
  return rows.map(({ outcome, code }) => `${outcome} ${code}`)
}

/** The account of an identity with what hangs on it, or null. */
export async function accountOf(world: ImportWorld, canonicalKey: string) {
  return world.read((client) =>
    client.account.findFirst({
      where: { canonicalKey },
      include: { component: true, listings: true, findings: true },
    }),
  )
}

/** The row of an import that was held. */
export async function heldRow(world: ImportWorld, migrationId: string) {
  return world.read((client) =>
    client.migrationRow.findFirstOrThrow({ where: { migrationId, outcome: 'HELD' } }),
  )
}

/** Settles a held row as the Office of Public Affairs. */
export async function resolve(
  world: ImportWorld,
  rowId: string,
  resolution: 'ACCEPT' | 'REJECT',
  componentId: string | null = null,
) {
  const call = { actor: await world.actor('opa'), requestId: null }
  return runCommand(world.environment, resolveMigrationRow, call, {
    rowId,
    resolution,
    componentId,
    reason: 'Looked at it.',
  })
}
