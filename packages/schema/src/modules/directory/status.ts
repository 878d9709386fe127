import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import { builder, EVERYWHERE } from '../../builder.ts'
import { directoryClient } from './queries.ts'

interface StatusRow {
  readonly as_of: Date
  readonly accounts: number
  readonly components: number
  readonly platforms: number
  readonly digest: string
}

const DirectoryStatusRef = builder.objectRef<StatusRow>('DirectoryStatus').implement({
  description: 'As of when the directory speaks, and what it holds.',
  subGraphs: EVERYWHERE,
  fields: (t) => ({
    asOf: t.expose('as_of', { type: 'DateTime', description: 'The instant it was read.' }),
    version: t.exposeString('digest', {
      description: 'Changes whenever anything the public may see changes.',
    }),
    digest: t.exposeString('digest', {
      description: 'SHA-256 over the identity and state of every listed account, hexadecimal.',
    }),
    accountCount: t.exposeInt('accounts', { description: 'Listed accounts, ended ones included.' }),
    componentCount: t.exposeInt('components', { description: 'Parts of the department.' }),
    platformCount: t.exposeInt('platforms', { description: 'Platforms the public may know of.' }),
  }),
})

builder.queryField('directoryStatus', (t) =>
  t.field({
    type: DirectoryStatusRef,
    subGraphs: EVERYWHERE,
    description: 'As of when the directory speaks, and what it holds.',
    resolve: (_root, _args, context) => readStatus(directoryClient(context)),
  }),
)

/** Reads the directory's counts and digest in one statement, so that they belong together. */
export async function readStatus(client: PrismaClient): Promise<StatusRow> {
  const [row] = await client.$queryRaw<StatusRow[]>`
    SELECT date_trunc('milliseconds', clock_timestamp()) AS as_of,
      (SELECT count(*)::int FROM directory_account) AS accounts,
      (SELECT count(*)::int FROM directory_component) AS components,
      (SELECT count(*)::int FROM directory_platform) AS platforms,
      encode(sha256(convert_to(concat_ws(chr(10),
        (SELECT string_agg(to_jsonb(a)::text, chr(10) ORDER BY a.id) FROM directory_account a),
        (SELECT string_agg(to_jsonb(l)::text, chr(10) ORDER BY l.id) FROM directory_alias l),
        (SELECT string_agg(to_jsonb(c)::text, chr(10) ORDER BY c.id) FROM directory_component c),
        (SELECT string_agg(to_jsonb(p)::text, chr(10) ORDER BY p.id) FROM directory_platform p),
        (SELECT string_agg(to_jsonb(r)::text, chr(10) ORDER BY r.id) FROM directory_archived_listing r)
      ), 'UTF8')), 'hex') AS digest`
  if (!row) throw new Error('The directory has no status.')
  return row
}
