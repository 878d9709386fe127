import type { Config } from '../config.ts'
import { openDatabase } from '../open-database.ts'
import type { Outcome } from './command-line.ts'

/** Applies the migrations the database does not have yet. A running embedded server holds its folder: it has them. */
export async function migrateDatabase(config: Config): Promise<Outcome> {
  const database = await openDatabase(config, () => {})
  await database.close()
  const { applied } = database
  const lines = applied.length === 0 ? ['Nothing to do.'] : applied.map((name) => `applied ${name}`)
  return { ok: true, report: { applied }, lines }
}
