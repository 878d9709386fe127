import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { allow, refuse } from '@official-accounts/domain/decision'
import { invalidInput } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'
import { nameText } from '../name-text.ts'

const instant = z
  .date()
  .or(
    z.iso
      .datetime({ offset: true, error: 'An instant such as 2027-01-31T00:00:00Z.' })
      .transform((text) => new Date(text)),
  )

const input = z.object({
  title: nameText(300, 'Give it a title.'),
  text: z.string().trim().min(1, 'Say what is asked of accounts.').max(40_000, 'At most 40,000 characters.'),
  authorizedTools: z
    .array(z.string().trim().min(1, 'A tool has a name.').max(200, 'At most 200 characters.'))
    .max(100, 'At most 100 tools.')
    .transform((tools) => [...new Set(tools)].sort()),
  rotationDays: z.int('A whole number of days.').min(1, 'At least 1.').max(3650, 'At most 3,650.').nullish(),
  effectiveFrom: instant.nullish(),
})

/**
 * Publishes the next version of the security policy for accounts (IV.B.3). From its day on every account is attested
 * against it anew; the version before counts until then, and none is ever changed.
 */
export const publishSecurityPolicy = defineCommand({
  name: 'publishSecurityPolicy',
  permission: 'securityPolicy.publish',
  subjectType: 'SecurityPolicy',
  input,
  subjectId: () => null,
  async lock(tx: Tx) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('security policy', 0))`
    return tx.securityPolicy.findFirst({
      orderBy: { number: 'desc' },
      select: { number: true, effectiveFrom: true },
    })
  },
  place: () => ({ componentId: null }),
  decide(_actor, now, { effectiveFrom, rotationDays, ...policy }, newest) {
    const begins = effectiveFrom ?? now
    if (begins < now) return refuse(invalidInput('effectiveFrom', 'A policy is not dated back.'))
    if (newest !== null && begins <= newest.effectiveFrom) {
      return refuse(invalidInput('effectiveFrom', `It begins after version ${newest.number} does.`))
    }
    return allow({
      ...policy,
      rotationDays: rotationDays ?? null,
      effectiveFrom: begins,
      number: (newest?.number ?? 0) + 1,
    })
  },
  async apply(tx, policy, _newest, context) {
    const { now } = context
    const id = newId(now.getTime())
    await tx.securityPolicy.createMany({
      data: [{ ...policy, id, publishedAt: now, publishedById: decider(context) }],
    })
    return {
      result: { type: 'SecurityPolicy', id },
      audit: [
        {
          action: 'securityPolicy.publish',
          componentId: null,
          subjectType: 'SecurityPolicy',
          subjectId: id,
          clauses: ['IV.B.3'],
          reason: null,
          changes: [
            { field: 'number', before: null, after: policy.number },
            { field: 'title', before: null, after: policy.title },
            { field: 'effectiveFrom', before: null, after: policy.effectiveFrom.toISOString() },
          ],
        },
      ],
      events: [{ type: 'security-policy.published', subjectType: 'SecurityPolicy', subjectId: id }],
    }
  },
})
