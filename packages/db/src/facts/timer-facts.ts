import type {
  RunningTimer,
  TimedAccount,
  TimerPolicy,
} from '@official-accounts/domain/account-timer/account-timer'
import type { AccountState } from '@official-accounts/domain/account/account'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import type { GrantedException } from '@official-accounts/domain/exception/exception'
import {
  isPolicySettingKey,
  type PolicyValues,
  POLICY_SETTING_KEYS,
} from '@official-accounts/domain/policy-setting/policy-setting'
import { Prisma } from '../generated/client/client.ts'
import { sendStatement, type StatementSender } from '../transaction-connection.ts'

/** Accounts as their timers look at them, and what timers are measured by. */
interface TimerFacts {
  readonly accounts: readonly TimedAccount[]
  readonly policy: TimerPolicy
}

// Instants inside JSON come as text.
type Json<Record> = { [Key in keyof Record]: Record[Key] extends Date | null ? string | null : Record[Key] }

interface Row {
  id: string
  componentId: string
  platformId: string
  state: AccountState
  version: number
  primary: { personActive: boolean; trainingLapsesAt: string | null } | null
  unclaimed: boolean
  claimBy: Date | null
  inUseSince: Date
  attestation: { policyId: string; attestedAt: string } | null
  exceptions: (Omit<Json<GrantedException>, 'clauses'> & { clauses: string[] })[]
  running: Json<RunningTimer>[]
  settings: readonly StoredSetting[] | null
  policies: { id: string; effectiveFrom: string }[]
}

/** Reads accounts with their running timers, and the policy, in one statement; in the order of their ids. */
export async function readTimerFacts(
  tx: StatementSender,
  accountIds: readonly string[],
): Promise<TimerFacts> {
  const rows = await sendStatement<Row>(
    tx,
    Prisma.sql`
    WITH settings AS (SELECT jsonb_agg(jsonb_build_object('key', key, 'queue', queue, 'value', value)) AS value
      FROM policy_setting WHERE queue IS NULL),
    policies AS (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'effectiveFrom', effective_from)), '[]') AS value
      FROM security_policy
    )
    SELECT a.id, a.component_id AS "componentId", a.platform_id AS "platformId", a.state::text, a.version,
      a.migration_id IS NOT NULL AND a.claimed_at IS NULL AS unclaimed, a.claim_by::timestamp AT TIME ZONE 'UTC' AS "claimBy",
      coalesce(a.claimed_at, a.activated_at, a.created_at) AS "inUseSince",
      (SELECT jsonb_build_object('personActive', h.state = 'ACTIVE', 'trainingLapsesAt', h.training_lapses_at)
        FROM contact k JOIN person h ON h.id = k.person_id
        WHERE k.account_id = a.id AND k.role = 'PRIMARY' AND k.ended_at IS NULL) AS primary,
      (SELECT jsonb_build_object('policyId', s.policy_id, 'attestedAt', s.attested_at) FROM security_attestation s
        WHERE s.account_id = a.id ORDER BY s.attested_at DESC, s.id DESC LIMIT 1) AS attestation,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'clauses', e.clauses, 'componentId', e.component_id,
          'platformId', e.platform_id, 'accountId', e.account_id, 'validFrom', e.valid_from, 'validUntil', e.valid_until))
        FROM exception e WHERE e.state = 'GRANTED' AND e.clauses && '{V.B.5,IV.B.3,IV.A.3}'
          AND (e.account_id IS NULL OR e.account_id = a.id)
          AND (e.component_id IS NULL OR e.component_id = a.component_id)), '[]') AS exceptions,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'startedAt', t.started_at, 'dueAt', t.due_at,
          'firstWarnedAt', t.first_warned_at, 'lastWarnedAt', t.last_warned_at, 'escalatedAt', t.escalated_at))
        FROM account_timer t WHERE t.account_id = a.id AND t.ended_at IS NULL), '[]') AS running,
      settings.value AS settings, policies.value AS policies
    FROM account a, settings, policies WHERE a.id = ANY (${[...accountIds]}::uuid[]) ORDER BY a.id`,
  )
  const [first] = rows
  return {
    accounts: rows.map(toTimedAccount),
    policy: {
      values: toValues(first?.settings ?? []),
      securityPolicies: (first?.policies ?? []).map(({ id, effectiveFrom }) => ({
        id,
        effectiveFrom: new Date(effectiveFrom),
      })),
    },
  }
}

function toTimedAccount({ settings: _s, policies: _p, ...row }: Row): TimedAccount {
  const { attestation, primary } = row
  return {
    ...row,
    primary: primary && { ...primary, trainingLapsesAt: toInstant(primary.trainingLapsesAt) },
    attestation: attestation && { ...attestation, attestedAt: new Date(attestation.attestedAt) },
    exceptions: row.exceptions.map((exception) => ({
      ...exception,
      clauses: exception.clauses.filter(isClauseId),
      validFrom: new Date(exception.validFrom ?? 0),
      validUntil: new Date(exception.validUntil ?? 0),
    })),
    running: row.running.map((timer) => ({
      ...timer,
      startedAt: new Date(timer.startedAt ?? 0),
      dueAt: new Date(timer.dueAt ?? 0),
      firstWarnedAt: toInstant(timer.firstWarnedAt),
      lastWarnedAt: toInstant(timer.lastWarnedAt),
      escalatedAt: toInstant(timer.escalatedAt),
    })),
  }
}

function toInstant(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}

/** A setting as it is kept. */
export interface StoredSetting {
  readonly key: string
  readonly queue: string | null
  readonly value: number
}

/** The settings that hold for everything. A registry that lacks one is broken; 0 days would suspend at once. */
export function toValues(settings: readonly StoredSetting[]): PolicyValues {
  const general = settings.filter(({ key, queue }) => queue === null && isPolicySettingKey(key))
  const missing = POLICY_SETTING_KEYS.filter((known) => !general.some(({ key }) => key === known))
  if (missing.length > 0 && settings.length > 0) {
    throw new Error(`The registry has no policy setting ${missing.join(', ')}.`)
  }
  return Object.fromEntries(general.map(({ key, value }) => [key, value])) as PolicyValues
}
