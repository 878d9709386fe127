import { changePolicySetting } from '@official-accounts/commands/policy-setting/change-policy-setting'
import { changeInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { PolicySettingKeyEnum, PolicySettingNode } from './types.ts'

const ChangePolicySettingInput = changeInput(
  'ChangePolicySettingInput',
  'A number of the policy to set.',
  (t) => ({
    key: t.field({ type: PolicySettingKeyEnum, required: true, description: 'Which one.' }),
    queue: t.string({
      description: 'Of the work of which queue, by its kind; of everything where it is left out.',
    }),
    value: t.int({ required: true, description: 'What it shall be, in its unit.' }),
    reason: t.string({ required: true, description: 'Why.' }),
  }),
)

const settingMutation = mutationsOf(PolicySettingNode, (read, query) =>
  read.policySetting.findFirstOrThrow(query),
)

settingMutation(
  changePolicySetting,
  ChangePolicySettingInput,
  'Sets a number of the policy, for everything or for one queue; what runs already keeps the day it was given.',
)
