import type pg from 'pg'

/** The kinds of record whose state the audit explains, each with the table it is kept in. */
const TABLES: Readonly<Record<string, string>> = {
  Account: 'account',
  Platform: 'platform',
  Person: 'person',
  RoleGrant: 'role_grant',
  Delegation: 'delegation',
  Exception: 'exception',
  AccessGrant: 'access_grant',
  PrivacyApproval: 'privacy_approval',
  Finding: 'finding',
  CorrectiveAction: 'corrective_action',
  DiscoveredAccount: 'discovered_account',
  Risk: 'risk',
  RiskMitigation: 'risk_mitigation',
  ComponentProcess: 'component_process',
  Incident: 'incident',
  ModerationAction: 'moderation_action',
  Certification: 'certification',
  CertificationPart: 'certification_part',
}

/** In which state a record is that no entry of its own tells: as an import, a campaign or a first sign-in makes it. */
const BORN: Readonly<Record<string, string>> = {
  Account: 'ACTIVE',
  CertificationPart: 'OPEN',
  Finding: 'OPEN',
  Person: 'ACTIVE',
}

/** Of its steps the audit keeps the words alone. */
const IN_OTHER_WORDS = ['Incident.checklist']

/** What says of an account, in entries of its own, that its security is overdue, and that it no longer is. */
const OVERDUE_SINCE = 'attestationTimer.dueAt'
const SETTLED_BY = ['attestation', 'attestationTimer.outcome']

type Stored = Readonly<Record<string, unknown>>
type Tables = ReadonlyMap<string, ReadonlyMap<string, Stored>>

interface Change {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

interface Entry {
  readonly type: string
  readonly id: string
  readonly changes: readonly Change[]
}

/**
 * Reads all the audit says, in its order, and compares it with what is stored: every field of a record that the audit
 * has spoken of, every state, and who answers for each account.
 *
 * @returns what the audit does not explain, each in a few words
 */
export async function unexplained(owner: pg.Client): Promise<readonly string[]> {
  const { rows: entries } = await owner.query<Entry>(
    `select subject_type as type, subject_id as id, changes from audit_entry where outcome = 'ACCEPTED'
     order by recorded_at, chain_id, seq`,
  )
  const tables = new Map<string, ReadonlyMap<string, Stored>>()
  for (const [type, table] of Object.entries(TABLES)) tables.set(type, await readTable(owner, table))
  const told = replay(entries, tables)
  return [
    ...told.gaps,
    ...differences(told, tables),
    ...untold(told, tables),
    ...(await otherContacts(owner, told)),
    ...(await otherAnswers(owner, told)),
  ]
}

async function readTable(owner: pg.Client, table: string): Promise<ReadonlyMap<string, Stored>> {
  const { rows } = await owner.query(`select id, to_jsonb(t) as row from ${table} t`)
  return new Map(rows.map(({ id, row }) => [id, row]))
}

interface Told {
  /** What was said last, by `Kind/id/field`. */
  readonly said: Map<string, unknown>
  /** Records that some entry names. */
  readonly named: Set<string>
  /** Changes that do not begin where the one before ended. */
  readonly gaps: string[]
  /** Accounts whose security is overdue, and those where it was. */
  readonly overdue: Map<string, boolean>
}

function replay(entries: readonly Entry[], tables: Tables): Told {
  const told: Told = { said: new Map(), named: new Set(), gaps: [], overdue: new Map() }
  for (const { type, id, changes } of entries) {
    for (const change of changes) hear(told, tables, type, id, change)
    told.named.add(`${type}/${id}`)
  }
  return told
}

function hear(told: Told, tables: Tables, type: string, id: string, { field, before, after }: Change): void {
  // An entry may speak of other records: by a digest where an import made them, else by their state.
  if (field.includes('/')) {
    told.named.add(field)
    if (!String(after).startsWith('sha256:')) told.said.set(`${field}/state`, after)
    return
  }
  if (field === OVERDUE_SINCE) told.overdue.set(id, true)
  if (SETTLED_BY.includes(field) && after !== 'SUSPENDED' && told.overdue.has(id)) told.overdue.set(id, false)
  const key = `${type}/${id}/${field}`
  const begun = told.said.has(key) ? told.said.get(key) : beginning(told, type, id, field, before)
  if (storedValue(tables, type, id, field) !== undefined && !isSame(before, begun)) {
    told.gaps.push(`${key}: ${JSON.stringify(begun)}, and then from ${JSON.stringify(before)}`)
  }
  told.said.set(key, after)
}

// Of what an import made the audit keeps a digest: with which values it began is not told there.
function beginning({ named }: Told, type: string, id: string, field: string, before: unknown): unknown {
  if (field === 'state' && before !== null) return BORN[type] ?? null
  return named.has(`${type}/${id}`) ? before : null
}

function storedValue(tables: Tables, type: string, id: string, field: string): unknown {
  const column = field.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
  return IN_OTHER_WORDS.includes(`${type}.${field}`) ? undefined : tables.get(type)?.get(id)?.[column]
}

function differences({ said }: Told, tables: Tables): readonly string[] {
  return [...said].flatMap(([key, after]) => {
    const [type = '', id = '', field = ''] = key.split('/')
    const stored = storedValue(tables, type, id, field)
    return stored === undefined || isSame(stored, after)
      ? []
      : [`${key}: ${JSON.stringify(stored)}, said ${JSON.stringify(after)}`]
  })
}

// A record whose state no entry of its own tells was made by an entry that names it, and stands as it was made.
function untold({ said, named, overdue }: Told, tables: Tables): readonly string[] {
  return [...tables].flatMap(([type, rows]) =>
    [...rows].flatMap(([id, { state, code, account_id: accountId }]) => {
      if (code === 'ATTESTATION_OVERDUE') {
        const expected = { true: 'OPEN', false: 'CLOSED' }[String(overdue.get(String(accountId)))]
        return state === expected
          ? []
          : [`${type}/${id}: ${JSON.stringify(state)}, and its account says ${expected}`]
      }
      if (!named.has(`${type}/${id}`)) return [`${type}/${id}: no entry made it`]
      const isTold = state === undefined || said.has(`${type}/${id}/state`) || state === BORN[type]
      return isTold ? [] : [`${type}/${id}: ${JSON.stringify(state)}, and no entry says so`]
    }),
  )
}

// With its end an account has no contact any more; until then it has whom the audit named last.
async function otherContacts(owner: pg.Client, { said }: Told): Promise<readonly string[]> {
  const { rows } = await owner.query<{ id: string; state: string; person: string | null }>(
    `select a.id, a.state, c.person_id as person from account a
     left join contact c on c.account_id = a.id and c.role = 'PRIMARY' and c.ended_at is null`,
  )
  return rows.flatMap(({ id, state, person }) => {
    const expected = state === 'RETIRED' ? null : (said.get(`Account/${id}/primaryContact`) ?? null)
    return person === expected
      ? []
      : [`Account/${id}: ${person} answers for it, said ${JSON.stringify(expected)}`]
  })
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other))
}

// Instants and days are written in more than one way; lists as texts.
function comparable(value: unknown): unknown {
  if (value === undefined) return null
  if (Array.isArray(value)) return value.map(String)
  const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(T|$)/.test(value)
  return isDate ? new Date(value).getTime() : value
}

// Every answer to the checklist of law and policy is the one that the audit told last (V.A.2).
async function otherAnswers(owner: pg.Client, { said }: Told): Promise<readonly string[]> {
  const { rows } = await owner.query('select account_id, item_key, outcome, note from law_answer')
  return rows.flatMap(({ account_id: account, item_key: key, outcome, note }) => {
    const told = (field: string) => said.get(`Account/${account}/law.${key}.${field}`) ?? null
    return told('outcome') === outcome && told('note') === note ? [] : [`${key} of account ${account}`]
  })
}
