import { readdir } from 'node:fs/promises'
import { runAs } from '@official-accounts/db/actor-settings'
import type { Services } from '@official-accounts/schema/context'
import { SYSTEM_SETTINGS } from '../identity/system-settings.ts'

const MIGRATIONS = new URL('../../../../prisma/migrations/', import.meta.url)

/** What a load balancer asks before it sends requests here. */
export interface Readiness {
  readonly database: boolean
  /** Whether the database has every migration this version knows. */
  readonly migrated: boolean
}

/** Asks the database whether it is there and up to date. Never throws. */
export async function checkReadiness(services: Services): Promise<Readiness> {
  try {
    const known = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((entry) => entry.isDirectory())
    const applied = await runAs(
      SYSTEM_SETTINGS,
      () => services.read.$queryRaw<{ name: string }[]>`
        SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    )
    const names = new Set(applied.map(({ name }) => name))
    return { database: true, migrated: known.every((entry) => names.has(entry.name)) }
  } catch {
    return { database: false, migrated: false }
  }
}
