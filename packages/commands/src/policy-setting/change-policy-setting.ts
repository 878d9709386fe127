import { toValues } from '@official-accounts/db/facts/timer-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import { isPolicySettingKey } from '@official-accounts/domain/policy-setting/policy-setting'
import { checkPolicyValue } from '@official-accounts/domain/policy-setting/policy-setting-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'

const input = z.object({
  policySettingId: z.uuid(),
  value: z.int('A whole number of days.'),
  reason: z.string().trim().min(1, 'Say why.').max(2000, 'At most 2,000 characters.'),
})

/** Sets a number of the policy. What runs already keeps the day it was given; what begins from now on has the new one. */
export const changePolicySetting = defineCommand({
  name: 'changePolicySetting',
  permission: 'policySetting.change',
  subjectType: 'PolicySetting',
  input,
  subjectId: ({ policySettingId }) => policySettingId,
  lock: lockSetting,
  place: () => ({ componentId: null }),
  version: ({ setting }) => setting.version,
  decide(_actor, _now, { value, reason }, { setting, values }) {
    if (!isPolicySettingKey(setting.key)) return refuse(notFound('policy setting'))
    const refusal = checkPolicyValue(setting.key, value, values)
    return refusal ? refuse(refusal) : allow({ key: setting.key, value, reason })
  },
  async apply(tx, { key, value, reason }, { setting }, context) {
    await tx.policySetting.updateMany({
      where: { id: setting.id },
      data: {
        value,
        reason,
        changedById: decider(context),
        changedAt: context.now,
        version: setting.version + 1,
      },
    })
    return {
      result: { type: 'PolicySetting', id: setting.id },
      audit: [
        {
          action: 'policySetting.change',
          componentId: null,
          subjectType: 'PolicySetting',
          subjectId: setting.id,
          clauses: isClauseId(setting.clause) ? ['IV.A.1', setting.clause] : ['IV.A.1'],
          reason,
          changes: [{ field: key, before: setting.value, after: value }],
        },
      ],
      events: [{ type: 'policy-setting.changed', subjectType: 'PolicySetting', subjectId: setting.id }],
    }
  },
})

// All of them are locked: one is judged beside the others.
async function lockSetting(tx: Tx, { policySettingId }: z.infer<typeof input>) {
  await tx.$queryRaw`SELECT id FROM policy_setting ORDER BY id FOR UPDATE`
  const settings = await tx.policySetting.findMany({ orderBy: { id: 'asc' } })
  const setting = settings.find(({ id }) => id === policySettingId)
  if (!setting) throw new DomainError(notFound('policy setting'))
  return { setting, values: toValues(Object.fromEntries(settings.map(({ key, value }) => [key, value]))) }
}
