import { confirmPolicyImplementation } from '@official-accounts/commands/component-policy/confirm-policy-implementation'
import { reviewComponentPolicy } from '@official-accounts/commands/component-policy/review-component-policy'
import { submitComponentPolicy } from '@official-accounts/commands/component-policy/submit-component-policy'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { PolicyReviewEnum } from './enums.ts'
import { ComponentPolicyNode } from './types.ts'

const SubmitComponentPolicyInput = creationInput(
  'SubmitComponentPolicyInput',
  'A component’s policy, or a new version of one.',
  (t) => ({
    componentId: t.id({ required: true, description: 'Of which component.' }),
    title: t.string({ required: true, description: 'Its title.' }),
    body: t.string({ required: true, description: 'What it says.' }),
  }),
)

const ReviewComponentPolicyInput = changeInput(
  'ReviewComponentPolicyInput',
  'A review by the Privacy Office.',
  (t) => ({
    policyId: t.id({ required: true, description: 'Which version.' }),
    outcome: t.field({ type: PolicyReviewEnum, required: true, description: 'What it found.' }),
    reason: t.string({ required: true, description: 'Why.' }),
  }),
)

const ConfirmPolicyImplementationInput = changeInput(
  'ConfirmPolicyImplementationInput',
  'That an approved policy is in practice.',
  (t) => ({
    policyId: t.id({ required: true, description: 'Which version.' }),
    implementation: t.string({ required: true, description: 'How the Privacy Office saw it.' }),
  }),
)

const policyMutation = mutationsOf(ComponentPolicyNode, (read, query) =>
  read.componentPolicy.findFirstOrThrow(query),
)

policyMutation(submitComponentPolicy, SubmitComponentPolicyInput, 'Submits a component’s policy (OIG.4).')
policyMutation(
  reviewComponentPolicy,
  ReviewComponentPolicyInput,
  'The Privacy Office reviews a policy (OIG.4).',
)
policyMutation(
  confirmPolicyImplementation,
  ConfirmPolicyImplementationInput,
  'The Privacy Office confirms that an approved policy is in practice (OIG.4).',
)
