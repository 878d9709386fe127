import { seedFirstStart } from '@official-accounts/commands/seed/first-start'
import { withConnection } from '@official-accounts/db/database-connection'
import type { DatabaseUrls } from '@official-accounts/db/database-logins'
import { seedPersonas } from '@official-accounts/server/development/seed-personas'
import { openServices } from '@official-accounts/server/open-services'
import type pg from 'pg'
import {
  generateAccounts,
  generateContacts,
  generateDecisions,
  type BenchPeople,
  type ModelAccount,
} from './accounts.ts'
import { fillAudit } from './audit-entries.ts'
import { insertRows } from './insert-rows.ts'
import { createRandom, idAt, type Random } from './random.ts'

const SEED = 20_261_122
const SEEDED_AT = Date.UTC(2026, 0, 5)
const STAFF_PER_COMPONENT = 40

/** How large the dataset is to be: M has 10,000 accounts and 100,000 audit entries. */
export interface DatasetSize {
  readonly accounts: number
  readonly auditEntries: number
}

/**
 * Loads the real registers by the commands of a first start, then multiplies them as the owner: the same rows on every
 * run, but for the ids of what the commands made.
 */
export async function loadDataset(urls: DatabaseUrls, issuer: string, size: DatasetSize): Promise<void> {
  await loadRealData(urls, issuer)
  await withConnection(urls.ownerUrl, async (owner) => {
    const random = createRandom(SEED)
    const people = await makePeople(owner, random)
    const present = await owner.query<{ count: number }>('select count(*)::int as count from account')
    const missing = size.accounts - (present.rows[0]?.count ?? 0)
    const rows = generateAccounts(missing, await readModels(owner), people, random)
    const accounts = rows.map(({ id, component_id, state, created_at }) => ({
      id,
      component_id,
      state,
      at: Date.parse(created_at),
    }))
    await insertRows(owner, 'account', rows)
    await insertRows(owner, 'contact', generateContacts(accounts, people, random))
    await insertRows(owner, 'decision', generateDecisions(accounts, people, random))
    await fillAudit(owner, accounts, people.deciders, size.auditEntries, random)
    await owner.query('vacuum analyze')
  })
}

async function loadRealData(urls: DatabaseUrls, issuer: string): Promise<void> {
  const { services, close } = await openServices({
    urls,
    at: () => new Date(SEEDED_AT),
    report: (error) => console.error(error),
  })
  try {
    await seedPersonas(services.commands, issuer)
    await seedFirstStart(services.commands, { issuer, log: () => {} })
    await seedPersonas(services.commands, issuer)
  } finally {
    await close()
  }
}

async function readModels(owner: pg.Client): Promise<readonly ModelAccount[]> {
  const { rows } = await owner.query<ModelAccount>(`
    select a.component_id, a.platform_id, p.slug as platform_slug, split_part(a.profile_url, '/', 3) as host,
      a.title, a.purpose
    from account a join platform p on p.id = a.platform_id
    where a.state = 'ACTIVE' and a.use_category = 'PUBLIC_COMMUNICATION' order by a.slug`)
  return rows
}

/** Staff of every component under names that say they are none. */
async function makePeople(owner: pg.Client, random: Random): Promise<BenchPeople> {
  const components = await owner.query<{ id: string; code: string }>(
    'select id, code from component order by code',
  )
  const staff = components.rows.flatMap(({ id, code }, place) =>
    Array.from({ length: STAFF_PER_COMPONENT }, (_, index) => ({
      id: idAt(SEEDED_AT + place, index, random),
      display_name: `Benchmark person ${index + 1} of ${code}`,
      affiliation: 'EMPLOYEE',
      component_id: id,
      state: 'ACTIVE',
      version: 1,
      created_at: new Date(SEEDED_AT).toISOString(),
    })),
  )
  await insertRows(owner, 'person', staff)
  const [requester, permitter, approver] = staff.map(({ id }) => id)
  if (!requester || !permitter || !approver) throw new Error('There are no components to work for.')
  const byComponent = Map.groupBy(staff, ({ component_id }) => component_id)
  return {
    deciders: [requester, permitter, approver],
    byComponent: new Map([...byComponent].map(([id, people]) => [id, people.map((person) => person.id)])),
  }
}
