import { assignCorrectiveAction } from '@official-accounts/commands/corrective-action/assign-corrective-action'
import { completeCorrectiveAction } from '@official-accounts/commands/corrective-action/complete-corrective-action'
import {
  acceptCorrectiveAction,
  returnCorrectiveAction,
} from '@official-accounts/commands/corrective-action/judge-corrective-action'
import { changeInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { RoleEnum } from '../organization/enums.ts'
import { CorrectiveActionNode } from './types.ts'

const AssignCorrectiveActionInput = changeInput(
  'AssignCorrectiveActionInput',
  'Something to be done about a finding.',
  (t) => ({
    findingId: t.id({
      required: true,
      description: 'About which finding; expectedVersion is the finding’s.',
    }),
    task: t.string({ required: true, description: 'What is to be done.' }),
    ownerRole: t.field({
      type: RoleEnum,
      description: 'By this role: in the finding’s component, or the department’s office.',
    }),
    ownerId: t.id({ description: 'Or by this person. One of the two.' }),
    dueOn: t.string({ required: true, description: 'The last day to do it, such as 2027-11-30.' }),
  }),
)

const CompleteCorrectiveActionInput = changeInput(
  'CompleteCorrectiveActionInput',
  'A corrective action that is done.',
  (t) => ({
    correctiveActionId: t.id({ required: true, description: 'Which one.' }),
    evidence: t.string({ required: true, description: 'What was done, and what shows it.' }),
    evidenceUrl: t.string({ description: 'Where the evidence is to be seen.' }),
  }),
)

const JudgeCorrectiveActionInput = changeInput(
  'JudgeCorrectiveActionInput',
  'A decision on the evidence for a corrective action.',
  (t) => ({
    correctiveActionId: t.id({ required: true, description: 'Which one.' }),
    reason: t.string({ required: true, description: 'Why.' }),
  }),
)

const actionMutation = mutationsOf(CorrectiveActionNode, (read, query) =>
  read.correctiveAction.findFirstOrThrow(query),
)

actionMutation(
  assignCorrectiveAction,
  AssignCorrectiveActionInput,
  'Says what is to be done about a finding, by whom and by when (IV.A.5).',
)
actionMutation(
  completeCorrectiveAction,
  CompleteCorrectiveActionInput,
  'The owner says that it is done, with the evidence.',
)
actionMutation(
  acceptCorrectiveAction,
  JudgeCorrectiveActionInput,
  'Accepts the evidence; nobody accepts evidence of their own.',
)
actionMutation(
  returnCorrectiveAction,
  JudgeCorrectiveActionInput,
  'Returns the evidence: its owner has to do more.',
)
