import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { checkExceptionRequest, exceptionPlace } from '@official-accounts/domain/exception/exception-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'
import { readScope, scopeFields } from '../delegation/delegation-store.ts'

const instant = z
  .date()
  .or(
    z.iso
      .datetime({ offset: true, error: 'An instant such as 2027-01-31T00:00:00Z.' })
      .transform((text) => new Date(text)),
  )

const input = z.object({
  ...scopeFields,
  clauses: z
    .array(z.string())
    .max(20, 'At most 20 clauses.')
    .transform((clauses) => [...new Set(clauses)].sort()),
  justification: z
    .string()
    .trim()
    .min(1, 'An exception is requested in writing: say why.')
    .max(4000, 'At most 4,000 characters.'),
  conditions: z.string().trim().max(4000, 'At most 4,000 characters.').nullish(),
  validFrom: instant.nullish(),
  validUntil: instant,
})

const KEPT = [
  'clauses',
  'componentId',
  'platformId',
  'accountId',
  'conditions',
  'validFrom',
  'validUntil',
] as const

/** Asks in writing for an exception: which clauses, for what, from when until when, and why (V.B.12). */
export const requestException = defineCommand({
  name: 'requestException',
  permission: 'exception.request',
  subjectType: 'Exception',
  input,
  subjectId: () => null,
  async lock(tx: Tx, request: z.infer<typeof input>) {
    const scope = await readScope(tx, request)
    return { ...scope, platformProhibited: await isProhibited(tx, scope.platformId, scope.accountId) }
  },
  place: (scope) => exceptionPlace(scope),
  decide(actor, now, { clauses, justification, conditions, validFrom, validUntil }, locked) {
    const { platformProhibited, ...scope } = locked
    const wanted = { ...scope, clauses, validFrom: validFrom ?? now, validUntil }
    const refusal = checkExceptionRequest(actor, wanted, now, platformProhibited)
    return refusal ? refuse(refusal) : allow({ ...wanted, justification, conditions: conditions ?? null })
  },
  async apply(tx, request, _locked, context) {
    const { now } = context
    const id = newId(now.getTime())
    const requestedById = decider(context)
    await tx.exception.createMany({
      data: [{ ...request, id, state: 'REQUESTED', requestedById, requestedAt: now, changedAt: now }],
    })
    return {
      result: { type: 'Exception', id },
      audit: [
        {
          action: 'exception.request',
          componentId: request.componentId,
          subjectType: 'Exception',
          subjectId: id,
          clauses: ['V.B.12'],
          reason: request.justification,
          changes: [
            { field: 'state', before: null, after: 'REQUESTED' },
            ...changesBetween(KEPT, {}, request),
          ],
        },
      ],
      events: [{ type: 'exception.requested', subjectType: 'Exception', subjectId: id }],
    }
  },
})

async function isProhibited(tx: Tx, platformId: string | null, accountId: string | null): Promise<boolean> {
  if (platformId === null && accountId === null) return false
  const found = await tx.platform.findFirst({
    where: {
      state: 'PROHIBITED',
      OR: [
        { id: { in: platformId === null ? [] : [platformId] } },
        { accounts: { some: { id: { in: accountId === null ? [] : [accountId] } } } },
      ],
    },
    select: { id: true },
  })
  return found !== null
}
