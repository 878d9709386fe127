import { decidePrivacyApproval } from '@official-accounts/commands/privacy-approval/decide-privacy-approval'
import { requestMonitoringApproval } from '@official-accounts/commands/privacy-approval/request-monitoring-approval'
import { requestPrivacyApproval } from '@official-accounts/commands/privacy-approval/request-privacy-approval'
import { revokePrivacyApproval } from '@official-accounts/commands/privacy-approval/revoke-privacy-approval'
import { withdrawPrivacyRequest } from '@official-accounts/commands/privacy-approval/withdraw-privacy-request'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { PrivacyDecisionEnum } from './enums.ts'
import { PrivacyApprovalNode } from './types.ts'

const RequestPrivacyApprovalInput = creationInput(
  'RequestPrivacyApprovalInput',
  'Texts of an account that name a person, to be approved as they are or as they shall be.',
  (t) => ({
    accountId: t.id({ required: true, description: 'Whose texts.' }),
    handle: t.string({ description: 'The very handle; left out where it names nobody.' }),
    title: t.string({ description: 'The very name; left out where it names nobody.' }),
    purpose: t.string({ description: 'The very description; left out where it names nobody.' }),
    information: t.string({ required: true, description: 'What personal information it is.' }),
    whose: t.string({ required: true, description: 'Whose it is, by office or duty.' }),
    need: t.string({ required: true, description: 'Why it has to be used.' }),
    expiresOn: t.field({ type: 'Date', description: 'The first day on which it need not hold any more.' }),
  }),
)

const RequestMonitoringApprovalInput = creationInput(
  'RequestMonitoringApprovalInput',
  'A request for access whose accounts of individuals are to be approved.',
  (t) => ({
    accessGrantId: t.id({ required: true, description: 'Which request.' }),
    information: t.string({ required: true, description: 'What personal information it is.' }),
    whose: t.string({ required: true, description: 'Whose it is, by office or duty.' }),
    need: t.string({ required: true, description: 'Why they have to be looked at.' }),
    expiresOn: t.field({ type: 'Date', description: 'The first day on which it need not hold any more.' }),
  }),
)

const DecidePrivacyApprovalInput = changeInput(
  'DecidePrivacyApprovalInput',
  'What the Chief Privacy Officer answers.',
  (t) => ({
    privacyApprovalId: t.id({ required: true, description: 'Which question.' }),
    decision: t.field({ type: PrivacyDecisionEnum, required: true, description: 'The answer.' }),
    conditions: t.string({ description: 'What is to be kept to, with an approval.' }),
    expiresOn: t.field({
      type: 'Date',
      description: 'With an approval, the first day on which it is over; as asked for when not given.',
    }),
    reason: t.string({ required: true, description: 'Why.' }),
  }),
)

const PrivacyApprovalInput = changeInput(
  'PrivacyApprovalInput',
  'A question to withdraw or an answer to revoke.',
  (t) => ({
    privacyApprovalId: t.id({ required: true, description: 'Which one.' }),
    reason: t.string({ required: true, description: 'Why.' }),
  }),
)

const privacyMutation = mutationsOf(PrivacyApprovalNode, (read, query) =>
  read.privacyApproval.findFirstOrThrow(query),
)

privacyMutation(
  requestPrivacyApproval,
  RequestPrivacyApprovalInput,
  'Asks the Chief Privacy Officer about texts of an account that name a person (IV.C.2).',
)
privacyMutation(
  requestMonitoringApproval,
  RequestMonitoringApprovalInput,
  'Asks the Chief Privacy Officer about individuals whose accounts are to be looked at (IV.C.2).',
)
privacyMutation(withdrawPrivacyRequest, PrivacyApprovalInput, 'Takes a question back before it is answered.')
privacyMutation(
  decidePrivacyApproval,
  DecidePrivacyApprovalInput,
  'The Chief Privacy Officer answers, in person and with reasons (IV.C.2).',
)
privacyMutation(
  revokePrivacyApproval,
  PrivacyApprovalInput,
  'The Chief Privacy Officer takes an answer back.',
)
