import type { ClauseId } from '../directive/clauses.ts'
import type { AccountFacts } from './account.ts'
import type { AccountAction } from './account-machine.ts'
import { needsCivilRightsAdvice } from './approval-rules.ts'

export const APPROVAL_STEPS = ['ENDORSEMENT', 'SECURITY', 'CIVIL_RIGHTS', 'PERMISSION', 'APPROVAL'] as const
export type ApprovalStepName = (typeof APPROVAL_STEPS)[number]

/** Where a step stands: given, given against the account, waited for, not yet due, or not asked for. */
export const STEP_STANDINGS = ['GIVEN', 'AGAINST', 'WAITING', 'NOT_YET', 'NOT_NEEDED'] as const
export type StepStanding = (typeof STEP_STANDINGS)[number]

/** One office's answer on the way to an approval. */
export interface ApprovalStep {
  readonly step: ApprovalStepName
  readonly office: string
  readonly action: AccountAction
  readonly clause: ClauseId
  readonly standing: StepStanding
}

const STEPS = {
  ENDORSEMENT: { office: 'Component director', action: 'endorseAccount', clause: 'IV.E.2' },
  SECURITY: { office: 'Chief Information Officer', action: 'attestAccountSecurity', clause: 'IV.B.3' },
  CIVIL_RIGHTS: {
    office: 'Civil Rights and Civil Liberties',
    action: 'recordAccountAdvice',
    clause: 'IV.D.1',
  },
  PERMISSION: { office: 'Office of Public Affairs', action: 'permitAccount', clause: 'V.B.2' },
  APPROVAL: {
    office: 'Assistant Secretary for Public Affairs',
    action: 'approveAccount',
    clause: 'IV.A.2',
  },
} as const satisfies Record<ApprovalStepName, Omit<ApprovalStep, 'step' | 'standing'>>

type StepFacts = Pick<
  AccountFacts,
  'state' | 'imported' | 'permittedById' | 'securityAttestation' | 'civilRightsAdvice' | 'riskKeys'
>

/** Who has answered a request and who is missing, in order; nothing for an account that came with an import. */
export function approvalSteps(account: StepFacts): readonly ApprovalStep[] {
  if (account.imported) return []
  return APPROVAL_STEPS.map((step) => ({ step, ...STEPS[step], standing: standingOf(step, account) }))
}

function standingOf(step: ApprovalStepName, account: StepFacts): StepStanding {
  const endorsed = account.state === 'ENDORSED' || isApproved(account)
  switch (step) {
    case 'ENDORSEMENT':
      if (endorsed) return 'GIVEN'
      return account.state === 'REQUESTED' ? 'WAITING' : 'NOT_YET'
    case 'SECURITY':
      if (account.securityAttestation === 'NOT_ATTESTED') return 'AGAINST'
      return answered(account.securityAttestation !== null, account)
    case 'CIVIL_RIGHTS':
      if (account.civilRightsAdvice === 'NON_CONCUR') return 'AGAINST'
      if (account.civilRightsAdvice !== null) return 'GIVEN'
      return needsCivilRightsAdvice(account) ? answered(false, account) : 'NOT_NEEDED'
    case 'PERMISSION':
      return answered(account.permittedById !== null, account)
    case 'APPROVAL':
      if (isApproved(account)) return 'GIVEN'
      return isReady(account) ? 'WAITING' : 'NOT_YET'
  }
}

function answered(given: boolean, account: StepFacts): StepStanding {
  if (given) return 'GIVEN'
  return account.state === 'ENDORSED' ? 'WAITING' : 'NOT_YET'
}

function isApproved({ state }: StepFacts): boolean {
  return ['APPROVED', 'ACTIVE', 'SUSPENDED', 'RETIRING', 'RETIRED'].includes(state)
}

function isReady(account: StepFacts): boolean {
  const heard = !needsCivilRightsAdvice(account) || account.civilRightsAdvice !== null
  const attested = account.securityAttestation === 'ATTESTED'
  return account.state === 'ENDORSED' && account.permittedById !== null && attested && heard
}
