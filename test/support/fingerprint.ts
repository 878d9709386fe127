import type { TestApp } from './create-test-app.ts'

// What every refusal writes, and what a request leaves behind whatever it asks.
const BESIDE = ['audit_entry', 'audit_head', '_prisma_migrations']

/** One text for the whole registry and its outbox: equal exactly when no row was added, changed or removed. */
export async function fingerprint(app: TestApp): Promise<string> {
  const { rows: tables } = await app.owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and (n.nspname = 'public' and c.relname <> all ($1) or c.oid = 'pgboss.job'::regclass)
     order by 1`,
    [BESIDE],
  )
  const parts = tables.map(
    ({ name }) => `(select coalesce(md5(string_agg(t::text, '|' order by t::text)), 'empty') from ${name} t)`,
  )
  const { rows } = await app.owner.query<{ print: string }>(
    `select concat_ws(' ', ${parts.join(', ')}) as print`,
  )
  return rows[0]?.print ?? ''
}
