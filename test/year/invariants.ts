import type pg from 'pg'

interface Invariant {
  readonly name: string
  /** Rows that break it. */
  readonly broken: string
}

/** What has to hold at every moment of the year, whatever happened; `$1` is now. */
const INVARIANTS: readonly Invariant[] = [
  {
    name: 'V.B.5: one current primary contact at most',
    broken: `select account_id from contact where role = 'PRIMARY' and ended_at is null and $1::timestamptz is not null
      group by account_id having count(*) > 1`,
  },
  {
    name: 'V.B.5: no vacancy outlives its time',
    broken: `select t.account_id from account_timer t join account a on a.id = t.account_id
      where t.kind <> 'CLAIM' and t.ended_at is null and t.due_at <= $1 and a.state = 'ACTIVE'`,
  },
  {
    name: 'V.B.5: a time runs against every claimed account that nobody answers for, unless excepted',
    broken: `select a.id from account a where a.state = 'ACTIVE' and (a.migration_id is null or a.claimed_at is not null)
      and not exists (select from contact k join person p on p.id = k.person_id where k.account_id = a.id
        and k.role = 'PRIMARY' and k.ended_at is null and p.state = 'ACTIVE' and coalesce(p.training_lapses_at > $1, true))
      and not exists (select from account_timer t where t.account_id = a.id and t.kind = 'VACANCY' and t.ended_at is null)
      and not exists (select from exception e where e.state = 'GRANTED' and e.clauses && '{V.B.5,IV.A.3}'
        and e.valid_from <= $1 and e.valid_until > $1 and coalesce(e.account_id, a.id) = a.id
        and coalesce(e.component_id, a.component_id) = a.component_id)`,
  },
  {
    name: 'IV.A.4, V.B.12: what has ended by its date is followed',
    broken: `select id from role_grant where revoked_at is null and ended_at is null and valid_until <= $1
      union all select id from delegation where revoked_at is null and ended_at is null and valid_until <= $1
      union all select id from exception where state = 'GRANTED' and ended_at is null and valid_until <= $1
      union all select id from privacy_approval where state = 'APPROVED' and ended_at is null and expires_on <= $1`,
  },
  {
    name: 'IV.C.2: a name that came into use here was approved by the Chief Privacy Officer',
    broken: `select a.id from account a where a.state = 'ACTIVE' and a.migration_id is null and $1::timestamptz is not null
      and 'TITLE' = any(a.names_person_in) and not exists (select from privacy_approval v join decision d
        on d.privacy_approval_id = v.id where v.account_id = a.id and v.title = a.title and d.role = 'PRIVACY_OFFICER')`,
  },
  {
    name: 'V.B.5: the date by which an account is to be claimed suspends nobody',
    broken: `select id from account where state = 'SUSPENDED' and migration_id is not null and claimed_at is null
      and $1::timestamptz is not null`,
  },
  {
    name: 'V.B.5: no account in use is vacant without its time running, but for an exception in force',
    broken: `select a.id from account a where a.state = 'ACTIVE' and (a.migration_id is null or a.claimed_at is not null)
      and not exists (select from contact c join person p on p.id = c.person_id
        where c.account_id = a.id and c.role = 'PRIMARY' and c.ended_at is null and p.state = 'ACTIVE')
      and not exists (select from account_timer t where t.account_id = a.id and t.kind = 'VACANCY' and t.ended_at is null)
      and not exists (select from exception e where e.state = 'GRANTED' and 'V.B.5' = any(e.clauses)
        and e.valid_from <= $1 and e.valid_until > $1 and coalesce(e.account_id, a.id) = a.id
        and coalesce(e.component_id, a.component_id) = a.component_id
        and coalesce(e.platform_id, a.platform_id) = a.platform_id)`,
  },
  {
    name: 'IV.A.4: what is decided by delegation is decided while it lasts',
    broken: `select d.id from decision d join delegation l on l.id = d.delegation_id
      where $1::timestamptz is not null and (d.decided_at < l.valid_from or d.decided_at >= l.valid_until
        or d.decided_at >= l.revoked_at or d.decided_at >= l.ended_at)`,
  },
  {
    name: 'V.B.12: what is decided by an exception is decided while it lasts',
    broken: `select d.id from decision d join exception e on e.id = any(d.used_exception_ids)
      where $1::timestamptz is not null and (d.decided_at < e.valid_from or d.decided_at >= e.valid_until)`,
  },
  {
    name: 'V.B.2: nobody decides on an account they asked for',
    broken: `select d.id from decision d join account a on a.id = d.account_id
      where $1::timestamptz is not null and d.decided_by_id = a.requested_by_id
      and d.kind in ('ENDORSED', 'SECURITY_ATTESTED', 'PERMITTED', 'APPROVED')`,
  },
  {
    name: 'IV.A.2: every account in use that was asked for here was endorsed, permitted and approved',
    broken: `select a.id from account a where $1::timestamptz is not null and a.migration_id is null and a.state in ('ACTIVE', 'SUSPENDED')
      and (select count(distinct d.kind) from decision d where d.account_id = a.id
        and d.kind in ('ENDORSED', 'SECURITY_ATTESTED', 'PERMITTED', 'APPROVED')) <> 4`,
  },
  {
    name: 'V.B.11: what has ended was deactivated and archived',
    broken: `select a.id from account a where a.state = 'RETIRED' and $1::timestamptz is not null and
      (select count(*) from retirement_confirmation c where c.account_id = a.id) <> 2`,
  },
  {
    name: 'IV.A.5: one open automatic finding of a kind per record',
    broken: `select min(id::text) from finding where state = 'OPEN' and origin = 'AUTOMATIC' and $1::timestamptz is not null
      group by account_id, platform_id, component_id, code having count(*) > 1`,
  },
  {
    name: 'REP.3: every account stands where the audit says',
    broken: `select a.id from account a left join lateral (
        select c->>'after' as state from audit_entry e, jsonb_array_elements(e.changes) c
        where e.subject_type = 'Account' and e.subject_id = a.id::text and e.outcome = 'ACCEPTED' and c->>'field' = 'state'
        order by e.seq desc limit 1
      ) said on true
      where $1::timestamptz is not null and a.state::text <> coalesce(said.state, case when a.migration_id is null then 'unexplained' else 'ACTIVE' end)`,
  },
]

/** The names of the invariants that do not hold now, each with how many rows break it. */
export async function brokenInvariants(owner: pg.Client, now: Date): Promise<readonly string[]> {
  const broken: string[] = []
  for (const { name, broken: query } of INVARIANTS) {
    const { rowCount } = await owner.query(query, [now])
    if (rowCount) broken.push(`${name}: ${rowCount}`)
  }
  return broken
}
