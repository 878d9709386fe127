import { checkAdviceAnswered } from '@official-accounts/domain/account/approval-rules'
import { accountTransition, decider, decisionInput } from './account-transition.ts'

/** The Assistant Secretary approves the account: the second decision (IV.A.2). */
export const approveAccount = accountTransition({
  action: 'approveAccount',
  kind: 'APPROVED',
  clauses: ['IV.A.2', 'V.B.2'],
  input: decisionInput,
  event: 'account.approved',
  check: (input, account) => checkAdviceAnswered(account, input.reason),
  fields: (context) => ({ approvedById: decider(context) }),
})
