import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { Permission } from '../access/permissions.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import type { Refusal } from '../errors.ts'
import {
  MAIL_REFUSAL_ACTIONS,
  type MailRefusalAction,
  type MailRefusalFacts,
  type MailRefusalOutcome,
} from './mail-refusal.ts'

/** The permission each action on refused mail needs. */
export const MAIL_REFUSAL_PERMISSIONS = {
  resendRefusedMail: 'mailRefusal.resend',
  giveUpRefusedMail: 'mailRefusal.giveUp',
} as const satisfies Record<MailRefusalAction, Permission>

/** How each action settles it. */
export const MAIL_REFUSAL_ENDS = {
  resendRefusedMail: 'SENT_AGAIN',
  giveUpRefusedMail: 'GIVEN_UP',
} as const satisfies Record<MailRefusalAction, MailRefusalOutcome>

/** Null when this actor may settle this refused mail so: it is open. */
export function checkMailRefusalAction(
  actor: Actor,
  action: MailRefusalAction,
  { outcome }: MailRefusalFacts,
): Refusal | null {
  return firstRefusal(
    () => authorize(actor, MAIL_REFUSAL_PERMISSIONS[action], { componentId: null }),
    () => (outcome === null ? null : settled(outcome)),
  )
}

function settled(outcome: MailRefusalOutcome): Refusal {
  const message = `This refused mail is settled: ${outcome}.`
  return { code: 'INVALID_STATE', message, state: outcome, allowed: [] }
}

/** What may be done about refused mail, and what stands in the way. */
export function availableMailRefusalActions(
  actor: Actor,
  facts: MailRefusalFacts,
): readonly AvailableAction<MailRefusalAction>[] {
  return MAIL_REFUSAL_ACTIONS.map((action) => ({
    action,
    blockedBy: checkMailRefusalAction(actor, action, facts),
  }))
}
