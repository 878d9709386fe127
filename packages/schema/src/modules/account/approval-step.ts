import {
  APPROVAL_STEPS,
  STEP_STANDINGS,
  type ApprovalStep,
} from '@official-accounts/domain/account/approval-steps'
import { builder } from '../../builder.ts'
import { describedEnum } from '../../described-enum.ts'
import { ClauseRef } from '../../errors.ts'

const ApprovalStepEnum = describedEnum(
  'ApprovalStepName',
  'The answers a request for an account needs.',
  APPROVAL_STEPS,
  {
    ENDORSEMENT: 'The component’s director stands behind it.',
    SECURITY: 'The Chief Information Officer attests its security.',
    CIVIL_RIGHTS: 'Civil Rights and Civil Liberties is heard.',
    PERMISSION: 'Public Affairs gives its permission.',
    APPROVAL: 'The Assistant Secretary, or a delegate, approves.',
  },
)

const StepStandingEnum = describedEnum(
  'ApprovalStepStanding',
  'Where an answer to a request stands.',
  STEP_STANDINGS,
  {
    GIVEN: 'Given.',
    AGAINST: 'Given, against the account.',
    WAITING: 'Missing; it can be given now.',
    NOT_YET: 'Missing; others come first.',
    NOT_NEEDED: 'Not asked for: no risk question was answered with yes.',
  },
)

/** One office's answer on the way to an approval. */
export const ApprovalStepRef = builder.objectRef<ApprovalStep>('ApprovalStep').implement({
  description: 'One office’s answer on the way to an approval.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    step: t.expose('step', { type: ApprovalStepEnum, description: 'Which answer.' }),
    office: t.exposeString('office', { description: 'Whose answer it is.' }),
    action: t.exposeString('action', { description: 'The mutation that gives it.' }),
    clause: t.field({
      type: ClauseRef,
      description: 'The clause that asks for it.',
      resolve: ({ clause }) => clause,
    }),
    standing: t.expose('standing', { type: StepStandingEnum, description: 'Whether it was given.' }),
  }),
})
