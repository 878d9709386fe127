import { POLICY_SETTING_KEYS } from '@official-accounts/domain/policy-setting/policy-setting'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { PolicySettingNode } from './types.ts'

/** More than every number, with those of every queue. */
const MOST = 500

builder.queryFields((t) => ({
  policySetting: t.prismaField({
    type: 'PolicySetting',
    nullable: true,
    ...INTERNAL,
    description: 'A number of the policy by its id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { services }) =>
      services.read.policySetting.findFirst({ ...query, where: { id: recordId(id, 'PolicySetting') } }),
  }),
  policySettings: t.prismaField({
    type: [PolicySettingNode],
    ...INTERNAL,
    description: 'The numbers of the policy: what they are, who set them, when and why.',
    resolve: (query, _root, _args, { services }) =>
      services.read.policySetting.findMany({
        ...query,
        where: { key: { in: [...POLICY_SETTING_KEYS] } },
        orderBy: [{ id: 'asc' }],
        take: MOST,
      }),
  }),
}))
