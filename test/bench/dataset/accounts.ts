import { idAt, type Random } from './random.ts'

/** A real account that generated ones are modelled on: where it is, and for whom. */
export interface ModelAccount {
  readonly component_id: string
  readonly platform_id: string
  readonly platform_slug: string
  readonly host: string
  readonly title: string
  readonly purpose: string | null
}

/** The people the rows name. */
export interface BenchPeople {
  readonly deciders: readonly [requester: string, permitter: string, approver: string]
  readonly byComponent: ReadonlyMap<string, readonly string[]>
}

export interface GeneratedAccount {
  readonly id: string
  readonly component_id: string
  readonly state: string
  readonly at: number
}

const START = Date.UTC(2026, 0, 6)
const MINUTE = 60_000
// Of twenty accounts sixteen are active.
const STATES = [
  ...Array.from({ length: 16 }, () => 'ACTIVE'),
  'SUSPENDED',
  'RETIRED',
  'REQUESTED',
  'APPROVED',
]
const PLACES = [
  'Buffalo', 'Laredo', 'Miami', 'Seattle', 'Detroit', 'Tucson', 'Houston', 'Boston', 'Denver', 'Portland',
  'El Paso', 'Chicago', 'Atlanta', 'Newark', 'San Juan', 'Anchorage', 'Honolulu', 'Norfolk', 'Mobile', 'Duluth',
] // prettier-ignore
const TOPICS = ['emergencies', 'travel', 'trade', 'recruitment', 'safety']

/** Rows of `account` on the places of real ones, under names that say they are none. */
export function generateAccounts(
  count: number,
  models: readonly ModelAccount[],
  people: BenchPeople,
  random: Random,
) {
  return Array.from({ length: count }, (_, index) => {
    const model = random.pick(models)
    const at = START + index * MINUTE
    return accountRow({ id: idAt(at, index, random), index, at, model, people, random })
  })
}

interface RowParts {
  readonly id: string
  readonly index: number
  readonly at: number
  readonly model: ModelAccount
  readonly people: BenchPeople
  readonly random: Random
}

function accountRow({ id, index, at, model, people, random }: RowParts) {
  const handle = `benchmark${String(index).padStart(6, '0')}`
  const state = random.pick(STATES)
  const requested = new Date(at).toISOString()
  const decided = state === 'REQUESTED' ? null : new Date(at + MINUTE / 2).toISOString()
  const activated = state === 'REQUESTED' || state === 'APPROVED' ? null : decided
  const [requester, permitter, approver] = people.deciders
  return {
    id,
    slug: `${model.platform_slug}-${handle}`,
    component_id: model.component_id,
    platform_id: model.platform_id,
    state,
    observed_status: 'UNKNOWN',
    handle,
    canonical_key: handle,
    profile_url: `https://${model.host}/${handle}`,
    title: `${model.title}, benchmark ${random.pick(PLACES)} ${index}`,
    purpose: model.purpose ?? 'Generated for a benchmark; no account of anybody.',
    use_category: 'PUBLIC_COMMUNICATION',
    language: random.below(10) === 0 ? 'es' : 'en',
    topics: [random.pick(TOPICS)],
    login_model: 'OFFICIAL',
    requested_by_id: requester,
    requested_at: requested,
    permitted_by_id: decided && permitter,
    permitted_at: decided,
    approved_by_id: decided && approver,
    activated_at: activated,
    last_confirmed_on: activated?.slice(0, 10) ?? null,
    suspended_at: state === 'SUSPENDED' ? decided : null,
    retired_at: state === 'RETIRED' ? decided : null,
    version: 1,
    created_at: requested,
    changed_at: decided ?? requested,
  }
}

/** Rows of `contact`: whoever is active or suspended has a primary, two in five an alternate. */
export function generateContacts(accounts: readonly GeneratedAccount[], people: BenchPeople, random: Random) {
  return accounts.flatMap((account, index) => {
    if (account.state !== 'ACTIVE' && account.state !== 'SUSPENDED') return []
    const staff = people.byComponent.get(account.component_id) ?? []
    const first = random.below(staff.length)
    const roles = random.below(5) < 2 ? ['PRIMARY', 'ALTERNATE'] : ['PRIMARY']
    return roles.map((role, place) => ({
      id: idAt(account.at, index * 2 + place, random),
      account_id: account.id,
      person_id: staff[(first + place) % staff.length],
      role,
      started_at: new Date(account.at + place).toISOString(),
    }))
  })
}

/** Rows of `decision`: permission and approval of whatever was decided on. */
export function generateDecisions(
  accounts: readonly GeneratedAccount[],
  people: BenchPeople,
  random: Random,
) {
  const [, permitter, approver] = people.deciders
  return accounts.flatMap((account, index) => {
    if (account.state === 'REQUESTED') return []
    return [
      { kind: 'PERMITTED', decided_by_id: permitter, role: 'OPA', clauses: ['V.B.2'] },
      { kind: 'APPROVED', decided_by_id: approver, role: 'ASPA', clauses: ['IV.A.2', 'V.B.2'] },
    ].map((decision, place) => ({
      ...decision,
      id: idAt(account.at, index * 2 + place, random),
      account_id: account.id,
      decided_at: new Date(account.at + place).toISOString(),
    }))
  })
}
