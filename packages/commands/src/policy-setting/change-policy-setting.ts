import { toValues } from '@official-accounts/db/facts/timer-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import { POLICY_SETTING_KEYS } from '@official-accounts/domain/policy-setting/policy-setting'
import { checkPolicyValue } from '@official-accounts/domain/policy-setting/policy-setting-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'

const input = z.object({
  key: z.enum(POLICY_SETTING_KEYS),
  queue: z
    .string()
    .regex(/^[A-Z][A-Z_]{1,60}$/, 'The kind of a queue.')
    .nullish()
    .transform((queue) => queue ?? null),
  value: z.int('A whole number.'),
  reason: z.string().trim().min(1, 'Say why.').max(2000, 'At most 2,000 characters.'),
})

/**
 * Sets a number of the policy: for everything it measures, or for the work of one queue, which has one of its own from
 * then on. What runs already keeps the day it was given; what begins from now on has the new one (IV.A.1).
 */
export const changePolicySetting = defineCommand({
  name: 'changePolicySetting',
  permission: 'policySetting.change',
  subjectType: 'PolicySetting',
  input,
  subjectId: () => null,
  lock: lockSetting,
  place: () => ({ componentId: null }),
  version: ({ setting }) => setting?.version ?? 0,
  decide(_actor, _now, wanted, { setting, values }) {
    const refusal = checkPolicyValue(wanted, setting?.value ?? null, values)
    return refusal ? refuse(refusal) : allow(wanted)
  },
  async apply(tx, { key, queue, value, reason }, { setting, general }, context) {
    const set = { value, reason, changedById: decider(context), changedAt: context.now }
    const id = setting?.id ?? newId(context.now.getTime())
    if (setting) {
      await tx.policySetting.updateMany({ where: { id }, data: { ...set, version: setting.version + 1 } })
    } else {
      const { unit, clause } = general
      await tx.policySetting.createMany({
        data: [{ ...set, id, key, queue, unit, clause, standardValue: general.value }],
      })
    }
    return {
      result: { type: 'PolicySetting', id },
      audit: [
        {
          action: 'policySetting.change',
          componentId: null,
          subjectType: 'PolicySetting',
          subjectId: id,
          clauses: isClauseId(general.clause) ? ['IV.A.1', general.clause] : ['IV.A.1'],
          reason,
          changes: [
            ...(queue === null ? [] : [{ field: 'queue', before: setting?.queue ?? null, after: queue }]),
            { field: key, before: setting?.value ?? null, after: value },
          ],
        },
      ],
      events: [{ type: 'policy-setting.changed', subjectType: 'PolicySetting', subjectId: id }],
    }
  },
})

// All of them are locked: one is judged beside the others, and a queue gets its own once.
async function lockSetting(tx: Tx, { key, queue }: z.infer<typeof input>) {
  await tx.$queryRaw`SELECT id FROM policy_setting ORDER BY id FOR UPDATE`
  const settings = await tx.policySetting.findMany({ orderBy: { id: 'asc' } })
  const general = settings.find((one) => one.key === key && one.queue === null)
  if (!general) throw new DomainError(notFound('policy setting'))
  const setting = settings.find((one) => one.key === key && one.queue === queue) ?? null
  return { setting, general, values: toValues(settings) }
}
