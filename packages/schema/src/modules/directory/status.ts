import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import { builder, EVERYWHERE } from '../../builder.ts'
import { DirectoryBuildOutcomeEnum } from '../publication/enums.ts'
import { directoryClient } from './queries.ts'

interface BuildRow {
  readonly outcome: 'PUBLISHED' | 'FAILED' | 'ROLLED_BACK'
  /** ISO 8601 text: it comes inside a JSON value. */
  readonly at: string
  readonly account_count: number | null
  readonly message: string | null
  readonly directory_version: string | null
  readonly signing_key: string | null
}

interface StatusRow {
  readonly as_of: Date
  readonly accounts: number
  readonly components: number
  readonly platforms: number
  readonly digest: string
  readonly last_build: BuildRow | null
  readonly in_use: BuildRow | null
}

const DirectoryBuildRef = builder.objectRef<BuildRow>('DirectoryBuild').implement({
  description: 'How the newest build of the public directory ended.',
  subGraphs: EVERYWHERE,
  fields: (t) => ({
    outcome: t.expose('outcome', { type: DirectoryBuildOutcomeEnum, description: 'How it ended.' }),
    at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => new Date(at) }),
    accountCount: t.exposeInt('account_count', {
      nullable: true,
      description: 'Accounts it shows; null where it came to none.',
    }),
    message: t.exposeString('message', { nullable: true, description: 'Why it failed, in a sentence.' }),
  }),
})

const DirectoryStatusRef = builder.objectRef<StatusRow>('DirectoryStatus').implement({
  description: 'As of when the directory speaks, what it holds, and what of it is published.',
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
    lastBuild: t.field({
      type: DirectoryBuildRef,
      nullable: true,
      description: 'The newest build of the published pages that ended; null before the first.',
      resolve: ({ last_build }) => last_build,
    }),
    publishedVersion: t.string({
      nullable: true,
      description: 'The version the published pages show; null before the first publication.',
      resolve: ({ in_use }) => in_use?.directory_version ?? null,
    }),
    publishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when the published pages are in use.',
      resolve: ({ in_use }) => in_use && new Date(in_use.at),
    }),
    upToDate: t.boolean({
      description: 'Whether the published pages show this version.',
      resolve: ({ in_use, digest }) => in_use?.directory_version === digest,
    }),
    signingKey: t.string({
      nullable: true,
      description:
        'Thumbprint (RFC 7638, SHA-256) of the key that signs the published manifest; the key is in /data/v1/keys.json.',
      resolve: ({ in_use }) => in_use?.signing_key ?? null,
    }),
  }),
})

builder.queryField('directoryStatus', (t) =>
  t.field({
    type: DirectoryStatusRef,
    subGraphs: EVERYWHERE,
    description: 'As of when the directory speaks, what it holds, and what of it is published.',
    resolve: (_root, _args, context) => readStatus(directoryClient(context)),
  }),
)

/** Reads the directory's counts, digest and published state in one statement, so that they belong together. */
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
      ), 'UTF8')), 'hex') AS digest,
      (SELECT to_jsonb(b) FROM directory_build b ORDER BY b.at DESC, b.id DESC LIMIT 1) AS last_build,
      (SELECT to_jsonb(u) FROM directory_build u WHERE u.in_use) AS in_use`
  if (!row) throw new Error('The directory has no status.')
  return row
}
