import { readFileSync } from 'node:fs'
import { newId } from '@official-accounts/db/uuid'
import { withConnection } from '@official-accounts/db/database-connection'
import { parsePlatformRules } from '@official-accounts/domain/directory/parse-platform-rules'
import type { PlatformState } from '@official-accounts/domain/platform/platform'
import type pg from 'pg'

// Real components and platforms, few enough to oversee; what each test needs beyond that it makes itself.
const COMPONENTS = [
  ['DHS HQ', 'dhs-hq', 'U.S. Department of Homeland Security', 'DEPARTMENT'],
  ['CBP', 'cbp', 'U.S. Customs and Border Protection', 'OPERATIONAL'],
  ['FEMA', 'fema', 'Federal Emergency Management Agency', 'OPERATIONAL'],
] as const

const PLATFORMS: readonly (readonly [string, string, PlatformState])[] = [
  ['X', 'x', 'APPROVED'],
  ['Facebook', 'facebook', 'APPROVED'],
  ['LinkedIn', 'linkedin', 'APPROVED'],
  ['Instagram', 'instagram', 'SUSPENDED'],
  ['Reddit', 'reddit', 'PROPOSED'],
  ['TikTok', 'tiktok', 'PROHIBITED'],
]

const RULES_FILE = new URL('../../prisma/seed/data/platform-rules.json', import.meta.url)

/** Record ids of the world, by component code and platform name. */
export interface World {
  readonly components: Readonly<Record<string, string>>
  readonly platforms: Readonly<Record<string, string>>
}

/** Puts components and platforms into an empty database, as its owner. */
export async function createWorld(ownerUrl: string): Promise<World> {
  return withConnection(ownerUrl, async (owner) => ({
    components: await createComponents(owner),
    platforms: await createPlatforms(owner),
  }))
}

/** The world of a database that has one already. */
export async function readWorld(ownerUrl: string): Promise<World> {
  return withConnection(ownerUrl, async (owner) => {
    const components = await owner.query<Named>('select code as name, id from component')
    const platforms = await owner.query<Named>('select name, id from platform')
    return { components: idsOf(components.rows), platforms: idsOf(platforms.rows) }
  })
}

interface Named {
  readonly name: string
  readonly id: string
}

function idsOf(rows: readonly Named[]): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.map(({ name, id }) => [name, id]))
}

async function createComponents(owner: pg.Client): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const [code, slug, name, kind] of COMPONENTS) {
    ids[code] = newId()
    await owner.query(
      `insert into component (id, code, slug, name, kind, parent_id, created_at) values ($1, $2, $3, $4, $5::"ComponentKind", $6, now())`,
      [ids[code], code, slug, name, kind, code === 'DHS HQ' ? null : ids['DHS HQ']],
    )
  }
  return ids
}

async function createPlatforms(owner: pg.Client): Promise<Record<string, string>> {
  const allRules = JSON.parse(readFileSync(RULES_FILE, 'utf8')) as Record<string, unknown>
  const ids: Record<string, string> = {}
  for (const [name, slug, state] of PLATFORMS) {
    const { rules, issues } = parsePlatformRules(allRules[name])
    if (rules === null) throw new Error(`${name}: ${JSON.stringify(issues)}`)
    ids[name] = newId()
    const law = state === 'PROHIBITED' ? 'Pub. L. 117-328, div. R' : null
    await owner.query(
      `insert into platform (id, slug, name, kind, state, rules, prohibited_by_law, prohibited_on, also_called, terms_source, created_at, changed_at)
       values ($1, $2, $3, 'PROFILE', $4::"PlatformState", $5, $6, $7, '{}', 'test', now(), now())`,
      [ids[name], slug, name, state, JSON.stringify(rules), law, law === null ? null : '2022-12-29'],
    )
    await owner.query(
      'insert into platform_host (host, platform_id) select unnest($1::text[]), $2 on conflict do nothing',
      [rules.hosts.filter((host) => !host.includes('{')), ids[name]],
    )
  }
  return ids
}
