import type { TestApp } from './create-test-app.ts'

/** How many rows each table has; those of the audit by what they say: `acceptances` and `refusals`. */
type RowCounts = Readonly<Record<string, number>>

/** Counts the rows of every table of the registry, and of its outbox. */
export async function rowCounts(app: Pick<TestApp, 'owner'>): Promise<RowCounts> {
  const { rows: tables } = await app.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname = 'public' and c.relname not in ('audit_entry', 'audit_head') order by 1`,
  )
  const counted = [
    ...tables.map(({ name }) => `select '${name}' as name, count(*)::int as count from "${name}"`),
    `select 'outbox', count(*)::int from pgboss.job`,
    `select 'acceptances', count(*)::int from audit_entry where outcome = 'ACCEPTED'`,
    `select 'refusals', count(*)::int from audit_entry where outcome = 'REFUSED'`,
  ]
  const { rows } = await app.owner.query<{ name: string; count: number }>(counted.join(' union all '))
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}
