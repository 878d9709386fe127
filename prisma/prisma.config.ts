import { EXTERNAL_TABLES } from './external-tables.ts'

// A plain object: only packages/db depends on prisma, so `prisma/config` cannot be imported from here.
export default {
  schema: '.',
  migrations: { path: 'migrations' },
  experimental: { externalTables: true },
  tables: { external: EXTERNAL_TABLES },
}
