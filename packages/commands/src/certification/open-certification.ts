import {
  insertCertification,
  lockOpening,
  readCertifiable,
  type CertifiableAccount,
  type CertifiableAccounts,
} from '@official-accounts/db/facts/certification-rows'
import { toValues } from '@official-accounts/db/facts/timer-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import {
  QUESTION_KINDS,
  type CertificationFacts,
} from '@official-accounts/domain/certification/certification'
import { reachedReminder } from '@official-accounts/domain/certification/certification-calendar'
import { checkOpening } from '@official-accounts/domain/certification/certification-opening'
import { allow, refuse } from '@official-accounts/domain/decision'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import type { PolicyValues } from '@official-accounts/domain/policy-setting/policy-setting'
import { standardReminders } from '@official-accounts/domain/policy-setting/policy-setting-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand, type DecisionContext } from '../command.ts'
import { nameText } from '../name-text.ts'

const DAYS = z.number().int().min(0).max(365)

const input = z.object({
  name: nameText(200, 'Give it a name.'),
  questions: z.array(
    z.object({
      key: z.string().trim(),
      text: z.string().trim().max(500, 'At most 500 characters.'),
      kind: z.enum(QUESTION_KINDS),
      choices: z
        .array(z.string().trim().max(200))
        .max(30)
        .nullish()
        .transform((choices) => choices ?? []),
      clause: z.string(),
    }),
  ),
  dueOn: z.iso.date({ error: 'A date such as 2027-01-31.' }).transform((day) => new Date(`${day}T00:00:00Z`)),
  reminderDays: z
    .array(DAYS)
    .max(10)
    .nullish()
    .transform((days) => days ?? null),
  overdueDays: DAYS.nullish().transform((days) => days ?? null),
  accounts: z.array(z.uuid()).max(20_000, 'At most 20,000 accounts.'),
  filter: z.string().max(10_000),
})

type Asked = z.infer<typeof input>

/** What is opened: days that were not named are the department's (policy data). */
type Wanted = Omit<Asked, 'reminderDays' | 'overdueDays'> &
  Pick<CertificationFacts, 'reminderDays' | 'overdueDays'>

/** Opens a certification over the accounts of a filter: each that is in use is frozen as a row to be answered (IV.E.3). */
export const openCertification = defineCommand({
  name: 'openCertification',
  permission: 'certification.open',
  subjectType: 'Certification',
  input,
  subjectId: () => null,
  async lock(
    tx: Tx,
    { accounts, questions }: Asked,
  ): Promise<CertifiableAccounts & { values: PolicyValues }> {
    await lockOpening(tx)
    const settings = await tx.policySetting.findMany({ select: { key: true, queue: true, value: true } })
    return { ...(await readCertifiable(tx, accounts, questions)), values: toValues(settings) }
  },
  place: () => ({ componentId: null }),
  decide(_actor, now, asked, { accounts, overlap, values }) {
    const wanted = withDays(asked, values)
    const facts = { accountCount: accounts.length, filter: wanted.filter, overlap }
    const refusal = checkOpening(wanted, facts, now)
    return refusal ? refuse(refusal) : allow(wanted)
  },
  async apply(tx, wanted, { accounts }, context) {
    const { now } = context
    const id = newId(now.getTime())
    const parts = partsOf(accounts, now)
    await insertCertification(tx, toRows(id, wanted, accounts, parts, context), now)
    const asked = parts.map(({ id: partId, componentId, count }) =>
      entry('CertificationPart', partId, componentId, [
        { field: 'certification', before: null, after: id },
        { field: 'accounts', before: null, after: count },
      ]),
    )
    return {
      result: { type: 'Certification', id },
      audit: [openingEntry(id, wanted, accounts.length), ...asked],
      events: [
        { type: 'certification.opened', subjectType: 'Certification', subjectId: id },
        ...parts.map(({ id: partId }) => ({
          type: 'certification.asked' as const,
          subjectType: 'CertificationPart',
          subjectId: partId,
        })),
      ],
    }
  },
})

function withDays(asked: Asked, values: PolicyValues): Wanted {
  const reminderDays = asked.reminderDays ?? standardReminders(values)
  return {
    ...asked,
    reminderDays: [...new Set(reminderDays)].sort((a, b) => b - a),
    overdueDays: asked.overdueDays ?? values.CERTIFICATION_OVERDUE_DAYS,
  }
}

interface NewPart {
  readonly id: string
  readonly componentId: string
  readonly count: number
}

function partsOf(accounts: readonly CertifiableAccount[], now: Date): readonly NewPart[] {
  const counts = new Map<string, number>()
  for (const { componentId } of accounts) counts.set(componentId, (counts.get(componentId) ?? 0) + 1)
  return [...counts].map(([componentId, count]) => ({ id: newId(now.getTime()), componentId, count }))
}

function toRows(
  id: string,
  wanted: Wanted,
  accounts: readonly CertifiableAccount[],
  parts: readonly NewPart[],
  context: DecisionContext,
) {
  const at = context.now.getTime()
  const { name, filter, dueOn, reminderDays, overdueDays } = wanted
  const partIds = new Map(parts.map((part) => [part.componentId, part.id]))
  return {
    id,
    name,
    filter,
    dueOn,
    reminderDays,
    overdueDays,
    // Opening tells everybody: what would be reminded of at this moment is told.
    remindedDays: reachedReminder(wanted, context.now),
    openedById: decider(context),
    questions: wanted.questions.flatMap(({ clause, ...question }, position) =>
      isClauseId(clause) ? [{ ...question, clause, position, id: newId(at) }] : [],
    ),
    parts,
    answers: accounts.map(({ id: accountId, componentId, previousId }) => ({
      id: newId(at),
      partId: partIds.get(componentId) ?? '',
      componentId,
      accountId,
      previousId,
    })),
  }
}

function openingEntry(id: string, wanted: Wanted, accounts: number): AuditEntry {
  const { name, filter, dueOn, questions, reminderDays, overdueDays } = wanted
  return entry('Certification', id, null, [
    { field: 'state', before: null, after: 'OPEN' },
    { field: 'name', before: null, after: name },
    { field: 'filter', before: null, after: filter },
    { field: 'accounts', before: null, after: accounts },
    { field: 'dueOn', before: null, after: dueOn.toISOString().slice(0, 10) },
    { field: 'reminderDays', before: null, after: reminderDays.map(String) },
    { field: 'overdueDays', before: null, after: overdueDays },
    {
      field: 'questions',
      before: null,
      after: questions.map(({ key, text, clause }) => `${key} (${clause}): ${text}`),
    },
  ])
}

function entry(
  subjectType: AuditEntry['subjectType'],
  subjectId: string,
  componentId: string | null,
  changes: AuditEntry['changes'],
): AuditEntry {
  return {
    action: 'certification.open',
    componentId,
    subjectType,
    subjectId,
    clauses: ['IV.E.3'],
    reason: null,
    changes,
  }
}
