import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { Permission } from '../access/permissions.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { policyRefusal, type Refusal } from '../errors.ts'
import { covers, isInForce, type ExceptedAccount, type GrantedException } from '../exception/exception.ts'
import type { Ruling } from '../exception/lift.ts'
import { checkState } from '../state-machine.ts'
import { overdueFrom } from './certification-calendar.ts'
import {
  CERTIFICATION_PART_ACTIONS,
  certificationMachine,
  certificationPartMachine,
  type CertificationAction,
  type CertificationPartAction,
} from './certification-machine.ts'
import type { CertificationFacts, PartFacts } from './certification.ts'

/** The permission each action on a certification needs. */
export const CERTIFICATION_PERMISSIONS = {
  closeCertification: 'certification.close',
  remindCertification: 'certification.remind',
} as const satisfies Record<CertificationAction, Permission>

/** The permission each action on a component's part needs. */
export const CERTIFICATION_PART_PERMISSIONS = {
  answerCertification: 'certification.answer',
  confirmUnchanged: 'certification.confirmUnchanged',
  certifyComponent: 'certification.certify',
  returnCertification: 'certification.return',
  returnCertificationAnswer: 'certification.returnAnswer',
} as const satisfies Record<CertificationPartAction, Permission>

/** Null when this actor may do this to this part now. */
export function checkPartAction(
  actor: Actor,
  action: CertificationPartAction,
  part: PartFacts,
): Refusal | null {
  const { componentId, certificationState } = part
  return firstRefusal(
    () => authorize(actor, CERTIFICATION_PART_PERMISSIONS[action], { componentId }),
    () => (certificationState === 'OPEN' ? null : closed()),
    () => checkState(certificationPartMachine, part.state, action),
  )
}

function closed(): Refusal {
  return {
    code: 'INVALID_STATE',
    message: 'This certification is CLOSED; its result is frozen.',
    state: 'CLOSED',
    allowed: [],
  }
}

/**
 * A component certifies when every account of its part is answered; an exception to IV.E.3 that covers an account
 * lifts it for that one (V.B.12).
 */
export function ruleCertify(
  unanswered: readonly ExceptedAccount[],
  granted: readonly GrantedException[],
  now: Date,
): Ruling {
  const used = new Set<string>()
  let left = 0
  for (const account of unanswered) {
    const lifting = liftingFor(granted, now).find((exception) => covers(exception, account))
    if (lifting === undefined) left += 1
    else used.add(lifting.id)
  }
  if (left === 0) return { refusal: null, exceptionIds: [...used] }
  const accounts = left === 1 ? '1 account waits' : `${left.toLocaleString('en-US')} accounts wait`
  return { refusal: policyRefusal(`${accounts} for an answer.`, 'IV.E.3'), exceptionIds: [] }
}

/** The exception that spares a whole component the duty to answer now, by its id; null without one (V.B.12). */
export function sparingException(
  componentId: string,
  granted: readonly GrantedException[],
  now: Date,
): string | null {
  const sparing = liftingFor(granted, now).find(
    (exception) =>
      exception.componentId === componentId && exception.platformId === null && exception.accountId === null,
  )
  return sparing?.id ?? null
}

function liftingFor(granted: readonly GrantedException[], now: Date): readonly GrantedException[] {
  return granted.filter((exception) => exception.clauses.includes('IV.E.3') && isInForce(exception, now))
}

/** Null when this actor may close the certification: everybody has certified, or their time is over (IV.E.3). */
export function checkClosing(
  actor: Actor,
  certification: CertificationFacts,
  uncertified: number,
  now: Date,
): Refusal | null {
  return firstRefusal(
    () => authorize(actor, 'certification.close', { componentId: null }),
    () => checkState(certificationMachine, certification.state, 'closeCertification'),
    () => {
      if (uncertified === 0 || now >= overdueFrom(certification)) return null
      const who = uncertified === 1 ? '1 component has' : `${uncertified} components have`
      return policyRefusal(`${who} not certified and still may: its time is not over.`, 'IV.E.3')
    },
  )
}

/** What may be done to a component's part, and what stands in the way. `unanswered` are its accounts without an answer. */
export function availablePartActions(
  actor: Actor,
  part: PartFacts & { readonly unanswered: readonly ExceptedAccount[] },
  granted: readonly GrantedException[],
  now: Date,
): readonly AvailableAction<CertificationPartAction>[] {
  return CERTIFICATION_PART_ACTIONS.map((action) => ({
    action,
    blockedBy: firstRefusal(
      () => checkPartAction(actor, action, part),
      () => (action === 'certifyComponent' ? ruleCertify(part.unanswered, granted, now).refusal : null),
    ),
  }))
}
