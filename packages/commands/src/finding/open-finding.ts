import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { SEVERITIES } from '@official-accounts/domain/compliance/compliance'
import { allow, refuse } from '@official-accounts/domain/decision'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import { DomainError, invalidInput, notFound } from '@official-accounts/domain/errors'
import { findingPlace, FOUND_BY_HAND } from '@official-accounts/domain/finding/finding'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'
import { optionalId, textField } from './finding-input.ts'

const input = z.object({
  accountId: optionalId,
  platformId: optionalId,
  componentId: optionalId,
  clause: z.string(),
  severity: z
    .enum(SEVERITIES)
    .nullish()
    .transform((value) => value ?? 'MEDIUM'),
  detail: textField('Say what is the matter.'),
})

type OpenInput = z.infer<typeof input>

/** An office records what breaks a clause on an account, a platform or a component (IV.A.5). */
export const openFinding = defineCommand({
  name: 'openFinding',
  permission: 'finding.open',
  subjectType: 'Finding',
  input,
  subjectId: ({ accountId, platformId, componentId }) => accountId ?? platformId ?? componentId,
  lock: (tx, request) => readSubject(tx, request),
  place: (subject) => findingPlace(subject),
  decide(_actor, _now, { clause, severity, detail }, subject) {
    return isClauseId(clause)
      ? allow({ ...subject, clause, severity, detail })
      : refuse(invalidInput('clause', `There is no clause ${clause}.`))
  },
  async apply(tx, finding, _locked, context) {
    const { now } = context
    const id = newId(now.getTime())
    const opened = { openedAt: now, openedById: decider(context) }
    await tx.finding.createMany({
      data: [{ ...finding, ...opened, id, code: FOUND_BY_HAND, origin: 'BY_HAND' }],
    })
    return {
      result: { type: 'Finding', id },
      audit: [
        {
          action: 'finding.open',
          componentId: finding.componentId,
          subjectType: 'Finding',
          subjectId: id,
          clauses: [finding.clause],
          reason: finding.detail,
          changes: [
            { field: 'state', before: null, after: 'OPEN' },
            { field: 'severity', before: null, after: finding.severity },
            { field: 'accountId', before: null, after: finding.accountId },
            { field: 'platformId', before: null, after: finding.platformId },
          ],
        },
      ],
      events: [{ type: 'finding.opened', subjectType: 'Finding', subjectId: id }],
    }
  },
})

/** What something is found about: one account, platform or component, and the component it is laid to. */
export interface FindingSubject {
  readonly accountId: string | null
  readonly platformId: string | null
  readonly componentId: string
}

/**
 * The one subject an input names. Its row is shared, so that an account does not change its component meanwhile.
 * Throws INVALID_INPUT and NOT_FOUND.
 */
export async function readSubject(
  tx: Tx,
  { accountId, platformId, componentId }: Pick<OpenInput, 'accountId' | 'platformId' | 'componentId'>,
): Promise<FindingSubject> {
  if ([accountId, platformId, componentId].filter((id) => id !== null).length !== 1) {
    throw new DomainError(invalidInput('accountId', 'Name one: an account, a platform or a component.'))
  }
  if (accountId !== null) {
    const [row] = await tx.$queryRaw<{ component_id: string }[]>`
      SELECT component_id FROM account WHERE id = ${accountId}::uuid FOR SHARE`
    if (row === undefined) throw new DomainError(notFound('account'))
    return { accountId, platformId, componentId: row.component_id }
  }
  if (platformId !== null) return readPlatform(tx, platformId)
  const found = await tx.component.findFirst({ where: { id: componentId ?? '' }, select: { id: true } })
  if (found === null) throw new DomainError(notFound('component'))
  return { accountId, platformId, componentId: found.id }
}

// What is about a platform is laid to the department's own component.
async function readPlatform(tx: Tx, platformId: string): Promise<FindingSubject> {
  const [row] = await tx.$queryRaw<{ department_id: string | null }[]>`
    SELECT (SELECT id FROM component WHERE kind = 'DEPARTMENT' ORDER BY id LIMIT 1) AS department_id
    FROM platform WHERE id = ${platformId}::uuid FOR SHARE`
  if (row === undefined) throw new DomainError(notFound('platform'))
  if (row.department_id === null) throw new DomainError(notFound('component of the department'))
  return { accountId: null, platformId, componentId: row.department_id }
}
